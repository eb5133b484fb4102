
namespace Gongxing.Review.Rules;

/// <summary>How enumerations are written in rule files.</summary>
internal static class RuleWords
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Null when no value of the enumeration is written so.</summary>
    public static T? Parse<T>(string word)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (Of(value) == word)
            {
                return value;
            }
        }

        return null;
    }
}
