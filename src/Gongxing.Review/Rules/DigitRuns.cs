using Gongxing.Text;

namespace Gongxing.Review.Rules;

/// <summary>Numbers long enough to be a person's: in one run, as 139-0000-1234, or in groups of four.</summary>
internal static class DigitRuns
{
    private const int Shortest = 11;

    public static IReadOnlyList<TextSpan> In(string text)
    {
        var runs = new List<TextSpan>();
        var groups = new List<int>();
        int start = 0;
        for (int i = 0; i < text.Length && text.AsSpan(i).IndexOfAnyInRange('0', '9') is var step and >= 0;)
        {
            i += step;
            int end = i + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            start = groups.Count == 0 ? i : start;
            groups.Add(end - i);
            bool goesOn = end + 1 < text.Length && text[end] is ' ' or '-' && char.IsAsciiDigit(text[end + 1]);
            if (!goesOn)
            {
                if (groups.Count == 1 ? groups[0] >= Shortest : AreGroups(groups))
                {
                    runs.Add(TextSpan.FromBounds(start, end));
                }

                groups.Clear();
            }

            i = Math.Min(end + 1, text.Length);
        }

        return runs;
    }

    private static bool AreGroups(List<int> groups) => groups switch
    {
        [3, 4, 4] or [4, 4, 4, 4] => true,
        [4, 4, 4, 4, var last] => last < 4,
        _ => false,
    };
}
