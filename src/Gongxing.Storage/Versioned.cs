using System.Collections.Concurrent;
using Gongxing.Core.People;

namespace Gongxing.Storage;

/// <summary>
/// What takes long to find, kept as long as nothing in the organisation has changed, see <see cref="Database.VersionAsync"/>.
/// </summary>
internal sealed class Versioned<T>
{
    private const int MostKept = 1000;

    private readonly ConcurrentDictionary<OrganisationId, (long Version, ConcurrentDictionary<string, T> Values)> _kept = new();

    /// <param name="version">Read before the value is found: a value may be newer than it says, never older.</param>
    /// <param name="key">Everything the value depends on besides the data.</param>
    public async Task<T> GetAsync(OrganisationId organisation, long version, string key, Func<Task<T>> find)
    {
        var (_, values) = _kept.AddOrUpdate(
            organisation,
            _ => (version, []),
            (_, kept) => kept.Version == version && kept.Values.Count < MostKept ? kept : (version, []));
        if (!values.TryGetValue(key, out T? value))
        {
            value = await find();
            values[key] = value;
        }

        return value;
    }
}
