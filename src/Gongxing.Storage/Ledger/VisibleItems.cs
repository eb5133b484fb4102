using Dapper;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Storage.Materials;

namespace Gongxing.Storage.Ledger;

/// <summary>
/// <see cref="LedgerVisibility.WhyNotRead"/> in SQL, for lists, counts and search. A test holds the two together.
/// </summary>
internal static class VisibleItems
{
    /// <inheritdoc cref="MaterialVisibility.Within"/>
    public const string Within = MaterialVisibility.Within;

    private static readonly string ShownToVerifiers =
        string.Join(", ", LedgerVisibility.ShownToVerifiers.Select(state => $"'{state}'"));

    /// <summary>True for a row <c>i</c> of ledger_item that the reader may see.</summary>
    /// <remarks>
    /// Only the branches that can apply are in it: each one more is a plan the database may get wrong.
    /// </remarks>
    public static string Condition(Person reader)
    {
        if (!reader.IsActive || reader.Is(Roles.Administrator))
        {
            return "1 = 0";
        }

        List<string> branches =
            ["i.id in (select p.item from ledger_part p where p.organisation = @organisation and p.person = @me)"];
        if (reader.Is(Roles.Verifier))
        {
            branches.Add($"i.state in ({ShownToVerifiers})");
        }

        if (reader.Is(Roles.Clerk | Roles.Head))
        {
            branches.Add("i.office in (select id from within_office)");
        }

        return $"i.organisation = @organisation and ({string.Join(" or ", branches)})";
    }

    /// <summary>
    /// The rows <c>i</c> of ledger_item that the reader may see, from which the caller selects; it ends in a condition.
    /// </summary>
    public static string Rows(Person reader) =>
        reader.Is(Roles.Verifier | Roles.Clerk | Roles.Head)
            ? $"from ledger_item i where {Condition(reader)}"
            : Rows(reader, "@allParts");

    /// <summary>Those of them in which the reader has one of the parts in a parameter.</summary>
    /// <remarks>The few rows of one person come first: cross join is what makes SQLite keep to that order.</remarks>
    public static string Rows(Person reader, string parts) =>
        reader.IsActive && !reader.Is(Roles.Administrator)
            ? $"""
              from ledger_part v cross join ledger_item i
              where v.organisation = @organisation and v.person = @me and v.part & {parts} <> 0
                and i.organisation = v.organisation and i.id = v.item
              """
            : "from ledger_item i where 1 = 0";

    /// <summary>The parameters all of these need; the caller adds its own.</summary>
    public static DynamicParameters For(Person reader) =>
        new(new { organisation = reader.Organisation, me = reader.Id, myOffice = reader.Office, allParts = -1L });
}
