namespace Gongxing.Documents.OfficialFormat.Fonts;

/// <summary>Which fonts of a profile this machine has. They are named in a paper, never shipped.</summary>
public static class FontCheck
{
    /// <summary>Each font of the profile once, those that are missing first.</summary>
    public static IReadOnlyList<FontStatus> Of(FormatProfile profile) => Of(profile, InstalledFonts.Find());

    /// <param name="installed">Names of families; null where they cannot be known.</param>
    public static IReadOnlyList<FontStatus> Of(FormatProfile profile, IReadOnlySet<string>? installed) =>
    [
        .. profile.Fonts.All.SelectMany(font => (string[])[font.EastAsia, font.Ascii])
            .Distinct(StringComparer.Ordinal)
            .Select(name => Status(name, installed))
            .OrderBy(status => status.Presence),
    ];

    private static FontStatus Status(string name, IReadOnlySet<string>? installed)
    {
        FontFace? face = FontFaces.Find(name);
        FontPresence presence = installed is null ? FontPresence.Unknown
            : installed.Contains(name) || (face is not null && installed.Any(face.IsNamed)) ? FontPresence.Installed
            : FontPresence.Missing;
        return new FontStatus(name, presence, face?.StandIns ?? []);
    }
}

/// <param name="StandIns">What may be installed in its place, best first.</param>
public sealed record FontStatus(string Name, FontPresence Presence, IReadOnlyList<FontStandIn> StandIns);

public enum FontPresence
{
    Missing,

    /// <summary>This machine does not tell its fonts.</summary>
    Unknown,
    Installed,
}
