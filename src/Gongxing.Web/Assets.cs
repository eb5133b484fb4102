using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Gongxing.Web.Features.Shared;

namespace Gongxing.Web;

/// <summary>
/// The style sheet, the script and the icon: embedded, joined to one file a kind, compressed once a process, and served under
/// a name made of their content, so that a browser never asks for them twice.
/// </summary>
public static class Assets
{
    // The frame comes first and what it may be overruled by comes later; print is last.
    private static readonly string[] _styleOrder =
    [
        "base", "frame", "buttons", "forms", "cards", "tables", "tags", "progress", "timeline", "document", "charts", "review",
        "diff", "rounds", "similar", "relapses", "print",
    ];

    private static readonly Asset _style = Join("css", "text/css; charset=utf-8", "style", _styleOrder);
    private static readonly Asset _script = Join("js", "text/javascript; charset=utf-8", "app", ["app", "selection"]);
    private static readonly Asset _icon = Join("svg", "image/svg+xml", "icon", ["icon"]);

    private static readonly FrozenDictionary<string, Asset> _byUrl =
        new[] { _style, _script, _icon }.ToFrozenDictionary(asset => asset.Url, StringComparer.Ordinal);

    public static string Style => _style.Url;

    public static string Script => _script.Url;

    public static string Icon => _icon.Url;

    public static void MapAssets(this IEndpointRouteBuilder site) =>
        site.MapRead("/assets/{file}", Send).AllowAnonymous();

    private static Task Send(string file, HttpContext http)
    {
        if (!_byUrl.TryGetValue($"/assets/{file}", out Asset? asset))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        string accepted = http.Request.Headers.AcceptEncoding.ToString();
        (string? encoding, byte[] body) = accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? ("br", asset.Brotli)
            : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? ("gzip", asset.Gzip)
            : (null, asset.Plain);
        http.Response.ContentType = asset.Type;
        http.Response.ContentLength = body.Length;
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (encoding is not null)
        {
            http.Response.Headers.ContentEncoding = encoding;
        }

        return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    private static Asset Join(string extension, string type, string name, string[] parts)
    {
        using var joined = new MemoryStream();
        foreach (string part in parts)
        {
            string resource = extension == "svg" ? $"wwwroot/{part}.svg" : $"wwwroot/{extension}/{part}.{extension}";
            using Stream text = typeof(Assets).Assembly.GetManifestResourceStream(resource)
                ?? throw new InvalidOperationException($"{resource} is not embedded.");
            text.CopyTo(joined);
        }

        byte[] plain = joined.ToArray();
        string hash = Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 6));
        return new Asset(
            $"/assets/{name}-{hash}.{extension}",
            type,
            plain,
            Compress(plain, to => new BrotliStream(to, CompressionLevel.SmallestSize)),
            Compress(plain, to => new GZipStream(to, CompressionLevel.SmallestSize)));
    }

    private static byte[] Compress(byte[] plain, Func<Stream, Stream> open)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = open(compressed))
        {
            stream.Write(plain);
        }

        return compressed.ToArray();
    }

    private sealed record Asset(string Url, string Type, byte[] Plain, byte[] Brotli, byte[] Gzip);
}
