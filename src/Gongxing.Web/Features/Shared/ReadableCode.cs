using System.Security.Cryptography;

namespace Gongxing.Web.Features.Shared;

/// <summary>Random codes that people read aloud and copy from paper.</summary>
public static class ReadableCode
{
    // Without 0, 1, O and I, which look like one another on paper.
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary><c>ABCD-EFGH-JKLM</c> for three groups; twenty random bits a group.</summary>
    public static string New(int groups) =>
        string.Join('-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
}
