namespace Gongxing.Text;

/// <summary>How much work a comparison may still do. When it is spent, what is left counts as replaced, which is true but coarse.</summary>
/// <remarks>Nobody waits for a text that was made to be slow: the work is linear in the length of the texts.</remarks>
internal sealed class DiffBudget(long length)
{
    private const long Least = 20_000_000;
    private const long PerCharacter = 200;

    private long _left = Least + (PerCharacter * length);

    public bool Take(long steps)
    {
        bool isEnough = steps <= _left;
        _left -= isEnough ? steps : 0;
        return isEnough;
    }
}
