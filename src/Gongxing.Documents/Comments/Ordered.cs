namespace Gongxing.Documents.Comments;

/// <summary>Looks something up among things in the order of the part.</summary>
internal static class Ordered
{
    /// <summary>The last one that begins at or before a place; -1 for none.</summary>
    public static int LastAtOrBefore<T>(IReadOnlyList<T> items, Func<T, int> start, int place)
    {
        int low = -1;
        int high = items.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = start(items[middle]) <= place ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
