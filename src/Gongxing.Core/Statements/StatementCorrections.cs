using Gongxing.Text;

namespace Gongxing.Core.Statements;

/// <summary>What a person can correct (结构校正) in a structure that was read. Each gives a new statement and changes none.</summary>
/// <remarks>
/// Ids always follow the order of the text: after a correction they are given anew, and the links with them. What a person has
/// decided is sure. A correction that changes nothing gives the same statement back.
/// </remarks>
public static class StatementCorrections
{
    /// <summary>Makes an element something else, or, with null, takes it out of the structure; its words stay in the text.</summary>
    /// <exception cref="RefusedException">There is no such element.</exception>
    public static Statement ChangeRole(this Statement statement, Document document, string id, ElementRole? role)
    {
        StatementElement element = statement.Find(id);
        if (element.Role == role)
        {
            return statement;
        }

        return role is { } to
            ? statement.Put(document, id, to, element.Title, element.Span).Renumber()
            : (statement.Without(id) with
            {
                Unplaced = [.. statement.Unplaced.Append(new Unplaced(element.Span, UnplacedReason.ByHand)).OrderBy(one => one.Span.Start)],
            }).Renumber();
    }

    /// <summary>Gives a stretch a role that so far had none, or is part of something else.</summary>
    /// <exception cref="RefusedException">The stretch is blank, or just that already.</exception>
    public static Statement Mark(this Statement statement, Document document, TextSpan stretch, ElementRole role)
    {
        TextSpan span = CorrectedStatement.AfterNumber(document.Text, stretch.Trim(document.Text));
        RefusedException.ThrowIf(
            span.IsEmpty || statement.Elements().Any(element => element.Span == span) ? Refusal.NoSuchPart : null);
        return (statement.Put(document, CorrectedStatement.New, role, FirstSentence(document.Text, span), span) with
        {
            IsStatement = true,
            Unplaced = LeftOver(statement, document, stretch),
        }).Renumber();
    }

    /// <summary>Makes a line the heading of an aspect; the findings from there to the next aspect come under it.</summary>
    /// <exception cref="RefusedException">The line is blank, or an aspect begins with it already.</exception>
    public static Statement MarkAspect(this Statement statement, Document document, TextSpan line)
    {
        TextSpan span = CorrectedStatement.AfterNumber(document.Text, line.Trim(document.Text));
        RefusedException.ThrowIf(
            span.IsEmpty || statement.Aspects.Any(aspect => line.Contains(aspect.Span.Start)) ? Refusal.NoSuchPart : null);
        int end = statement.Aspects.Select(aspect => aspect.Span.Start)
            .Concat(statement.Sections.Select(section => section.Span.Start))
            .Where(start => start > span.Start)
            .DefaultIfEmpty(document.Text.Length)
            .Min();
        string heading = span.In(document.Text).TrimEnd("。：:；;").ToString();
        TextSpan under = TextSpan.FromBounds(span.Start, end);
        Statement without = statement.Elements().FirstOrDefault(element => element.Span == span) is { } same
            ? statement.Without(same.Id)
            : statement;
        return (without with
        {
            IsStatement = true,
            Aspects = [.. statement.Aspects.Append(new Aspect(heading, null, under)).OrderBy(aspect => aspect.Span.Start)],
            Findings = [.. without.Findings.Select(finding => under.Contains(finding.Span.Start) ? finding with { Aspect = heading } : finding)],
            Unplaced = LeftOver(statement, document, line),
        }).Renumber();
    }

    /// <exception cref="RefusedException">There is no such element, or the title is empty.</exception>
    public static Statement Retitle(this Statement statement, string id, string title)
    {
        StatementElement element = statement.Find(id);
        RefusedException.ThrowIf(string.IsNullOrWhiteSpace(title) ? Refusal.TitleMissing : null);
        return element.Title == title.Trim() ? statement : statement with
        {
            Findings = [.. statement.Findings.Select(one => one.Id == id ? one with { Title = title.Trim(), Confidence = 1 } : one)],
            Causes = [.. statement.Causes.Select(one => one.Id == id ? one with { Title = title.Trim(), Confidence = 1 } : one)],
            Measures = [.. statement.Measures.Select(one => one.Id == id ? one with { Title = title.Trim(), Confidence = 1 } : one)],
        };
    }

    /// <summary>Puts a finding under an aspect by its heading; null for none.</summary>
    /// <exception cref="RefusedException">There is no such finding or no such aspect.</exception>
    public static Statement MoveUnder(this Statement statement, string id, string? aspect)
    {
        Finding? finding = statement.Findings.FirstOrDefault(one => one.Id == id);
        bool isKnown = aspect is null || statement.Aspects.Any(one => one.Heading == aspect);
        RefusedException.ThrowIf(finding is null || !isKnown ? Refusal.NoSuchPart : null);
        return finding!.Aspect == aspect ? statement : statement with
        {
            Findings = [.. statement.Findings.Select(one => one.Id == id ? one with { Aspect = aspect, Confidence = 1 } : one)],
        };
    }

    /// <summary>Cuts an element in two. The links stay with the first part: a person says where the second belongs.</summary>
    /// <param name="at">Where the second part begins, in the text.</param>
    /// <exception cref="RefusedException">There is no such element, or one part would be blank.</exception>
    public static Statement Split(this Statement statement, Document document, string id, int at)
    {
        StatementElement element = statement.Find(id);
        RefusedException.ThrowIf(element.Span.Contains(at) ? null : Refusal.NoSuchPart);
        TextSpan first = TextSpan.FromBounds(element.Span.Start, at).Trim(document.Text);
        TextSpan second = CorrectedStatement.AfterNumber(
            document.Text, TextSpan.FromBounds(at, element.Span.End).Trim(document.Text));
        RefusedException.ThrowIf(first.IsEmpty || second.IsEmpty ? Refusal.NoSuchPart : null);
        bool keepsTitle = first.In(document.Text).StartsWith(element.Title, StringComparison.Ordinal);
        string title = keepsTitle ? element.Title : FirstSentence(document.Text, first);
        string? aspect = statement.Findings.FirstOrDefault(finding => finding.Id == id)?.Aspect;
        return statement
            .Put(document, CorrectedStatement.New, element.Role, FirstSentence(document.Text, second), second, aspect)
            .Put(document, id, element.Role, title, first)
            .Renumber();
    }

    /// <summary>The element of the same kind that comes next in the text; null after the last.</summary>
    public static StatementElement? NextOf(this Statement statement, string id)
    {
        StatementElement element = statement.Find(id);
        return statement.Elements().FirstOrDefault(one => one.Role == element.Role && one.Span.Start > element.Span.Start);
    }

    /// <summary>Makes one of an element and the next of its kind: its title, the words and links of both.</summary>
    /// <exception cref="RefusedException">There is no such element, or none of its kind after it.</exception>
    public static Statement MergeWithNext(this Statement statement, Document document, string id)
    {
        StatementElement element = statement.Find(id);
        StatementElement next = statement.NextOf(id) ?? throw new RefusedException(Refusal.NoSuchPart);
        Statement joined = statement with
        {
            Links =
            [
                .. statement.Links.Select(link => link with
                {
                    From = link.From == next.Id ? id : link.From,
                    To = link.To == next.Id ? id : link.To,
                }),
            ],
        };
        return joined.Put(document, id, element.Role, element.Title, TextSpan.Cover(element.Span, next.Span)).Without(next.Id).Renumber();
    }

    /// <summary>Connects two elements; which way round follows from what they are.</summary>
    /// <exception cref="RefusedException">One is not there, or both are of one kind.</exception>
    public static Statement Link(this Statement statement, string id, string other)
    {
        StatementElement[] ends = [.. new[] { statement.Find(id), statement.Find(other) }.OrderBy(element => element.Role)];
        RefusedException.ThrowIf(ends[0].Role == ends[1].Role ? Refusal.NoSuchPart : null);
        return statement.Links.Any(link => link.From == ends[0].Id && link.To == ends[1].Id) ? statement : statement with
        {
            Links = [.. statement.Links, new ElementLink(ends[0].Id, ends[1].Id, LinkBasis.ByHand, Reason: null, 1)],
        };
    }

    /// <summary>Takes a connection away.</summary>
    /// <exception cref="RefusedException">There is none between the two.</exception>
    public static Statement Unlink(this Statement statement, string id, string other)
    {
        ElementLink[] left = [.. statement.Links.Where(link => (link.From, link.To) != (id, other) && (link.From, link.To) != (other, id))];
        RefusedException.ThrowIf(left.Length == statement.Links.Count ? Refusal.NoSuchPart : null);
        return statement with { Links = left };
    }

    private static Unplaced[] LeftOver(Statement statement, Document document, TextSpan placed) =>
        [.. statement.Unplaced.Where(unplaced => !placed.Contains(unplaced.Span.Trim(document.Text)))];

    private static StatementElement Find(this Statement statement, string id) =>
        statement.Element(id) ?? throw new RefusedException(Refusal.NoSuchPart);

    private static string FirstSentence(string text, TextSpan span)
    {
        foreach (TextSpan sentence in Sentences.In(text, span))
        {
            return sentence.In(text).Trim().TrimEnd("。；;！？").ToString();
        }

        return "";
    }
}
