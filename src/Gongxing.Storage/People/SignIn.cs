using Gongxing.Core.People;

namespace Gongxing.Storage.People;

/// <summary>What is needed to check that somebody is who they say.</summary>
/// <param name="TotpSecret">As the caller protected it; null without a second factor.</param>
/// <param name="TotpLastStep">The newest time step a code was accepted for: that one and older ones are used up.</param>
public sealed record SignIn(
    Person Person,
    string PasswordHash,
    bool MustChangePassword,
    byte[]? TotpSecret,
    long TotpLastStep,
    Lockout Lockout,
    DateTimeOffset? LastSignIn);
