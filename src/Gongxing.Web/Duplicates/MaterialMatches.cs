using Gongxing.Text;
using Gongxing.Text.Similarity;

namespace Gongxing.Web.Duplicates;

/// <summary>What a material shares with others, as far as somebody may know.</summary>
/// <remarks>Of what they may not read not a word is told, and not whose it is: only which words of the text at hand stand there.</remarks>
public sealed class MaterialMatches
{
    /// <param name="found">Only what is in <paramref name="shown"/> is told of by name.</param>
    /// <param name="unshown">What might be told of and is too much.</param>
    public MaterialMatches(
        ReadMaterial own, FoundTexts found, IReadOnlyDictionary<Guid, ReadMaterial> shown, IReadOnlySet<Guid> unshown)
    {
        string text = own.Document.Text;
        Text = new OwnText(text);
        if (Text.IsTooShort)
        {
            return;
        }

        MaterialMatch[] matches =
        [
            .. from match in found.Matches
               where shown.ContainsKey(match.Id)
               select new MaterialMatch(own, shown[match.Id], match, Text),
        ];
        Matches = [.. matches.Where(match => match.Passages.Count > 0)];
        TextSpan[] nobodys =
        [
            .. SpanUnion.Of(found.Matches.SelectMany(match => match.Passages).Select(passage => passage.A)
                .Concat(found.Circulating.Select(one => one.Span)).Where(span => !Text.IsOwn(span)))
                .Select(Text.WithoutNumbers),
        ];
        Quoted = [.. nobodys.Where(Text.IsQuoted)];
        Mandated = [.. nobodys.Except(Quoted)];
        Circulating =
        [
            .. found.Circulating.Where(one => Text.IsOwn(one.Span))
                .Select(one => one with { Span = Text.WithoutNumbers(one.Span) }),
        ];
        IReadOnlyList<TextSpan> told = SpanUnion.Of(
            Matches.SelectMany(match => match.Passages).Select(passage => passage.Passage.A));
        Hidden =
        [
            .. SpanUnion.Of(
                from match in found.Matches
                where !shown.ContainsKey(match.Id) && !unshown.Contains(match.Id)
                from passage in match.Passages
                where Text.IsOwn(passage.A)
                select passage.A).Where(span => !told.Any(one => one.Contains(span))).Select(Text.WithoutNumbers),
        ];
        IEnumerable<TextSpan> equal =
            from match in found.Matches
            from passage in match.Passages
            where Text.IsOwn(passage.A)
            from block in passage.Blocks
            select block.A;
        Share = (double)SpanUnion.Letters(text, SpanUnion.Of(equal)) / Text.Letters;
    }

    public OwnText Text { get; }

    /// <summary>How much of the text stands in other materials, without what is nobody's own or circulates; 0 to 1.</summary>
    public double Share { get; }

    /// <summary>The most similar first; without those that only quote the same or say what is prescribed.</summary>
    public IReadOnlyList<MaterialMatch> Matches { get; } = [];

    /// <summary>Passages of the text that stand in materials not to be read by this person.</summary>
    public IReadOnlyList<TextSpan> Hidden { get; } = [];

    /// <summary>Passages of the text that are quotations and stand in other materials too.</summary>
    public IReadOnlyList<TextSpan> Quoted { get; } = [];

    /// <summary>Passages of the text that are prescribed, or that any such text has, and stand in other materials too.</summary>
    public IReadOnlyList<TextSpan> Mandated { get; } = [];

    public IReadOnlyList<CirculatingSpan> Circulating { get; } = [];

    public bool IsEmpty => Matches.Count + Hidden.Count + Quoted.Count + Mandated.Count + Circulating.Count == 0;
}
