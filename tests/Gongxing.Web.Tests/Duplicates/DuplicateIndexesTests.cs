using Gongxing.Storage;
using Gongxing.Storage.Duplicates;
using Gongxing.Storage.Materials;
using Gongxing.Text.Similarity;
using Gongxing.Web.Duplicates;
using Gongxing.Web.Tests.Features.Similar;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gongxing.Web.Tests.Duplicates;

public class DuplicateIndexesTests
{
    [Fact]
    public async Task A_second_process_with_the_same_data_has_an_index_of_its_own_and_answers_alike()
    {
        await using SimilarSite site = await SimilarSite.StartAsync();
        string text = SimilarSite.OwnText();
        FoundTexts first = await site.Site.Get<DuplicateIndexes>().FindAsync(site.Own, text);

        using DuplicateIndexes second = Other(site);
        FoundTexts found = await second.FindAsync(site.Own, text);

        Assert.Equal(site.Other.Id.Value, Assert.Single(first.Matches).Id);
        Assert.Equal(
            first.Matches.Select(match => (match.Id, match.Similarity)),
            found.Matches.Select(match => (match.Id, match.Similarity)));
        string organisation = $"{site.Own.Organisation}";
        Assert.Equal(
            [organisation, $"{organisation}-2"],
            Directory.GetDirectories(Path.Combine(site.Site.Data, "index")).Select(folder => Path.GetFileName(folder)).Order());
    }

    [Fact]
    public async Task What_is_damaged_or_deleted_is_made_again_and_what_is_removed_is_no_longer_found()
    {
        await using SimilarSite site = await SimilarSite.StartAsync();
        await site.Site.Get<DuplicateIndexes>().SynchroniseAsync(site.Own.Organisation);
        string folder = Path.Combine(site.Site.Data, "index", $"{site.Own.Organisation}-2");
        for (int start = 0; start < 3; start++)
        {
            using DuplicateIndexes indexes = Other(site);
            Assert.Single((await indexes.FindAsync(site.Own, SimilarSite.OwnText())).Matches);
            indexes.Dispose();
            File.WriteAllText(Path.Combine(folder, "segments"), "not a list");
            if (start == 1)
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        using DuplicateIndexes last = Other(site);
        await last.SynchroniseAsync(site.Own.Organisation);
        await site.Site.Get<MaterialStore>().RemoveAsync(site.Other, DateTimeOffset.UnixEpoch);
        Assert.Empty((await last.FindAsync(site.Own, SimilarSite.OwnText())).Matches);
    }

    [Fact]
    public async Task A_file_that_is_cut_short_under_the_running_site_is_made_again()
    {
        await using SimilarSite site = await SimilarSite.StartAsync();
        DuplicateIndexes indexes = site.Site.Get<DuplicateIndexes>();
        await indexes.SynchroniseAsync(site.Own.Organisation);
        string file = Assert.Single(
            Directory.GetFiles(Path.Combine(site.Site.Data, "index", $"{site.Own.Organisation}"), "*.gxs"));
        using (var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            stream.SetLength(0);
        }

        Assert.Single((await indexes.FindAsync(site.Own, SimilarSite.OwnText())).Matches);
    }

    // As another process would, with the folder of the first taken.
    private static DuplicateIndexes Other(SimilarSite site) => new(
        site.Site.Get<SiteOptions>(),
        site.Site.Get<Database>(),
        site.Site.Get<MaterialStore>(),
        site.Site.Get<WordingStore>(),
        NullLogger<DuplicateIndexes>.Instance);
}
