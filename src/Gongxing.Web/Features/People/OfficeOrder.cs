using Gongxing.Core.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongxing.Web.Features.People;

/// <summary>Offices as a tree is read: each below the one it stands under, indented.</summary>
public static class OfficeOrder
{
    // Two full-width blanks a level: a select shows text only.
    private const string Indent = "　　";

    public static IEnumerable<(Office Office, int Depth)> Of(IReadOnlyCollection<Office> offices)
    {
        ILookup<OfficeId?, Office> below = offices.ToLookup(office => office.Parent);
        var left = new Stack<(Office Office, int Depth)>(below[null].Reverse().Select(office => (office, 0)));
        while (left.TryPop(out (Office Office, int Depth) next))
        {
            yield return next;
            foreach (Office office in below[next.Office.Id].Reverse())
            {
                left.Push((office, next.Depth + 1));
            }
        }
    }

    /// <summary>The offices to choose from. The values are written as a <see cref="Guid"/> is, so that the chosen one is found.</summary>
    public static IEnumerable<SelectListItem> ToOptions(IReadOnlyCollection<Office> offices) =>
        Of(offices).Select(one => new SelectListItem(
            string.Concat(Enumerable.Repeat(Indent, one.Depth)) + one.Office.Name, one.Office.Id.Value.ToString()));
}
