using System.Globalization;

namespace Gongxing.Web.Features.Shared;

/// <summary>The size of a file as people say it: 812 B, 34 KB, 2.1 MB.</summary>
public static class FileSize
{
    public static string Of(long bytes) => bytes switch
    {
        < 1 << 10 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MB"),
    };
}
