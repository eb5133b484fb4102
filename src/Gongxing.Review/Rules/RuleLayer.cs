using Gongxing.Core.Remarks;

namespace Gongxing.Review.Rules;

/// <summary>A rule file as read (规则层): rules of its own, and rules above it that it silences or lowers.</summary>
public sealed record RuleLayer
{
    /// <summary>What people call it: 本单位.</summary>
    public required string Name { get; init; }

    /// <summary>The file, for messages.</summary>
    public required string FileName { get; init; }
    public IReadOnlyList<Rule> Rules { get; init; } = [];
    public IReadOnlyList<RuleChange> Changes { get; init; } = [];

    /// <summary>Reads a file in UTF-8.</summary>
    /// <exception cref="RuleFileException">There is a mistake in it, or it is written in another encoding.</exception>
    /// <exception cref="IOException">It could not be read.</exception>
    public static RuleLayer Load(string file) => Parse(file, RuleFileReader.Decode(file, File.ReadAllBytes(file)));

    /// <exception cref="RuleFileException">There is a mistake in it.</exception>
    public static RuleLayer Parse(string file, string yaml) => RuleFileReader.ReadLayer(file, yaml);
}

/// <summary>What a layer does to a rule of a layer above.</summary>
/// <param name="Rule">An id, or an id and a check: <c>C24/particles</c>.</param>
/// <param name="Level">The level it is lowered to; null when it is silenced.</param>
/// <param name="Line">Where it stands in its file, from 1.</param>
public sealed record RuleChange(string Rule, RemarkLevel? Level, string Reason, int Line, int Column);

/// <summary>A rule that a layer has silenced or lowered, as it was above.</summary>
public sealed record SilencedRule(Rule Rule, RemarkLevel? LoweredTo, string Layer, string Reason);
