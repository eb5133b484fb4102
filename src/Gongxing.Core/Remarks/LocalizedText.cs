using System.Globalization;

namespace Gongxing.Core.Remarks;

/// <summary>Words that come from data in both languages of the product.</summary>
public readonly record struct LocalizedText(string Zh, string En)
{
    /// <summary>Chinese unless the culture is an English one.</summary>
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? En : Zh;

    public override string ToString() => In(CultureInfo.CurrentUICulture);
}
