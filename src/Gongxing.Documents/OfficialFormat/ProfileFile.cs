using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Gongxing.Documents.OfficialFormat;

/// <summary>Reads one profile and says where a mistake stands.</summary>
internal sealed partial class ProfileFile
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private readonly byte[] _json;
    private readonly string _source;

    public ProfileFile(string json, string source) => (_json, _source) = (Encoding.UTF8.GetBytes(json), source);

    public FormatProfile Read()
    {
        FormatProfile? profile;
        try
        {
            profile = JsonSerializer.Deserialize<FormatProfile>(_json, s_options);
        }
        catch (JsonException e)
        {
            int line = (int)(e.LineNumber ?? 0);
            int column = Column(line, (int)(e.BytePositionInLine ?? 0));
            throw new FormatProfileException(_source, line + 1, column, Reason(e));
        }

        if (profile is null)
        {
            throw Wrong("", "文件里没有格式");
        }

        Check(profile);
        return profile;
    }

    private void Check(FormatProfile profile)
    {
        Demand(Id().IsMatch(profile.Id), "id", "只能用小写字母、数字、点和连字符");
        Demand(!string.IsNullOrWhiteSpace(profile.Name.Zh), "name", "要有中文名称");
        Demand(!string.IsNullOrWhiteSpace(profile.Name.En), "name", "要有英文名称");
        foreach ((string path, double value, double least, double most, string unit) in Numbers(profile))
        {
            Demand(value >= least && value <= most, path, FormattableString.Invariant($"应在 {least} 到 {most} {unit}之间"));
        }

        foreach ((string name, FormatFont font) in Named(profile.Fonts))
        {
            Demand(IsFontName(font.EastAsia), $"fonts.{name}.eastAsia", "不是字体名称");
            Demand(IsFontName(font.Ascii), $"fonts.{name}.ascii", "不是字体名称");
        }
    }

    private static IEnumerable<(string Path, double Value, double Least, double Most, string Unit)> Numbers(
        FormatProfile profile)
    {
        yield return ("page.top", profile.Page.Top, 10, 80, "毫米");
        yield return ("page.bottom", profile.Page.Bottom, 10, 80, "毫米");
        yield return ("page.left", profile.Page.Left, 10, 60, "毫米");
        yield return ("page.right", profile.Page.Right, 10, 60, "毫米");
        yield return ("linePitch", profile.LinePitch, 12, 60, "磅");
        yield return ("characterSpacing", profile.CharacterSpacing, -3, 10, "磅");
        yield return ("firstLineIndent", profile.FirstLineIndent, 0, 8, "字");
        yield return ("pageNumber.below", profile.PageNumber.Below, 0, 30, "毫米");
        yield return ("blankLines.afterTitle", profile.BlankLines.AfterTitle, 0, 5, "行");
        yield return ("blankLines.beforeSignOff", profile.BlankLines.BeforeSignOff, 0, 10, "行");
        yield return ("signOff.right", profile.SignOff.Right, 0, 12, "字");
        foreach ((string name, FormatFont font) in Named(profile.Fonts))
        {
            yield return ($"fonts.{name}.size", font.Size, 5, 72, "磅");
            yield return ($"fonts.{name}.linePitch", font.LinePitch ?? profile.LinePitch, 6, 100, "磅");
        }
    }

    private static IEnumerable<(string Name, FormatFont Font)> Named(FormatFonts fonts) =>
        ((string[])["title", "subtitle", "heading1", "heading2", "heading3", "heading4",
            "body", "tableHead", "tableText", "quotation", "pageNumber"]).Zip(fonts.All);

    private void Demand(bool holds, string path, string reason)
    {
        if (!holds)
        {
            throw Wrong(path, $"{path} {reason}");
        }
    }

    private FormatProfileException Wrong(string path, string reason)
    {
        long at = Find(path);
        int line = _json.AsSpan(0, (int)at).Count((byte)'\n');
        int start = _json.AsSpan(0, (int)at).LastIndexOf((byte)'\n') + 1;
        return new FormatProfileException(_source, line + 1, Column(line, (int)at - start), reason);
    }

    // Where the value of a dotted path begins; the beginning of the file if it is not there.
    private long Find(string path)
    {
        var reader = new Utf8JsonReader(_json, new JsonReaderOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
        });
        var names = new List<string>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                names.RemoveRange(reader.CurrentDepth - 1, names.Count - reader.CurrentDepth + 1);
                names.Add(reader.GetString()!);
                if (string.Equals(string.Join('.', names), path, StringComparison.OrdinalIgnoreCase) && reader.Read())
                {
                    return reader.TokenStartIndex;
                }
            }
        }

        return 0;
    }

    private int Column(int line, int bytes)
    {
        ReadOnlySpan<byte> rest = _json;
        for (int i = 0; i < line; i++)
        {
            rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        }

        return Encoding.UTF8.GetCharCount(rest[..Math.Min(bytes, rest.Length)]) + 1;
    }

    private static string Reason(JsonException e) => e.Path is null or "$" or ""
        ? $"不是格式文件的写法（{e.Message}）"
        : $"{e.Path.TrimStart('$', '.')} 写得不对（{e.Message}）";

    private static bool IsFontName(string name) =>
        name.Length is > 0 and < 64 && name.Trim() == name && !name.Any(char.IsControl);

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{0,63}$")]
    private static partial Regex Id();
}
