using Dapper;
using Gongxing.Core.Materials;
using Gongxing.Core.People;

namespace Gongxing.Storage.Materials;

/// <summary><see cref="Material.WhyNotRead"/> in SQL, for lists, counts and search. A test holds the two together.</summary>
internal static class MaterialVisibility
{
    /// <summary>Goes before a query that uses <see cref="Condition"/>: the offices at and under the reader's.</summary>
    public const string Within =
        """
        with recursive within_office (id) as (
            select id from office where organisation = @organisation and id = @myOffice
            union
            select o.id from office o join within_office w on o.parent = w.id where o.organisation = @organisation)
        """;

    /// <summary>True for a row <c>m</c> of material that the reader may see.</summary>
    public const string Condition =
        """
        @mayRead = 1 and m.organisation = @organisation and (
            m.uploader = @me
            or m.subject = @me
            or (@isClerk = 1 and m.office = @myOffice)
            or (@isHead = 1 and m.office in (select id from within_office)))
        """;

    /// <summary>The parameters the two need; the caller adds its own.</summary>
    public static DynamicParameters For(Person reader) => new(new
    {
        organisation = reader.Organisation,
        me = reader.Id,
        myOffice = reader.Office,
        mayRead = reader.IsActive && !reader.Is(Roles.Administrator) ? 1L : 0L,
        isClerk = reader.Is(Roles.Clerk) ? 1L : 0L,
        isHead = reader.Is(Roles.Head) ? 1L : 0L,
    });
}
