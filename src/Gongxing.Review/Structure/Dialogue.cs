using System.Buffers;

namespace Gongxing.Review.Structure;

/// <summary>
/// Reads a statement in questions and answers (问：毛病在哪里？ 答：…): the question heads what answers it.
/// </summary>
internal static class Dialogue
{
    private const int FewestTurns = 2;
    private const int ShortestQuestion = 3;
    private const int LongestQuestion = 30;
    private static readonly SearchValues<char> s_stops = SearchValues.Create("。;:,!?\n");

    /// <summary>Takes 问： and 答： away from the lines they open, where both come again and again.</summary>
    public static List<RawLine> Strip(List<RawLine> lines)
    {
        int asked = lines.Count(line => Speaker(line.Text, '问', 'q') > 0);
        int answered = lines.Count(line => Speaker(line.Text, '答', 'a') > 0);
        if (asked < FewestTurns || answered < FewestTurns)
        {
            return lines;
        }

        return [.. lines.Select(line => line with
        {
            Start = line.Start + Speaker(line.Text, '问', 'q') + Speaker(line.Text, '答', 'a'),
        })];
    }

    /// <summary>How long the question is that a line opens with, with its mark; 0 for none.</summary>
    public static int QuestionLength(ReadOnlySpan<char> line)
    {
        int stop = line[..Math.Min(line.Length, LongestQuestion)].IndexOfAny(s_stops);
        return stop >= ShortestQuestion && line[stop] == '?' ? stop + 1 : 0;
    }

    /// <summary>What the question asks for.</summary>
    public static LabelRole RoleOf(ReadOnlySpan<char> question) =>
        HeadingWords.BareRoles(question) is [var role] && BareHeadings.LabelOf(role) is var label and not LabelRole.None
            ? label : LeadIn.Role(question.TrimEnd('?'));

    private static int Speaker(ReadOnlySpan<char> line, char name, char letter) =>
        line.Length > 2 && (line[0] == name || line[0] == letter) && line[1] is ':' or '、' ? 2 : 0;
}
