using System.Globalization;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>
/// Asks about numbers that belong to a person: <c>number</c> is idCard, mobile or bankCard. Not after the words of
/// <c>unlessAfter</c>.
/// </summary>
/// <remarks>
/// They are told by their check digit or their first digits, and by not being part of a longer number.
/// </remarks>
internal sealed class NumberRule : RuleKind
{
    // How far before a number its label stands: 合同编号为…
    private const int LabelReach = 10;

    private readonly PersonalNumber _number;
    private readonly string[] _labels;

    private NumberRule(RuleFields fields) =>
        (_number, _labels) = (fields.Choice<PersonalNumber>("number"), [.. fields.Tokens("unlessAfter")]);

    public static RuleKind Read(RuleFields fields) => new NumberRule(fields);

    public override void Ask(ReviewedText text, Asking asking)
    {
        foreach (TextSpan run in text.Digits)
        {
            if (IsOne(text.Normalized, run, out TextSpan number) && !IsLabelled(text.Normalized, run.Start))
            {
                asking.OfWords(text.ToRaw(number));
            }
        }
    }

    private bool IsOne(string text, TextSpan run, out TextSpan number)
    {
        // The last character of an identity card may be an X, which stands after the run.
        bool endsWithX = run.Length == 17 && run.End < text.Length && text[run.End] == 'x';
        number = endsWithX ? new TextSpan(run.Start, 18) : run;
        char before = run.Start > 0 ? text[run.Start - 1] : ' ';
        char after = number.End < text.Length ? text[number.End] : ' ';
        if (char.IsAsciiLetter(before) || before is '-' or '.' or '_' or '/' || char.IsAsciiLetterOrDigit(after)
            || (after == '.' && number.End + 1 < text.Length && char.IsAsciiDigit(text[number.End + 1])))
        {
            return false;
        }

        Span<char> digits = stackalloc char[number.Length];
        int count = 0;
        foreach (char c in number.In(text))
        {
            if (c is not (' ' or '-'))
            {
                digits[count++] = c;
            }
        }

        return _number switch
        {
            PersonalNumber.IdCard => IsIdCard(digits[..count]),
            PersonalNumber.Mobile => count == 11 && digits[0] == '1' && digits[1] is >= '3' and <= '9',
            _ => count is >= 16 and <= 19 && digits[0] is '4' or '5' or '6'
                && !IsIdCard(digits[..count]) && IsLuhn(digits[..count]),
        };
    }

    private bool IsLabelled(string text, int start)
    {
        ReadOnlySpan<char> before = text.AsSpan(Math.Max(0, start - LabelReach), Math.Min(LabelReach, start));
        foreach (string label in _labels)
        {
            if (before.Contains(label, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // GB 11643—1999: place, day of birth, order, and a check by ISO 7064, MOD 11-2.
    private static bool IsIdCard(ReadOnlySpan<char> digits)
    {
        if (digits.Length != 18
            || !DateOnly.TryParseExact(
                digits.Slice(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly born)
            || born.Year is < 1900 or > 2100)
        {
            return false;
        }

        int sum = 0;
        for (int i = 0; i < 17; i++)
        {
            sum = (sum + digits[i] - '0') * 2 % 11;
        }

        return digits[17] == "10x98765432"[sum];
    }

    // ISO/IEC 7812: every second digit from the right doubled, the sum a multiple of ten.
    private static bool IsLuhn(ReadOnlySpan<char> digits)
    {
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            int digit = digits[^(i + 1)] - '0';
            int value = i % 2 == 0 ? digit : digit * 2;
            sum += value > 9 ? value - 9 : value;
        }

        return sum % 10 == 0;
    }
}

/// <summary>Numbers that belong to a person.</summary>
internal enum PersonalNumber
{
    IdCard,
    Mobile,
    BankCard,
}
