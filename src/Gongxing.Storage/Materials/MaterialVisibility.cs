using Dapper;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;

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
            or ((@isClerk = 1 or @isHead = 1) and m.office in (select id from within_office))
            or (@isReviewer = 1 and m.id in (
                select d.material from submission_reviewer v
                join submission s on s.organisation = v.organisation and s.id = v.submission
                join revision_round r on r.organisation = s.organisation and r.id = s.round
                join submission_draft d on d.organisation = s.organisation and d.submission = s.id
                where v.organisation = @organisation and v.person = @me and s.is_in = 1 and r.is_open = 1)))
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
        isReviewer = reader.Is(SubmissionActs.Reviewers) ? 1L : 0L,
    });
}
