namespace Gongxing.Web.Features.Account;

/// <summary>From what somebody signed in, as far as it helps to recognise it.</summary>
public static class Device
{
    // The first that is in the header wins: Edge and others also call themselves Chrome, and Chrome calls itself Safari.
    private static readonly (string Mark, string Name)[] _browsers =
        [("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chromium"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] _systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    /// <summary><c>Chromium, Linux</c></summary>
    public static string Of(HttpRequest request)
    {
        string agent = request.Headers.UserAgent.ToString();
        string[] known = [First(_browsers, agent), First(_systems, agent)];
        return string.Join(", ", known.Where(name => name.Length > 0));
    }

    /// <summary>For the security log: address and device.</summary>
    public static string Place(HttpContext http) => $"{http.Connection.RemoteIpAddress} {Of(http.Request)}".Trim();

    private static string First((string Mark, string Name)[] known, string agent) =>
        known.FirstOrDefault(one => agent.Contains(one.Mark, StringComparison.Ordinal)).Name ?? "";
}
