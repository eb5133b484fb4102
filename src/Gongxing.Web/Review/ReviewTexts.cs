using System.Globalization;
using System.Resources;

namespace Gongxing.Web.Review;

/// <summary>The words around remarks, the same on the site, in files and at a terminal.</summary>
internal static class ReviewTexts
{
    private static readonly ResourceManager Texts = new(typeof(ReviewTexts));

    /// <summary>In the language of the person (<see cref="CultureInfo.CurrentUICulture"/>).</summary>
    /// <exception cref="MissingManifestResourceException">No text has that name.</exception>
    public static string Get(string name, params ReadOnlySpan<object?> values) => GetIn(CultureInfo.CurrentUICulture, name, values);

    /// <summary>In a language of its own, for what does not go to this person alone.</summary>
    /// <inheritdoc cref="Get"/>
    public static string GetIn(CultureInfo language, string name, params ReadOnlySpan<object?> values)
    {
        string text = Texts.GetString(name, language) ?? throw new MissingManifestResourceException(name);
        return values.IsEmpty ? text : string.Format(CultureInfo.CurrentCulture, text, values);
    }
}
