using System.Net;
using System.Threading.RateLimiting;

namespace Gongxing.Web.Features.Account;

/// <summary>How often one address may try to sign in: twenty times a minute, whatever the names.</summary>
public static class SignInRate
{
    public const string Policy = "sign-in";
    private const int PerMinute = 20;

    public static RateLimitPartition<string> Partition(HttpContext http) => HttpMethods.IsPost(http.Request.Method)
        ? RateLimitPartition.GetFixedWindowLimiter(Network(http.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = PerMinute,
            Window = TimeSpan.FromMinutes(1),
        })
        : RateLimitPartition.GetNoLimiter("");

    // One customer commonly has a whole /64 of IPv6 addresses.
    private static string Network(IPAddress? address) =>
        address is null ? ""
        : address.IsIPv4MappedToIPv6 || address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? address.ToString()
        : Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8));
}
