using System.Text;

namespace Gongxing.Core.People;

/// <summary>Somebody who signs in: their office, their post as shown beside the name, and what they may do.</summary>
public sealed record Person(
    OrganisationId Organisation,
    PersonId Id,
    string SignInName,
    string Name,
    OfficeId Office,
    string Post,
    Roles Roles,
    bool IsActive)
{
    /// <summary>Whether the person holds any of <paramref name="roles"/>.</summary>
    public bool Is(Roles roles) => (Roles & roles) != 0;

    /// <summary>What was typed as a sign-in name, as it is kept: case, width and blanks at the ends make no difference.</summary>
    /// <remarks>By runes, because half a surrogate pair cannot be normalised.</remarks>
    public static string FoldSignInName(string typed) =>
        string.Concat(typed.EnumerateRunes()).Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();

    /// <summary>Why nobody may hold these roles together, or null if somebody may.</summary>
    public static Refusal? WhyNotHold(Roles roles) =>
        (roles & Roles.Administrator) != 0 && roles != Roles.Administrator ? Refusal.AdministratorSeesNoContent : null;
}
