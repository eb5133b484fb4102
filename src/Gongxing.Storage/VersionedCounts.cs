using System.Collections.Concurrent;
using Gongxing.Core.People;

namespace Gongxing.Storage;

/// <summary>
/// Counts kept as long as nothing in the organisation has changed, see <see cref="Database.VersionAsync"/>.
/// </summary>
internal sealed class VersionedCounts
{
    private const int MostKept = 1000;

    private readonly ConcurrentDictionary<OrganisationId, (long Version, ConcurrentDictionary<string, long> Counts)>
        _kept = new();

    /// <param name="version">Read before the count is made: a count may be newer than it says, never older.</param>
    /// <param name="key">Everything the count depends on besides the data.</param>
    public async Task<long> GetAsync(OrganisationId organisation, long version, string key, Func<Task<long>> count)
    {
        var (_, counts) = _kept.AddOrUpdate(
            organisation,
            _ => (version, []),
            (_, kept) => kept.Version == version && kept.Counts.Count < MostKept ? kept : (version, []));
        if (!counts.TryGetValue(key, out long found))
        {
            found = await count();
            counts[key] = found;
        }

        return found;
    }
}
