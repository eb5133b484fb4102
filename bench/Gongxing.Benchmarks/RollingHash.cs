namespace Gongxing.Benchmarks;

/// <summary>The least that any search must do: read every character once and hash the eight that end there.</summary>
internal static class RollingHash
{
    private const int Window = 8;
    private const uint Factor = 0x01000193;

    private static readonly uint s_leaving = Power(Factor, Window);

    public static uint Pass(IReadOnlyList<string> texts)
    {
        uint all = 0;
        foreach (string text in texts)
        {
            all ^= Of(text);
        }

        return all;
    }

    private static uint Of(string text)
    {
        uint hash = 0;
        uint all = 0;
        uint leaving = s_leaving;
        for (int i = 0; i < text.Length; i++)
        {
            hash = (hash * Factor) + text[i] - (i >= Window ? text[i - Window] * leaving : 0);
            all ^= hash;
        }

        return all;
    }

    private static uint Power(uint factor, int times)
    {
        uint power = 1;
        for (int i = 0; i < times; i++)
        {
            power *= factor;
        }

        return power;
    }
}
