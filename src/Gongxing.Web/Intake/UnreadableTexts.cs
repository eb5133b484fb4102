using System.Globalization;
using System.Resources;
using Gongxing.Documents;

namespace Gongxing.Web.Intake;

/// <summary>For each reason a file could not be read: what happened, and what to do about it.</summary>
public static class UnreadableTexts
{
    private static readonly ResourceManager Texts = new(typeof(UnreadableTexts));

    /// <summary>In the language of the person (<see cref="CultureInfo.CurrentUICulture"/>), with the limits that hold here.</summary>
    public static string Sentence(Unreadable reason, ReadLimits limits) => string.Format(
        CultureInfo.CurrentCulture,
        Texts.GetString(reason.ToString(), CultureInfo.CurrentUICulture)!,
        limits.FileBytes >> 20,
        limits.Parts,
        limits.Depth,
        limits.Time.TotalSeconds);
}
