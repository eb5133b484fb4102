using Gongxing.Core;

namespace Gongxing.Web;

/// <summary>Answers an act that the rules refused after all (two people at once, a forged form) with 409 and the reason.</summary>
public static class RefusedActs
{
    public static void UseRefusedActs(this IApplicationBuilder site) => site.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (RefusedException refused) when (!http.Response.HasStarted)
        {
            http.Items[typeof(Refusal)] = refused.Reason;
            http.Response.StatusCode = refused.Reason switch
            {
                Refusal.NotVisible => StatusCodes.Status404NotFound,
                Refusal.NotYourRole => StatusCodes.Status403Forbidden,
                _ => StatusCodes.Status409Conflict,
            };
        }
        catch (TooBusyException) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = "5";
        }
    });

    /// <summary>Why the act of this request was refused, if it was.</summary>
    public static Refusal? Reason(HttpContext http) => http.Items[typeof(Refusal)] as Refusal?;
}
