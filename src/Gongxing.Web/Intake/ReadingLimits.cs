using System.Globalization;
using Gongxing.Documents;

namespace Gongxing.Web.Intake;

/// <summary>The limits as set on this machine: <c>Gongxing:Limits:FileBytes</c> in the site's configuration, or
/// <c>GONGXING__LIMITS__FILEBYTES</c> in the environment of any command. What is not set keeps its safe default.</summary>
public static class ReadingLimits
{
    public static ReadLimits OfEnvironment() =>
        Of(name => Environment.GetEnvironmentVariable($"GONGXING__LIMITS__{name.ToUpperInvariant()}"));

    public static ReadLimits Of(IConfiguration configuration) => Of(name => configuration[$"Gongxing:Limits:{name}"]);

    /// <exception cref="FormatException">A setting is no positive whole number.</exception>
    private static ReadLimits Of(Func<string, string?> setting)
    {
        ReadLimits safe = ReadLimits.Default;
        long Number(string name, long usual) => setting(name) is not { Length: > 0 } value ? usual
            : long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number > 0 ? number
            : throw new FormatException($"Gongxing:Limits:{name} = {value}");
        int Count(string name, int usual) => (int)Math.Min(int.MaxValue, Number(name, usual));
        return new ReadLimits
        {
            FileBytes = Math.Min(int.MaxValue / 2, Number(nameof(safe.FileBytes), safe.FileBytes)),
            UnpackedBytes = Number(nameof(safe.UnpackedBytes), safe.UnpackedBytes),
            Expansion = Count(nameof(safe.Expansion), safe.Expansion),
            Parts = Count(nameof(safe.Parts), safe.Parts),
            Depth = Count(nameof(safe.Depth), safe.Depth),
            Pages = Count(nameof(safe.Pages), safe.Pages),
            TextLength = Count(nameof(safe.TextLength), safe.TextLength),
            Time = TimeSpan.FromSeconds(Count("Seconds", (int)safe.Time.TotalSeconds)),
            WorkerBytes = Number(nameof(safe.WorkerBytes), safe.WorkerBytes),
        };
    }
}
