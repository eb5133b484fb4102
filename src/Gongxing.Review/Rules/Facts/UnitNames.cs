using System.Text.RegularExpressions;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Facts;

/// <summary>One's own unit and place by their names, and those of others that can be taken for them.</summary>
/// <remarks>
/// A list of offices holds many names that any text may hold: 办公室 of another office is nobody's name, and 石桥镇 is
/// where a county's bureau works. So a place is another's only where one's own is a place of that rank, and a unit
/// only where its name tells that it stands on its own: 小学, 医院, 局.
/// </remarks>
internal sealed partial class UnitNames
{
    // 小学, 中心: as much of the end of two names as makes units of one kind.
    private const int Kind = 2;
    private const int ShortestUnit = 3;

    // What stands before 县 and is no name: 全县, 落实好县委.
    private const string NoName = "的了和与及在对各全本我该某向为被把中于以是按照根据落实贯彻围绕执行服务关完成做抓好深刻领会开召经由报请受省";

    private static readonly string[] s_ranks = ["省", "市州盟", "县区旗", "镇乡", "街道", "村", "社区"];

    public UnitNames(IReadOnlyList<string> own, IReadOnlyList<string> others, IReadOnlyList<string> units)
    {
        string[] mine = [.. Folded(own)];
        Own = mine;
        OwnPlaces = [.. mine.SelectMany(PlacesIn).Distinct(StringComparer.Ordinal)];
        string[] foreign = [.. Folded(others).Except(mine)];
        Places = [.. foreign.SelectMany(PlacesIn).Distinct(StringComparer.Ordinal)
            .Where(place => !OwnPlaces.Contains(place)
                && (mine.Length == 0 || OwnPlaces.Any(one => IsOfRank(one, place))))];
        Units = [.. foreign.Concat(foreign.Select(WithoutOwnPlace)).Distinct(StringComparer.Ordinal)
            .Where(name => name.Length >= ShortestUnit && !mine.Contains(name) && !PlacesIn(name).Contains(name)
                && !Array.Exists(mine, one => one.EndsWith(name, StringComparison.Ordinal))
                && units.Any(end => name.EndsWith(end, StringComparison.Ordinal)))];
        string[] kinds = [.. mine.Where(name => name.Length > Kind).Select(name => name[^Kind..])];
        Peers = [.. Units.Where(name => Array.Exists(kinds, kind => name.EndsWith(kind, StringComparison.Ordinal)))];
    }

    public IReadOnlyList<string> Own { get; }

    public IReadOnlyList<string> OwnPlaces { get; }

    /// <summary>Places of others of the rank of one's own.</summary>
    public IReadOnlyList<string> Places { get; }

    /// <summary>Units of others that stand on their own.</summary>
    public IReadOnlyList<string> Units { get; }

    /// <summary>Those of the kind of one's own.</summary>
    public IReadOnlyList<string> Peers { get; }

    /// <summary>The places that lead a name: 云岭县, 石桥镇 of 云岭县石桥镇财政所; the whole of 云岭县.</summary>
    public static IReadOnlyList<string> PlacesIn(string name) =>
    [
        .. PlacePattern().Matches(name).Select(match => match.Value)
            .TakeWhile(place => IsName(place.AsSpan(0, place.Length - 1))),
    ];

    /// <summary>Whether characters before a rank can be a name.</summary>
    public static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (c is < '\u4e00' or > '\u9fff' || "省市县区旗镇乡".Contains(c) || NoName.Contains(c))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<string> Folded(IEnumerable<string> names) =>
        names.Select(name => NormalizedText.Fold(name)).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal);

    private static bool IsOfRank(string one, string other) => RankOf(one) == RankOf(other);

    private static int RankOf(string place) => Array.FindIndex(s_ranks, rank => EndsInRank(place, rank));

    // 街道 and 社区 are ranks of two characters, the others of one.
    private static bool EndsInRank(string place, string rank) => rank is "街道" or "社区"
        ? place.EndsWith(rank, StringComparison.Ordinal)
        : rank.Contains(place[^1]) && !place.EndsWith("社区", StringComparison.Ordinal);

    // 财政局 of 云岭县财政局, where one's own is in 云岭县 too.
    private string WithoutOwnPlace(string name)
    {
        foreach (string place in OwnPlaces)
        {
            if (name.StartsWith(place, StringComparison.Ordinal))
            {
                return name[place.Length..];
            }
        }

        return name;
    }

    // 市 is no rank in 市场 and 市政; one after another from the beginning.
    [GeneratedRegex(@"\G[\u4e00-\u9fff]{2,5}?(?:街道|社区|省|市(?=$|[^场民政容监])|州|盟|县|区|旗|镇|乡|村)")]
    private static partial Regex PlacePattern();
}
