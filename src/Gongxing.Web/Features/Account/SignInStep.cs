namespace Gongxing.Web.Features.Account;

/// <summary>What is still asked for after the password, before somebody is signed in.</summary>
public enum SignInStep
{
    Code,
    NewPassword,
}
