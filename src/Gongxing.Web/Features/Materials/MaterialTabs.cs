using Gongxing.Core.Materials;
using Gongxing.Core.People;

namespace Gongxing.Web.Features.Materials;

/// <summary>The pages about one material, side by side above each of them. A new one is a line here and its two sentences.</summary>
public static class MaterialTabs
{
    private static readonly (string Path, string Text, Func<Material, Person, OfficeTree, bool> IsFor)[] _all =
    [
        ("", "Tab.Text", (_, _, _) => true),
        ("/review", "Tab.Review", (material, _, _) => material.State == MaterialState.Read),
        ("/trace", "Tab.Trace", (material, _, _) => material.State == MaterialState.Read),
        ("/similar", "Tab.Similar", (material, _, _) => material.State == MaterialState.Read),
        ("/relapses", "Tab.Relapses", (material, _, _) => material.State == MaterialState.Read),
        ("/drafts", "Tab.Drafts", (_, _, _) => true),
        ("/proposals", "Tab.Proposals", (material, person, offices) => material.State == MaterialState.Read
            && person.Is(Policies.Admits[Policies.Keeping]) && material.WhyNotChange(person, offices) is null),
    ];

    /// <summary>Those the person may open.</summary>
    public static IEnumerable<(string Url, string Text, bool IsCurrent)> Of(
        Material material, Person person, OfficeTree offices, PathString path) =>
        from tab in _all
        where tab.IsFor(material, person, offices)
        let url = $"/materials/{material.Id}{tab.Path}"
        select (url, tab.Text, tab.Path.Length == 0 ? !IsElsewhere(path) : path.Value!.EndsWith(tab.Path, StringComparison.Ordinal));

    private static bool IsElsewhere(PathString path) =>
        _all.Any(tab => tab.Path.Length > 0 && path.Value!.EndsWith(tab.Path, StringComparison.Ordinal));
}
