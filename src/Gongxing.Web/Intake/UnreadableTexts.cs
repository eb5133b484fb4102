using System.Globalization;
using System.Resources;
using Gongxing.Documents;

namespace Gongxing.Web.Intake;

/// <summary>For each reason a file could not be read: what happened, and what to do about it.</summary>
public static class UnreadableTexts
{
    private static readonly ResourceManager Texts = new(typeof(UnreadableTexts));

    /// <summary>In the language of the person (<see cref="CultureInfo.CurrentUICulture"/>), with the limits that hold here.</summary>
    /// <param name="file">Name of the file: from a text nobody can take pictures out.</param>
    public static string Sentence(Unreadable reason, string file, ReadLimits limits) => string.Format(
        CultureInfo.CurrentCulture,
        Texts.GetString(
            reason == Unreadable.TooLarge && FileName.IsText(file) ? $"{reason}.Text" : $"{reason}", CultureInfo.CurrentUICulture)!,
        limits.FileBytes >> 20,
        limits.Parts,
        limits.Depth,
        limits.Time.TotalSeconds);
}
