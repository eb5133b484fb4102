namespace Gongxing.Web;

/// <summary>What a site is started with. Tests start the very same site on a port and a folder of their own.</summary>
public sealed record SiteOptions
{
    public required string Urls { get; init; }

    /// <summary>Folder of the embedded database, the files and the keys; made when missing.</summary>
    public required string Data { get; init; }

    /// <summary>A PostgreSQL connection string; null for SQLite in <see cref="Data"/>.</summary>
    public string? Database { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>Puts the site together: everything that is registered stands here.</summary>
public static class GongxingSite
{
    public static WebApplication Create(SiteOptions options)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(options.Urls);
        builder.Services.AddSingleton(options.Clock);

        return builder.Build();
    }
}
