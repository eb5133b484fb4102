using System.Collections.Frozen;
using Gongxing.Core.People;

namespace Gongxing.Web.Features.Account;

/// <summary>
/// What a password must be: long enough, and not one that is guessed first. No kinds of characters are demanded and none
/// expires: such rules make people choose worse ones (OWASP ASVS 5.0, 6.2.5 and 6.2.10).
/// </summary>
public static class PasswordRules
{
    public const int Shortest = 8;
    public const int Longest = 128;

    private static readonly FrozenSet<string> _common = ReadCommon();

    /// <summary>Key of the sentence that says what is wrong with a password, or null if it will do.</summary>
    /// <param name="contextWords">Names an attacker would try: of the person, the organisation.</param>
    public static string? WhyNot(string password, params IEnumerable<string> contextWords)
    {
        string plain = Person.FoldSignInName(password);
        return password.Length < Shortest ? "Password.TooShort"
            : password.Length > Longest ? "Password.TooLong"
            : _common.Contains(plain) || _common.Contains(plain.TrimEnd("0123456789!@#.".ToCharArray())) || IsRun(plain)
                ? "Password.TooCommon"
            : contextWords.Append("gongxing").Any(word => IsMadeOf(plain, Person.FoldSignInName(word))) ? "Password.Context"
            : null;
    }

    // One character, a row of neighbours (12345678, hgfedcba), or a short piece again and again (abcabcabc).
    private static bool IsRun(string plain)
    {
        bool neighbours = plain.Zip(plain.Skip(1)).All(pair => Math.Abs(pair.First - pair.Second) <= 1);
        return neighbours || Enumerable.Range(1, 4).Any(
            width => plain.Select((letter, at) => letter == plain[at % width]).All(same => same));
    }

    private static bool IsMadeOf(string plain, string word) =>
        word.Length > 1 && plain.Contains(word, StringComparison.Ordinal) && plain.Length - word.Length < Shortest;

    private static FrozenSet<string> ReadCommon()
    {
        using var reader = new StreamReader(
            typeof(PasswordRules).Assembly.GetManifestResourceStream("Gongxing.Web.Features.Account.CommonPasswords.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
