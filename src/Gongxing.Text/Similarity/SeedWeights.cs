namespace Gongxing.Text.Similarity;

/// <summary>How many bits of evidence one character of a rare seed is worth.</summary>
/// <remarks>
/// That a seed which stands in d of N texts stands in two given ones too is as good as log2(N/d) bits; each of its characters
/// has an equal share, so that characters under several seeds are not counted twice.
/// </remarks>
internal sealed class SeedWeights
{
    private readonly SimilarityOptions _options;
    private float[] _perCharacter = [];
    private int _texts = -1;

    public SeedWeights(SimilarityOptions options, int texts)
    {
        _options = options;
        Renew(texts);
    }

    /// <summary>For a seed that stands in so many texts.</summary>
    public float this[int count] => _perCharacter[count];

    public int Largest => _perCharacter.Length - 1;

    /// <summary>There are so many texts now.</summary>
    public void Renew(int texts)
    {
        if (texts == _texts)
        {
            return;
        }

        _texts = texts;
        double all = Math.Max(texts, SimilarityOptions.FewTexts);
        _perCharacter = new float[_options.CapFor(texts) + 1];
        for (int count = 1; count < _perCharacter.Length; count++)
        {
            _perCharacter[count] = (float)(Math.Log2(all / count) / _options.SeedLength);
        }
    }
}
