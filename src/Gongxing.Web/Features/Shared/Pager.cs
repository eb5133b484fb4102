namespace Gongxing.Web.Features.Shared;

/// <summary>The way on in a long list: by keyset, so there are no page numbers. Drawn by _Pager.cshtml.</summary>
/// <param name="Previous">Address of what comes before, or null at the beginning.</param>
/// <param name="Next">Address of what comes after, or null at the end.</param>
/// <param name="Size">How many rows a page has now, one of <see cref="Sizes"/>.</param>
public sealed record Pager(string? Previous, string? Next, int Size)
{
    public static readonly int[] Sizes = [20, 50, 100];

    /// <summary>The size that was asked for, if it is one of <see cref="Sizes"/>, else the smallest.</summary>
    public static int SizeOf(int? asked) => asked is { } size && Sizes.Contains(size) ? size : Sizes[0];
}
