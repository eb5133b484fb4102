using Gongxing.Core;

namespace Gongxing.Tests.Core;

public sealed class OrderedGuidTests
{
    [Fact]
    public void What_was_made_first_comes_first_however_many_are_made_in_one_millisecond()
    {
        string[] made = [.. Enumerable.Range(0, 20_000).Select(_ => $"{OrderedGuid.Next():N}")];

        Assert.Equal(made.Order(StringComparer.Ordinal).Distinct(), made);
        Assert.All(made, id => Assert.Equal(7, Guid.Parse(id).Version));
    }

    [Fact]
    public async Task Threads_never_make_the_same_one()
    {
        Guid[][] made = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => Task.Run(() => Enumerable.Range(0, 5_000).Select(_ => OrderedGuid.Next()).ToArray())));

        Assert.Equal(40_000, made.SelectMany(ids => ids).Distinct().Count());
        Assert.All(made, ids => Assert.Equal(ids.Order(), ids));
    }
}
