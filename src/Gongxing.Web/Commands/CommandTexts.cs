using System.Globalization;
using System.Resources;

namespace Gongxing.Web.Commands;

/// <summary>The words of the command line, in the language of the person who calls it.</summary>
internal static class CommandTexts
{
    private static readonly ResourceManager Texts = new(typeof(CommandTexts));

    /// <exception cref="MissingManifestResourceException">No text has that name.</exception>
    public static string Get(string name, params ReadOnlySpan<object?> values)
    {
        string text = Texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException(name);
        return values.IsEmpty ? text : string.Format(CultureInfo.CurrentCulture, text, values);
    }
}
