namespace Gongxing.Browser.Tests;

/// <summary>How somebody looks at the site.</summary>
public sealed record View(int Width, string Language, bool Large)
{
    public override string ToString() => $"{Width}-{Language}{(Large ? "-large" : "")}";
}
