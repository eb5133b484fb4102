using Gongxing.Text.Similarity;

namespace Gongxing.Tests.Text.Similarity;

public sealed class CommonSeedsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(3000)]
    public void All_are_found_and_nothing_else(int count)
    {
        ulong[] seeds = Spread(count);

        AssertFinds(seeds, asked: [.. seeds, .. Spread(count + 50)[..50].Select(seed => seed ^ 1), 0, ulong.MaxValue]);
    }

    [Fact]
    public void So_are_many_that_begin_alike()
    {
        ulong[] seeds = [.. Enumerable.Range(1, 100).Select(i => 0xABCD_EF00_0000_0000 + (ulong)i), ulong.MaxValue];

        AssertFinds(seeds, asked: [.. seeds, 0xABCD_EF00_0000_0000, 0xABCD_EF00_0000_0065, ulong.MaxValue - 1]);
    }

    [Fact]
    public void What_is_below_the_bits_that_tell_them_apart_is_not_looked_at()
    {
        var common = new CommonSeeds([0x1000, 0x3000], [2, 3], seedBits: 52);

        Assert.True(common.TryFind(0x3FFF, out int index, out int count));
        Assert.Equal((1, 3), (index, count));
        Assert.False(common.TryFind(0x2FFF, out _, out _));
    }

    private static void AssertFinds(ulong[] seeds, ulong[] asked)
    {
        int[] counts = [.. Enumerable.Range(2, seeds.Length)];
        var common = new CommonSeeds(seeds, counts);
        foreach (ulong seed in asked)
        {
            int index = Array.BinarySearch(seeds, seed);
            Assert.True(index < 0 || common.MayHave(seed));
            Assert.Equal(index < 0 ? 0 : counts[index], common.CountOf(seed));
            Assert.Equal(index >= 0, common.TryFind(seed, out int at, out _));
            Assert.True(index < 0 || at == index);
        }
    }

    private static ulong[] Spread(int count)
    {
        ulong[] seeds = [.. Enumerable.Range(1, count).Select(i => (ulong)i * 0x9E37_79B9_7F4A_7C15)];
        Array.Sort(seeds);
        return seeds;
    }
}
