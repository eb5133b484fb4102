using Gongxing.Core.Rounds;
using Gongxing.Core.Statements;
using Gongxing.Review.Templates;
using Gongxing.Storage.Rounds;
using Gongxing.Text;

namespace Gongxing.Web.Features.Rounds;

/// <summary>A statement of a round against the aspects of its template: what is there, and what is still asked about it.</summary>
/// <param name="Aspects">One for each aspect of the template, in its order.</param>
/// <param name="Rest">Questions outside of them, and those whose words are no longer there.</param>
public sealed record MatrixRow(SubmissionLine Line, IReadOnlyList<MatrixCell> Aspects, MatrixCell Rest)
{
    /// <param name="pack">Null for a round without a template.</param>
    /// <param name="comments">Those that were handed back, each where its words stand in the present draft.</param>
    public static MatrixRow Of(
        SubmissionLine line, TemplatePack? pack, Statement? statement, IReadOnlyList<PlacedComment> comments)
    {
        List<PlacedComment> left = [.. comments];
        var cells = new List<MatrixCell>();
        foreach (TemplateAspect aspect in pack?.Aspects ?? [])
        {
            TextSpan[] places =
            [
                .. from headed in statement?.Aspects ?? []
                   where pack!.OfficialName(headed.Heading) == aspect.Name
                   select headed.Span,
            ];
            PlacedComment[] asked = [.. left.Where(comment => comment.Span is { } span && places.Any(place => place.Contains(span.Start)))];
            left.RemoveAll(asked.Contains);
            cells.Add(MatrixCell.Of(places.Length > 0, asked));
        }

        return new MatrixRow(line, cells, MatrixCell.Of(isThere: true, left));
    }
}

/// <param name="Open">Questions of reviewers that wait for an answer.</param>
public sealed record MatrixCell(CellState State, int Open, int Answered)
{
    public static MatrixCell Of(bool isThere, IReadOnlyCollection<PlacedComment> asked)
    {
        int open = asked.Count(comment => comment.Comment.IsOpen);
        int answered = asked.Count - open;
        return new MatrixCell(
            open > 0 ? CellState.Open : answered > 0 ? CellState.Answered : isThere ? CellState.There : CellState.Missing,
            open,
            answered);
    }
}

/// <summary>What the matrix says of an aspect of a statement.</summary>
public enum CellState
{
    There,
    Missing,

    /// <summary>There, and something is asked about it.</summary>
    Open,

    /// <summary>There, and all that was asked is answered.</summary>
    Answered,
}
