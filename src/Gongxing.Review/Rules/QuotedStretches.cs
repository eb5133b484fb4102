using Gongxing.Text;

namespace Gongxing.Review.Rules;

/// <summary>What stands between quotation marks, “ and ”, on one line; the outermost of nested ones.</summary>
internal static class QuotedStretches
{
    public static IReadOnlyList<TextSpan> In(string text)
    {
        var stretches = new List<TextSpan>();
        int open = -1;
        int depth = 0;
        ReadOnlySpan<char> rest = text;
        for (int at = 0; rest.IndexOfAny("“”「」\n") is var step && step >= 0; at++, rest = text.AsSpan(at))
        {
            at += step;
            switch (text[at])
            {
                case '“' or '「':
                    open = depth++ == 0 ? at : open;
                    break;
                case '\n':
                    depth = 0;
                    break;
                default:
                    if (depth > 0 && --depth == 0)
                    {
                        stretches.Add(TextSpan.FromBounds(open, at + 1));
                    }

                    break;
            }
        }

        return stretches;
    }
}
