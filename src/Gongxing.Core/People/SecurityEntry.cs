namespace Gongxing.Core.People;

/// <summary>A line of the security log (安全日志): who signed in or failed to, who changed what about people.</summary>
/// <param name="Number">From 1 in the organisation, without gaps.</param>
/// <param name="Actor">Null when nobody was signed in.</param>
/// <param name="Detail">What changed, e.g. <c>roles: Owner → Owner, Verifier</c>; never a password or a token.</param>
public sealed record SecurityEntry(
    long Number,
    DateTimeOffset At,
    SecurityAct Act,
    PersonId? Actor,
    PersonId? Subject,
    string Detail);

public enum SecurityAct
{
    Founded,
    SignedIn,
    SignInFailed,

    /// <summary>So many wrong attempts that the person has to wait.</summary>
    Locked,
    SignedOut,
    SessionsEnded,
    PasswordChanged,
    PasswordReset,
    SecondFactorSet,
    SecondFactorRemoved,
    RecoveryCodeUsed,
    Unlocked,
    PersonAdded,
    PersonChanged,
    OfficeAdded,
    OfficeChanged,
}
