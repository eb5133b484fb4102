namespace Gongxing.Web.Tests.Permissions;

/// <summary>A table drawn as text: a letter for each person at its head, an address at the start of each row, a mark for each of them.</summary>
internal sealed record PermissionTable(IReadOnlyList<char> People, IReadOnlyList<PermissionRow> Rows)
{
    public static PermissionTable Parse(string drawn)
    {
        string[][] lines = [.. drawn.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        char[] people = [.. lines[0].Select(letter => letter.Single())];
        return new PermissionTable(people, [.. lines[1..].Select(line => Row(line, people))]);
    }

    private static PermissionRow Row(string[] line, char[] people) => new(
        line[0],
        people.Zip(line[1..(people.Length + 1)], (letter, mark) => (letter, mark.Single())).ToDictionary(),
        [.. line[(people.Length + 1)..].Select(field => field.Split('=', 2)).Select(field => (field[0], field.ElementAtOrDefault(1) ?? ""))]);
}

/// <param name="Marks">What each of the people meets there.</param>
/// <param name="Fields">What stands behind the marks: <c>Name=Value</c>.</param>
internal sealed record PermissionRow(
    string Address, IReadOnlyDictionary<char, char> Marks, IReadOnlyList<(string Name, string Value)> Fields);
