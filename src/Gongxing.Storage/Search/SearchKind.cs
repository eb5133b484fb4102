namespace Gongxing.Storage.Search;

/// <summary>What was found.</summary>
public enum SearchKind
{
    Material,
    Item,
}
