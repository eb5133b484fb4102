using System.Net;
using System.Threading.RateLimiting;
using Gongxing.Core.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongxing.Web.Features.Account;

/// <summary>How often one address may be wrong about who it is: twenty times a minute, whatever the names.</summary>
/// <remarks>
/// Against one password tried on many names; many passwords on one name are for <see cref="Lockout"/>. What is right does not
/// count: at half past eight a whole office signs in from behind one address.
/// </remarks>
public sealed class SignInRate : IDisposable
{
    private const int PerMinute = 20;

    private readonly PartitionedRateLimiter<HttpContext> _wrong = PartitionedRateLimiter.Create<HttpContext, string>(
        http => RateLimitPartition.GetFixedWindowLimiter(
            Network(http.Connection.RemoteIpAddress),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) }));

    public bool IsUsedUp(HttpContext http)
    {
        using RateLimitLease lease = _wrong.AttemptAcquire(http, permitCount: 0);
        return !lease.IsAcquired;
    }

    public void CountWrong(HttpContext http) => _wrong.AttemptAcquire(http).Dispose();

    public void Dispose() => _wrong.Dispose();

    // One customer commonly has a whole /64 of IPv6 addresses.
    private static string Network(IPAddress? address) =>
        address is null ? ""
        : address.IsIPv4MappedToIPv6 || address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? address.ToString()
        : Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8));
}

/// <summary>Holds the forms of a page to <see cref="SignInRate"/>: a form that is shown again was filled in wrongly.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LimitWrongAnswersAttribute : Attribute, IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            await next();
            return;
        }

        SignInRate rate = context.HttpContext.RequestServices.GetRequiredService<SignInRate>();
        if (rate.IsUsedUp(context.HttpContext))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status429TooManyRequests);
            return;
        }

        if ((await next()).Result is PageResult)
        {
            rate.CountWrong(context.HttpContext);
        }
    }
}
