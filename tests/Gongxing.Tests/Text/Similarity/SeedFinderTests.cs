using CsCheck;
using Gongxing.Text.Similarity;

namespace Gongxing.Tests.Text.Similarity;

public class SeedFinderTests
{
    private static readonly Gen<ushort[]> _forms = Gen.OneOf(
        Gen.UShort.Array[0, 200],
        Gen.UShort[0x4E00, 0x4E0F].Array[0, 200],
        Gen.UShort[0x4E00, 0x4E01].Array[0, 80]);

    [Theory]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(13)]
    public void Vectors_find_what_plain_code_finds(int seedLength) => _forms.Sample(
        form =>
        {
            string plain = Written(form, seedLength, 0);

            Assert.Equal(plain, Written(form, seedLength, 128));
            Assert.Equal(plain, Written(form, seedLength, 256));
        },
        iter: 2000);

    [Fact]
    public void Equal_stretches_share_a_seed_wherever_they_stand()
    {
        var invented = new InventedTexts(3);
        for (int i = 0; i < 500; i++)
        {
            string shared = invented.Text(30).Replace("。", "", StringComparison.Ordinal)[..11];
            HashSet<ulong> one = [.. Seeds(invented.Text(20) + shared + invented.Text(30))];

            Assert.True(one.Overlaps(Seeds(invented.Text(33) + shared + invented.Text(10))));
        }
    }

    [Fact]
    public void About_two_in_five_places_are_seeds()
    {
        Assert.InRange(Seeds(new InventedTexts(4).Text(50_000)).Length / 50_000.0, 0.36, 0.44);
    }

    private static ulong[] Seeds(string text)
    {
        using var scan = new SeedScan();
        scan.Read(text, 8, 256);
        return scan.Seeds.ToArray();
    }

    private static string Written(ushort[] form, int seedLength, int width)
    {
        uint[] parts = new uint[form.Length + 1];
        ulong[] seeds = new ulong[form.Length + 1];
        int[] places = new int[form.Length + SeedFinder.Lanes];
        SeedFinder.HashParts(form, parts, width);
        int count = SeedFinder.Find(parts.AsSpan(0, SeedFinder.Parts(form.Length)), seedLength, seeds, places, width);
        return string.Join(' ', seeds.Take(count).Zip(places));
    }
}
