using System.Security.Cryptography;
using System.Text;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;

namespace Gongxing.Core.Duplicates;

/// <summary>What somebody has said of a wording (常用表述): that any statement may have it, or no longer.</summary>
/// <remarks>Added to, never changed.</remarks>
/// <param name="Key">Fingerprint of the words: the same words are one wording.</param>
/// <param name="Number">From 1 for the wording; the newest is in force.</param>
/// <param name="Reason">Never empty.</param>
public sealed record WordingEntry(
    string Key, int Number, WordingAct Act, string Words, string Reason, PersonId By, DateTimeOffset At)
{
    private const int KeyBytes = 16;

    /// <summary>Why <paramref name="person"/> may not say that words of a material are common, or null if they may.</summary>
    /// <remarks>
    /// It holds for all statements of the organisation, so it is for those who answer for the whole, the clerks and heads of
    /// the topmost office, and for who reviews this very material. Nobody says it of their own words.
    /// </remarks>
    public static Refusal? WhyNotAllow(Material material, Person person, OfficeTree offices) =>
        material.WhyNotRead(person, offices)
        ?? (person.Id == material.Subject ? Refusal.OwnWords
            : AnswersForAll(person, offices)
                || (person.Is(SubmissionActs.Reviewers) && material.Reviewers.Contains(person.Id)) ? null
            : Refusal.NotYourRole);

    /// <summary>Why <paramref name="person"/> may not take back what was said, or null if they may.</summary>
    public Refusal? WhyNotWithdraw(Person person, OfficeTree offices) =>
        AnswersForAll(person, offices) || (person.IsActive && person.Id == By) ? null : Refusal.NotYourRole;

    /// <summary>The next entry about the words after <paramref name="last"/>.</summary>
    /// <exception cref="RefusedException">There are no words or no reason, or the act would say again what is said.</exception>
    public static WordingEntry After(
        WordingEntry? last, WordingAct act, string words, string reason, PersonId by, DateTimeOffset at)
    {
        words = words.Trim();
        RefusedException.ThrowIf(
            words.Length == 0 ? Refusal.WordsMissing
            : string.IsNullOrWhiteSpace(reason) ? Refusal.ReasonMissing
            : act == (last?.Act ?? WordingAct.Withdraw) ? Refusal.SomebodyWasFirst
            : null);
        return new WordingEntry(KeyOf(words), (last?.Number ?? 0) + 1, act, words, reason.Trim(), by, at);
    }

    public static string KeyOf(string words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words.Trim())).AsSpan(0, KeyBytes));

    /// <summary>Whether somebody answers for all statements of the organisation, and so reads them all.</summary>
    public static bool AnswersForAll(Person person, OfficeTree offices) =>
        person.IsActive && person.Is(Roles.Clerk | Roles.Head)
        && offices.Contains(person.Office) && offices[person.Office].Parent is null;
}

public enum WordingAct
{
    /// <summary>The words tell nothing about where a statement has them from.</summary>
    Allow,

    /// <summary>They count again.</summary>
    Withdraw,
}
