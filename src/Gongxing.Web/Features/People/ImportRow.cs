using Gongxing.Core.People;

namespace Gongxing.Web.Features.People;

/// <summary>A line of a pasted table: name, sign-in name, office, post, roles. Read, and told what is wrong with it.</summary>
/// <param name="Line">From 1, as the person counts who pasted it.</param>
/// <param name="Wrong">Key of the sentence that says what is wrong; null when the line can be added.</param>
public sealed record ImportRow(int Line, string Name, string SignInName, string Office, string Post, string Roles, string? Wrong, Person? Person)
{
    private static readonly char[] _betweenRoles = [';', '+', '/', ' ', '\u3001', '\uFF1B'];

    /// <summary>Reads lines separated by tabs, as a spreadsheet copies them, or by commas; empty lines do not count.</summary>
    /// <param name="people">Who is there already.</param>
    /// <param name="roleNames">What the roles are called, in whatever language.</param>
    public static IReadOnlyList<ImportRow> Read(
        string table,
        OrganisationId organisation,
        IReadOnlyCollection<Office> offices,
        IReadOnlyCollection<Person> people,
        IReadOnlyDictionary<string, Roles> roleNames)
    {
        HashSet<string> taken = [.. people.Select(person => person.SignInName)];
        var officeByName = offices.ToLookup(office => office.Name, StringComparer.Ordinal);
        return
        [
            .. table.Split('\n').Select((line, at) => (Text: line.Trim(), Number: at + 1))
                .Where(line => line.Text.Length > 0)
                .Select(line => Read(line.Number, Cells(line.Text), organisation, officeByName, taken, roleNames)),
        ];
    }

    private static ImportRow Read(
        int line,
        string[] cells,
        OrganisationId organisation,
        ILookup<string, Office> offices,
        HashSet<string> taken,
        IReadOnlyDictionary<string, Roles> roleNames)
    {
        string[] named = cells[4].Split(_betweenRoles, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Roles roles = named.Aggregate(Core.People.Roles.None, (all, name) => all | roleNames.GetValueOrDefault(name));
        Office[] office = [.. offices[cells[2]].Take(2)];
        string? wrong =
            cells[0].Length is 0 or > 50 ? "Import.Wrong.Name"
            : cells[1].Length is 0 or > 64 ? "Import.Wrong.SignInName"
            : office.Length == 0 ? "Import.Wrong.Office"
            : office.Length > 1 ? "Import.Wrong.Offices"
            : cells[3].Length > 50 ? "Import.Wrong.Post"
            : named.Length == 0 || !named.All(roleNames.ContainsKey) ? "Import.Wrong.Roles"
            : Core.People.Person.WhyNotHold(roles) is not null ? "Import.Wrong.Administrator"
            : !taken.Add(Core.People.Person.FoldSignInName(cells[1])) ? "Import.Wrong.Taken"
            : null;
        Person? person = wrong is null
            ? new Person(organisation, PersonId.New(), cells[1], cells[0], office[0].Id, cells[3], roles, IsActive: true)
            : null;
        return new ImportRow(line, cells[0], cells[1], cells[2], cells[3], cells[4], wrong, person);
    }

    private static string[] Cells(string line)
    {
        char between = line.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        string[] cells = [.. line.Split(between, 5).Select(cell => cell.Trim().Trim('"'))];
        return [.. cells, .. Enumerable.Repeat("", 5 - cells.Length)];
    }
}
