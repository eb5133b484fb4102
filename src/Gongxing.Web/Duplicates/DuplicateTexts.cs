using System.Globalization;
using System.Resources;

namespace Gongxing.Web.Duplicates;

/// <summary>The words around shared passages, the same on the site, in files and at a terminal.</summary>
internal static class DuplicateTexts
{
    private static readonly ResourceManager Texts = new(typeof(DuplicateTexts));

    /// <summary>In the language of the person (<see cref="CultureInfo.CurrentUICulture"/>).</summary>
    /// <exception cref="MissingManifestResourceException">No text has that name.</exception>
    public static string Get(string name, params ReadOnlySpan<object?> values)
    {
        string text = Texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException(name);
        return values.IsEmpty ? text : string.Format(CultureInfo.CurrentCulture, text, values);
    }
}
