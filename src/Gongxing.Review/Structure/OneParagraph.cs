namespace Gongxing.Review.Structure;

/// <summary>
/// Parts a statement written in one breath before the sentences that turn to its causes (之所以这样，…) and to what will be
/// done (下一步，我要…), as a writer of paragraphs would have.
/// </summary>
internal static class OneParagraph
{
    private const int MostLines = 4;
    private const int Shortest = 80;
    private const int LongestOpener = 60;

    public static List<RawLine> Split(List<RawLine> lines)
    {
        List<RawLine> prose = [.. lines.Where(line => line.Text.Length >= Shortest)];
        if (lines.Count > MostLines || prose.Count != 1 || prose[0].Cell is not null || HasHeadings(prose[0].Text))
        {
            return lines;
        }

        RawLine whole = prose[0];
        var parted = new List<RawLine>();
        int from = whole.Start;
        LabelRole last = LabelRole.None;
        for (int at = whole.Start + 1; at < whole.End; at++)
        {
            if (whole.Folded.Text[at - 1] is not '。')
            {
                continue;
            }

            ReadOnlySpan<char> sentence = whole.Folded.Text.AsSpan(at, Math.Min(LongestOpener, whole.End - at));
            LabelRole role = LeadIn.OpenerRole(sentence);
            role = role == LabelRole.None ? LeadIn.Explains(sentence) : role;
            if (role is LabelRole.Cause or LabelRole.Measure && role > last)
            {
                parted.Add(whole with { Start = from, End = at });
                (from, last) = (at, role);
            }
        }

        parted.Add(whole with { Start = from, End = whole.End });
        int index = lines.IndexOf(whole);
        return [.. lines.Take(index), .. parted, .. lines.Skip(index + 1)];
    }

    private static bool HasHeadings(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if ((i == 0 || text[i - 1] is '。' or ':') && MarkReader.CanOpen(text[i])
                && MarkReader.ReadNumber(text, i, atLineStart: false) is { Style: <= MarkStyle.HanInBrackets })
            {
                return true;
            }
        }

        return false;
    }
}
