using System.Security.Cryptography;
using System.Text;
using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace Gongxing.Web.Features.Account;

/// <summary>Codes that change every half minute (RFC 6238), and codes on paper for when the phone is gone.</summary>
public sealed class SecondFactor(IDataProtectionProvider protection, SignInStore store, TimeProvider clock)
{
    private const int RecoveryCodes = 10;

    // A clock may be half a minute off either way.
    private static readonly VerificationWindow _window = new(previous: 1, future: 1);

    private readonly IDataProtector _seal = protection.CreateProtector("second-factor");

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(20);

    public byte[] Seal(byte[] secret) => _seal.Protect(secret);

    /// <summary>The secret in a form field; null when there is none, or it is not one that was sealed here.</summary>
    public byte[]? Open(string? field)
    {
        try
        {
            return field is null ? null : _seal.Unprotect(Convert.FromBase64String(field));
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The time step of a code that is right now, or null.</summary>
    public long? StepOf(byte[] secret, string code) =>
        new Totp(secret).VerifyTotp(clock.GetUtcNow().UtcDateTime, code.Trim(), out long step, _window) ? step : null;

    /// <summary>Uses up a code of the phone or a recovery code; false when it is wrong or was used before.</summary>
    public async Task<bool> AcceptsAsync(SignIn signIn, string code, CancellationToken ct)
    {
        string plain = Plain(code);
        if (plain.Length == 6)
        {
            return StepOf(_seal.Unprotect(signIn.TotpSecret!), plain) is { } step && await store.UseTotpStepAsync(signIn.Person, step, ct);
        }

        return plain.Length > 0 && await store.UseRecoveryCodeAsync(signIn.Person, HashOf(signIn.Person, plain), ct);
    }

    /// <summary>Ten codes of 80 random bits, each good once: <c>ABCD-EFGH-JKLM-NPQR</c>.</summary>
    public static string[] NewRecoveryCodes() => [.. Enumerable.Range(0, RecoveryCodes).Select(_ => ReadableCode.New(4))];

    public static string HashOf(Person person, string recoveryCode) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{person.Id} {Plain(recoveryCode)}")));

    private static string Plain(string code) =>
        string.Concat(Person.FoldSignInName(code).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
