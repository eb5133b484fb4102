namespace Gongxing.Web.Features.Shared;

/// <summary>Addresses that give something other than a page.</summary>
public static class ReadRoutes
{
    private static readonly string[] s_methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>As <c>MapGet</c>, and HEAD is answered as GET without the body: else it would go to the address that leads nowhere.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder site, string address, Delegate send) =>
        site.MapMethods(address, s_methods, send);
}
