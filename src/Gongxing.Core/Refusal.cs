namespace Gongxing.Core;

/// <summary>An act the rules do not allow. The web shows the reason beside the form; anywhere else it is a bug.</summary>
public sealed class RefusedException(Refusal reason) : InvalidOperationException($"Refused: {reason}.")
{
    public Refusal Reason => reason;

    public static void ThrowIf(Refusal? reason)
    {
        if (reason is { } why)
        {
            throw new RefusedException(why);
        }
    }
}

/// <summary>Why the rules do not let an act happen. The web has a sentence for each.</summary>
public enum Refusal
{
    SomebodyWasFirst,
    NotYourRole,
    NotVisible,

    AdministratorSeesNoContent,
    LastAdministrator,
    SignInNameTaken,
    NoSuchOffice,
    OfficeUnderItself,
}
