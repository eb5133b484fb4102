using System.Net;
using System.Security.Cryptography;
using System.Text;
using Gongxing.Web.Features.Shared;

namespace Gongxing.Web.Features.FirstRun;

/// <summary>
/// Who may found the organisation: whoever sits at this machine, or reads the code in the window in which it was started.
/// A stranger on the network is neither.
/// </summary>
public sealed class FirstRunCode(SiteOptions site)
{
    // Any of these says that the request came through another machine, whatever its last hop.
    private static readonly string[] _marksOfAProxy = ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP"];

    /// <summary>Good for as long as the process runs: <c>ABCD-EFGH-JKLM</c>.</summary>
    public string Code { get; } = ReadableCode.New(3);

    public bool IsNeeded(HttpContext http) =>
        site.Proxy is not null
        || http.Connection.RemoteIpAddress is not { } from || !IPAddress.IsLoopback(from)
        || !IsThisMachine(http.Request.Host.Host)
        || _marksOfAProxy.Any(http.Request.Headers.ContainsKey);

    public bool IsRight(string? typed) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(Code), Encoding.UTF8.GetBytes((typed ?? "").Trim().ToUpperInvariant()));

    // Not any name that leads here: a page elsewhere could have its own name answered with this address.
    private static bool IsThisMachine(string host) =>
        host == "localhost" || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));
}
