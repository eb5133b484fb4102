using System.Collections.Frozen;
using Gongxing.Core.Materials;
using Gongxing.Core.People;

namespace Gongxing.Storage.Materials;

/// <summary>The columns of a material, for every query that hands one out.</summary>
internal sealed class MaterialRow
{
    public const string Columns =
        """
        m.organisation, m.id, m.office, m.uploader, m.subject, m.file_name FileName, m.sha256, m.size,
        m.media_type MediaType, m.uploaded_at UploadedAt, m.series, m.draft, m.state, m.reason, m.title, m.attempts,
        m.characters, m.findings, m.causes, m.measures, m.stops, m.review_held ReviewHeld
        """;

    /// <summary>The same with what <see cref="Material.WhyNotRead"/> asks besides; for a row <c>m</c> that is selected.</summary>
    public const string WithReviewers =
        $"""
        {Columns},
        (select string_agg(v.person, ',') from submission_draft d
            join submission s on s.organisation = d.organisation and s.id = d.submission
            join revision_round r on r.organisation = s.organisation and r.id = s.round
            join submission_reviewer v on v.organisation = s.organisation and v.submission = s.id
            where d.organisation = m.organisation and d.material = m.id and s.is_in = 1 and r.is_open = 1) Reviewers
        """;

    public OrganisationId Organisation { get; init; }
    public MaterialId Id { get; init; }
    public OfficeId Office { get; init; }
    public PersonId Uploader { get; init; }
    public PersonId? Subject { get; init; }
    public string FileName { get; init; } = "";
    public string Sha256 { get; init; } = "";
    public long Size { get; init; }
    public string MediaType { get; init; } = "";
    public DateTimeOffset UploadedAt { get; init; }
    public MaterialId Series { get; init; }
    public long Draft { get; init; }
    public string State { get; init; } = "";
    public string? Reason { get; init; }
    public string? Title { get; init; }
    public long Attempts { get; init; }
    public long Characters { get; init; }
    public long Findings { get; init; }
    public long Causes { get; init; }
    public long Measures { get; init; }
    public byte[]? Stops { get; init; }
    public long ReviewHeld { get; init; }
    public string? Reviewers { get; init; }

    public Material ToMaterial() => new()
    {
        Organisation = Organisation,
        Id = Id,
        Office = Office,
        Uploader = Uploader,
        Subject = Subject,
        FileName = FileName,
        Sha256 = Sha256,
        Size = Size,
        MediaType = MediaType,
        UploadedAt = UploadedAt,
        Series = Series,
        Draft = (int)Draft,
        State = Enum.Parse<MaterialState>(State),
        Reason = Reason,
        Title = Title,
        Stops = Stops is null ? [] : StoredJson.Read<MaterialStop[]>(Stops),
        Reviewers = Reviewers is null ? FrozenSet<PersonId>.Empty
            : Reviewers.Split(',').Select(id => new PersonId(Guid.ParseExact(id, "N"))).ToFrozenSet(),
    };

    public MaterialLine ToLine() =>
        new(ToMaterial(), (int)Characters, (int)Findings, (int)Causes, (int)Measures, ReviewHeld == 1);
}
