using System.ComponentModel.DataAnnotations;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OtpNet;
using QRCoder;

namespace Gongxing.Web.Features.Account;

/// <summary>两步验证: turns the second step of one's own signing-in on or off.</summary>
[Authorize(Policy = Policies.Account)]
[LimitWrongAnswers]
public sealed class FactorModel(
    CurrentPerson me,
    SignInStore store,
    SecondFactor factor,
    Passwords passwords,
    IStringLocalizer<AccountTexts> texts) : PageModel
{
    private byte[] _secret = [];

    public bool IsOn { get; private set; }

    /// <summary>Shown once, right after turning it on.</summary>
    public string[]? NewCodes { get; private set; }

    /// <summary>The new secret, sealed: the browser only carries it from this page to its answer.</summary>
    [BindProperty]
    public string? Secret { get; set; }

    [BindProperty]
    [Display(Name = "Factor.Code")]
    public string? Code { get; set; }

    [BindProperty]
    [Display(Name = "Password")]
    [MaxLength(PasswordRules.Longest)]
    public string? Password { get; set; }

    public string Key => string.Join(' ', Base32Encoding.ToString(_secret).Chunk(4).Select(part => new string(part)));

    public string Qr
    {
        get
        {
            var uri = new OtpUri(OtpType.Totp, _secret, me.Person.SignInName, "Gongxing").ToString();
            using var generator = new QRCodeGenerator();
            using QRCodeData data = generator.CreateQrCode(uri, QRCodeGenerator.ECCLevel.M);
            using var svg = new SvgQRCode(data);
            return svg.GetGraphic(4, "#000", "#fff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
        }
    }

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if ((await LoadAsync(ct)).TotpSecret is not null)
        {
            return Redirect("/account/second-factor");
        }

        if (factor.StepOf(_secret, Code ?? "") is not { } step)
        {
            ModelState.AddModelError(nameof(Code), texts["Code.Wrong"]);
            return Page();
        }

        string[] codes = SecondFactor.NewRecoveryCodes();
        string[] hashes = [.. codes.Select(code => SecondFactor.HashOf(me.Person, code))];
        await store.SetTotpAsync(me.Person, factor.Seal(_secret), step, hashes, me.Id, ct);
        NewCodes = codes;
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        SignIn signIn = await LoadAsync(ct);
        if (!await passwords.IsAsync(signIn.PasswordHash, Password ?? "", ct))
        {
            ModelState.AddModelError(nameof(Password), texts["Password.Wrong"]);
            return Page();
        }

        await store.SetTotpAsync(me.Person, null, 0, [], me.Id, ct);
        this.Notice(texts["Factor.Removed"]);
        return Redirect("/account");
    }

    private async Task<SignIn> LoadAsync(CancellationToken ct)
    {
        SignIn signIn = (await store.FindAsync(me.Organisation, me.Id, ct))!;
        IsOn = signIn.TotpSecret is not null;
        _secret = factor.Open(Secret) ?? SecondFactor.NewSecret();
        Secret = Convert.ToBase64String(factor.Seal(_secret));
        ModelState.Remove(nameof(Secret));
        return signIn;
    }
}
