using Gongxing.Core.Ledger;
using Gongxing.Storage.EvidenceReuse;
using Gongxing.Web.EvidenceReuse;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Ledger;

/// <summary>What is alike, in words.</summary>
public static class MatchTexts
{
    /// <summary>The question to the verifier.</summary>
    public static string Question(this IStringLocalizer<LedgerTexts> texts, EvidenceMatch match)
    {
        bool areSeveral = match.Pictures.Count > 1;
        string likeness = match.Likeness == EvidenceLikeness.Picture && areSeveral ? "Pictures" : $"{match.Likeness}";
        string own = texts.Named(match.Own, match.Pictures.Select(alike => alike.Own));
        return match.Other is { } other
            ? texts[
                $"Matches.{likeness}", own, other.Item.Number, other.Item.Title, other.Item.Office.Name,
                texts.Named(other.Held, match.Pictures.Select(alike => alike.Other)), match.Passages]
            : texts[$"Matches.Hidden.{likeness}", own];
    }

    /// <summary>The evidence of the other item, whose item the person may see.</summary>
    public static string Named(this IStringLocalizer<LedgerTexts> texts, EvidenceMatch match)
    {
        (LedgerItem item, HeldEvidence held) = match.Other!;
        return texts[
            "Matches.There", item.Number, item.Title, item.Office.Name, texts.Named(held, match.Pictures.Select(alike => alike.Other))];
    }

    /// <summary>Which evidence, and which pictures in it if it is a document.</summary>
    public static string Named(
        this IStringLocalizer<LedgerTexts> texts, HeldEvidence held, IEnumerable<EvidencePicture> pictures)
    {
        List<int> inside = [.. pictures.Where(picture => !picture.IsWhole).Select(picture => picture.Number).Distinct()];
        return inside.Count == 0
            ? $"{held.Number}"
            : texts["Matches.Inside", held.Number, held.Evidence.File!.Name, string.Join(texts["Comma"], inside)];
    }
}
