using System.Text;
using System.Text.RegularExpressions;
using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Comments;

/// <summary>Turns the ranges of comments into edits of the main part: marks beside anchors, and runs split for marks inside them.</summary>
internal sealed partial class BodyMarks(string part, BodyOutline outline, CommentMarkup markup, string? markStyle)
{
    private readonly Dictionary<(int Place, int Piece, int Offset), Cut> _cuts = [];
    private readonly Dictionary<RunPiece, PieceText?> _texts = new(ReferenceEqualityComparer.Instance);
    private int _lastId = -1;

    /// <summary>An id that nothing in the file has.</summary>
    public int NextId()
    {
        do
        {
            _lastId++;
        }
        while (outline.Ids.Contains(_lastId));

        return _lastId;
    }

    /// <summary>Marks the range of a comment.</summary>
    /// <returns>False if it lies outside all paragraphs.</returns>
    public bool Mark(Marked range, int id)
    {
        if (outline.Find(range.First.Element) is not { } first || outline.Find(range.Last.Element) is not { } last)
        {
            return false;
        }

        Border start = outline.FieldAround(range.First.Element)?.Start
            ?? (range.IsWhole || !first.IsRun ? Border.Before(first) : BorderIn(first, range.First, 0));
        Border end = outline.FieldAround(range.Last.Element)?.End
            ?? (range.IsWhole || !last.IsRun ? Border.After(last) : BorderIn(last, range.Last, 1));
        CutAt(Widened(start)).Starts.Append(markup.RangeStart(id));
        CutAt(Widened(end)).Ends.Append(markup.RangeEnd(id, markStyle));
        return true;
    }

    public List<TextEdit> Edits()
    {
        var edits = new List<TextEdit>();
        var respaced = new HashSet<RunPiece>(ReferenceEqualityComparer.Instance);
        foreach (Cut cut in _cuts.Values)
        {
            Anchor anchor = cut.Border.Anchor;
            string marks = $"{cut.Ends}{cut.Starts}";
            if (cut.Border.IsBefore || cut.Border.IsAfter)
            {
                edits.Add(new TextEdit(cut.Border.IsBefore ? anchor.Start : anchor.End, 0, marks));
                continue;
            }

            RunPiece piece = anchor.Pieces[cut.Border.Piece];
            if (cut.Border.Offset > 0 && respaced.Add(piece))
            {
                edits.AddRange(Respaced(piece));
            }

            edits.Add(Split(anchor, piece, cut.Border.Offset, marks));
        }

        return edits;
    }

    /// <summary>A border with nothing to be seen between it and an end of its anchor is at that end.</summary>
    private static Border Widened(Border border) => border.Offset > 0 || border.IsBefore || border.IsAfter ? border
        : border.Anchor.IsUnbegunAt(border.Piece) ? Border.Before(border.Anchor)
        : border.Anchor.IsOverAt(border.Piece) ? Border.After(border.Anchor)
        : border;

    /// <summary>The border before a unit, or with <paramref name="past"/> 1 the one after it.</summary>
    private Border BorderIn(Anchor anchor, SourcePlace place, int past)
    {
        int index = anchor.PieceOf(place.Element);
        RunPiece piece = anchor.Pieces[index];
        if (!piece.IsText || piece.First != place.Element || TextOf(piece) is not { } text)
        {
            return new Border(anchor, index + past, 0);
        }

        int offset = place.Offset + past;
        offset += text.IsInsidePair(offset) ? (past == 0 ? -1 : 1) : 0;
        return offset <= text.Start ? new Border(anchor, index, 0)
            : offset >= text.End ? new Border(anchor, index + 1, 0)
            : new Border(anchor, index, offset);
    }

    private PieceText? TextOf(RunPiece piece)
    {
        if (!_texts.TryGetValue(piece, out PieceText? text))
        {
            text = PieceText.Of(part, piece);
            _texts.Add(piece, text);
        }

        return text;
    }

    private Cut CutAt(Border border)
    {
        // Where one anchor ends and the next begins is one place.
        (int, int, int) key = border.IsBefore ? (border.Anchor.Start, 0, 0)
            : border.IsAfter ? (border.Anchor.End, 0, 0)
            : (border.Anchor.Start, border.Piece, border.Offset);
        if (!_cuts.TryGetValue(key, out Cut? cut))
        {
            cut = new Cut(border);
            _cuts.Add(key, cut);
        }

        return cut;
    }

    /// <summary>
    /// A text that is cut keeps its spaces from now on, at the cut above all; those that were dropped before go for good.
    /// </summary>
    private IEnumerable<TextEdit> Respaced(RunPiece piece)
    {
        PieceText text = TextOf(piece)!;
        if (text.KeepsSpaces)
        {
            yield break;
        }

        string tag = XmlTag.At(part, piece.Start);
        yield return new TextEdit(piece.Start, tag.Length, XmlTag.KeepingSpaces(tag));
        int start = text.PlaceOf(text.Start);
        int end = text.PlaceOf(text.End);
        yield return new TextEdit(text.ContentStart, start - text.ContentStart, "");
        yield return new TextEdit(end, text.ContentEnd - end, "");
    }

    /// <summary>Ends the run, puts the marks, and goes on in a run of the same properties.</summary>
    private TextEdit Split(Anchor anchor, RunPiece piece, int offset, string marks)
    {
        string tag = XmlTag.At(part, anchor.Start);
        RunPiece? properties = anchor.Pieces[0].IsProperties ? anchor.Pieces[0] : null;
        var text = new StringBuilder();
        if (offset > 0)
        {
            text.Append("</").Append(XmlTag.NameAt(part, piece.Start)).Append('>');
        }

        text.Append("</").Append(XmlTag.NameAt(part, anchor.Start)).Append('>').Append(marks).Append(tag);
        if (properties is not null)
        {
            // Revisions of properties have ids of their own.
            text.Append(OwnId().Replace(part[properties.Start..properties.End], own => $"{own.Groups[1].Value}\"{NextId()}\""));
        }

        if (offset > 0)
        {
            text.Append(XmlTag.KeepingSpaces(XmlTag.At(part, piece.Start)));
        }

        int position = offset > 0 ? TextOf(piece)!.PlaceOf(offset) : piece.Start;
        return new TextEdit(position, 0, text.ToString());
    }

    [GeneratedRegex("""(\s[\w.-]+:id\s*=\s*)(?:"[^"]*"|'[^']*')""", RegexOptions.CultureInvariant)]
    private static partial Regex OwnId();

    private sealed record Cut(Border Border)
    {
        public StringBuilder Ends { get; } = new();

        public StringBuilder Starts { get; } = new();
    }
}
