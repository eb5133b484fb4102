namespace Gongxing.Core.People;

/// <summary>The offices of an organisation and which stands under which.</summary>
public sealed class OfficeTree
{
    private readonly Dictionary<OfficeId, Office> _offices;

    public OfficeTree(IEnumerable<Office> offices) => _offices = offices.ToDictionary(office => office.Id);

    public Office this[OfficeId id] => _offices[id];

    public IReadOnlyCollection<Office> Offices => _offices.Values;

    public bool Contains(OfficeId id) => _offices.ContainsKey(id);

    /// <summary>The office, then the one above it, up to the topmost. Empty for an office that is not in the tree.</summary>
    public IEnumerable<OfficeId> Upwards(OfficeId office)
    {
        // Counted, so that a circle in damaged data ends as well.
        OfficeId? next = office;
        for (int left = _offices.Count; left > 0 && next is { } id && _offices.TryGetValue(id, out Office? found); left--)
        {
            yield return id;
            next = found.Parent;
        }
    }

    /// <summary>Whether <paramref name="office"/> is <paramref name="top"/> or stands somewhere under it.</summary>
    public bool IsWithin(OfficeId office, OfficeId top) => Upwards(office).Contains(top);

    /// <summary>Why <paramref name="office"/> may not be put under <paramref name="parent"/>, or null if it may.</summary>
    public Refusal? WhyNotMove(OfficeId office, OfficeId? parent) =>
        parent is { } under && !Contains(under) ? Refusal.NoSuchOffice
        : parent is { } above && IsWithin(above, office) ? Refusal.OfficeUnderItself
        : null;
}
