using Gongxing.Web.Duplicates;
using Gongxing.Web.Features.Materials;
using Gongxing.Web.Features.Shared;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Similar;

/// <summary>What the pages say of a shared passage in more than one place.</summary>
public sealed class SimilarWords(
    IStringLocalizer<SimilarTexts> texts, IStringLocalizer<MaterialsTexts> materialsTexts, MaterialWords words)
{
    /// <summary>Whose a material is, and of which year.</summary>
    public string Whose(ReadMaterial read, Roster roster)
    {
        string office = roster.Name(read.Material.Office);
        string whose = read.Material.Subject is { } subject ? texts["Whose", office, roster.Name(subject)] : office;
        return read.Statement.Year is { } year ? texts["Whose.Year", whose, year] : whose;
    }

    /// <summary>A part of a statement: 问题 1 and its title, or the section.</summary>
    public string Part(PartShare part) => part switch
    {
        { Id: { } id } => texts["Part", words.Label(id), part.Title],
        { Section: { } role } => materialsTexts[$"Section.{role}"],
        _ => "",
    };

    /// <summary>The parts a passage stands in: the first, and the last where there are several.</summary>
    public string Parts(IReadOnlyList<PartShare> parts) => parts switch
    {
        [] => "",
        [var only] => Part(only),
        [var first, .., var last] => texts["Parts.To", Part(first), Part(last)],
    };
}
