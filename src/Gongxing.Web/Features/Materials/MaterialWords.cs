using Gongxing.Core.Materials;
using Gongxing.Documents;
using Gongxing.Documents.Workers;
using Gongxing.Web.Intake;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Materials;

/// <summary>What the pages say about a material in more than one place.</summary>
public sealed class MaterialWords(IStringLocalizer<MaterialsTexts> texts, DocumentWorkers workers)
{
    /// <summary>Its title once it has one, until then the name of the file.</summary>
    public static string Title(Material material) => material.Title ?? material.FileName;

    /// <summary>问题 3 for F3, 原因 1 for K1, 措施 2 for M2.</summary>
    public string Label(string id) =>
        $"{texts[id[0] switch { 'F' => "Role.Finding", 'K' => "Role.Cause", _ => "Role.Measure" }]} {id[1..]}";

    /// <summary>What a revision changed, in words; nothing for the first.</summary>
    public string Change(string change)
    {
        string[] parts = change.Split('\t');
        object[] things = [.. parts.Skip(1).Select(Thing)];
        return parts[0].Length == 0 ? "" : texts[$"Change.{parts[0]}", things];
    }

    /// <summary>Why a file could not be read and what to do.</summary>
    public string WhyUnreadable(Material material) => Enum.TryParse(material.Reason, out Unreadable known)
        ? UnreadableTexts.Sentence(known, material.FileName, workers.Limits)
        : texts[$"Reason.{material.Reason}"];

    private string Thing(string part) =>
        part is ['F' or 'K' or 'M', >= '0' and <= '9', ..] ? Label(part)
        : Enum.TryParse(part, out MarkRole role) && !char.IsAsciiDigit(part[0]) ? texts[$"Role.{role}"]
        : part;
}
