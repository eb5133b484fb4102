using Gongxing.Core.People;
using Gongxing.Storage.People;

namespace Gongxing.Web;

/// <summary>The organisation this site serves, remembered once it is founded.</summary>
public sealed class Installation(PeopleStore people)
{
    private Organisation? _organisation;

    /// <summary>Null before somebody has founded it on the first-run page.</summary>
    public async ValueTask<Organisation?> OrganisationAsync(CancellationToken ct = default) =>
        _organisation ??= await people.OrganisationAsync(ct);
}
