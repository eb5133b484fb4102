using Gongxing.Core.People;

namespace Gongxing.Core.Ledger;

/// <summary>An office as it was called when it was written down.</summary>
public sealed record NamedOffice(OfficeId Id, string Name)
{
    public static NamedOffice Of(Office office) => new(office.Id, office.Name);
}
