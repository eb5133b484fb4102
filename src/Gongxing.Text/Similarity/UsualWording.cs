namespace Gongxing.Text.Similarity;

/// <summary>A table of wording that other texts have in common: so small corpora know what is usual without them.</summary>
/// <param name="Texts">In how many texts it was counted.</param>
/// <param name="Phrases">Each with the number of texts it stands in; what one in a hundred has never tells for copying.</param>
public sealed record UsualWording(int Texts, IReadOnlyList<(string Words, int Texts)> Phrases);
