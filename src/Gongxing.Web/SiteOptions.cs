using System.Net;

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

    /// <summary>Where "today" begins and in which dates are written.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The one machine whose X-Forwarded-For and X-Forwarded-Proto are believed; null believes nobody.</summary>
    public IPAddress? Proxy { get; init; }

    /// <summary>A session that is not used for so long ends.</summary>
    public TimeSpan SessionIdle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Rounds of PBKDF2-SHA512 for a password. Only tests take fewer.</summary>
    public int PasswordRounds { get; init; } = 220_000;
}
