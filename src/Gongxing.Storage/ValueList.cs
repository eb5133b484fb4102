using Dapper;

namespace Gongxing.Storage;

/// <summary>The list behind <c>in</c>, a parameter a value: the two drivers take a whole list each in a way of its own.</summary>
internal static class ValueList
{
    /// <summary><c>(@v0, @v1)</c>, with the values added to <paramref name="parameters"/>. There must be one at least.</summary>
    public static string Of<T>(IEnumerable<T> values, DynamicParameters parameters) =>
        $"({string.Join(", ", values.Select((value, i) =>
        {
            parameters.Add($"v{i}", value);
            return $"@v{i}";
        }))})";
}
