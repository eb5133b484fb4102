using System.Collections.Frozen;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;

namespace Gongxing.Core.Materials;

/// <summary>A material (材料): a file somebody uploaded for an office, and how far the reading of it has come.</summary>
/// <remarks>
/// <code>
///            claim               finish
/// Waiting ───────────▶ Reading ───────────▶ Read
///  ▲ ▲ ▲                │   │ └── stop ─────▶ Stopped
///  │ │ └─── lease ends ──┘   └── give up ──▶ Unreadable
///  │ └───── again ──── Held ◀── hold ── Waiting    │
///  └──────────────────── again ────────────────────┘
/// </code>
/// The file itself never changes. A new draft is a material of its own in the same series. Of a stopped one neither file nor
/// text is kept.
/// </remarks>
public sealed record Material
{
    public required OrganisationId Organisation { get; init; }
    public required MaterialId Id { get; init; }

    /// <summary>The office it was uploaded for.</summary>
    public required OfficeId Office { get; init; }
    public required PersonId Uploader { get; init; }

    /// <summary>The person it is about, who wrote it; null for a statement of an office.</summary>
    public PersonId? Subject { get; init; }

    /// <summary>As the uploader called it: shown, never used as a path.</summary>
    public required string FileName { get; init; }

    /// <summary>Hash of the file, under which it is kept.</summary>
    public required string Sha256 { get; init; }
    public required long Size { get; init; }
    public required string MediaType { get; init; }
    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>The first draft's id: all drafts of one material have it.</summary>
    public required MaterialId Series { get; init; }

    /// <summary>From 1 in the series.</summary>
    public int Draft { get; init; } = 1;

    public MaterialState State { get; init; } = MaterialState.Waiting;

    /// <summary>Why it could not be read, as a code the web has a sentence for; null unless it is unreadable.</summary>
    public string? Reason { get; init; }

    /// <summary>Why it was stopped; empty unless it was.</summary>
    public IReadOnlyList<MaterialStop> Stops { get; init; } = [];

    /// <summary>The title the statement gives itself; null before it is read, or when it has none.</summary>
    public string? Title { get; init; }

    /// <summary>Whom a revision round that is open has assigned to review it; not stored with it.</summary>
    public IReadOnlySet<PersonId> Reviewers { get; init; } = FrozenSet<PersonId>.Empty;

    /// <summary>Why <paramref name="person"/> may not hand in a material for an office, about somebody or nobody, or null if they may.</summary>
    /// <remarks>
    /// An author what is their own or their office's, a clerk what anybody of their office and of those below wrote. A review holds
    /// it against what the same person wrote before: whoever could name anybody would be told what those have said.
    /// </remarks>
    public static Refusal? WhyNotHandIn(Person person, OfficeId office, PersonId? subject, OfficeTree offices) =>
        person.IsActive
            && ((person.Is(Roles.Clerk) && offices.IsWithin(office, person.Office))
                || (person.Is(Roles.Author) && office == person.Office && (subject is null || subject == person.Id)))
            ? null
            : Refusal.NotYourRole;

    /// <summary>Why <paramref name="person"/> may not see the material, or null if they may.</summary>
    /// <remarks>
    /// Whoever uploaded it, the person it is about, the clerks and heads of its office and of those above, as for the items made
    /// from it, and who reviews it in a round, as long as that is open. Any other verifier sees the words an item quotes, and not the
    /// material. Lists and search ask the same in SQL.
    /// </remarks>
    public Refusal? WhyNotRead(Person person, OfficeTree offices) =>
        person.Organisation == Organisation && person.IsActive && !person.Is(Roles.Administrator)
            && (person.Id == Uploader
                || person.Id == Subject
                || (person.Is(Roles.Clerk | Roles.Head) && offices.IsWithin(Office, person.Office))
                || (person.Is(SubmissionActs.Reviewers) && Reviewers.Contains(person.Id)))
            ? null
            : Refusal.NotVisible;

    /// <summary>Why <paramref name="person"/> may not correct the structure, or null if they may.</summary>
    public Refusal? WhyNotChange(Person person, OfficeTree offices) =>
        WhyNotRead(person, offices)
        ?? (person.Id == Uploader || (person.Is(Roles.Clerk) && person.Office == Office) ? null : Refusal.NotYourRole);

    /// <summary>Why <paramref name="person"/> may not remove the material, or null if they may: whoever may change it, as long as it was not read.</summary>
    public Refusal? WhyNotRemove(Person person, OfficeTree offices) =>
        WhyNotChange(person, offices) ?? (State is MaterialState.Unreadable or MaterialState.Held ? null : Refusal.WasRead);

    /// <summary>Why <paramref name="person"/> may not decide about remarks on the material or upload its next draft, or null if they may.</summary>
    /// <remarks>Whoever may change it, and the person it is about, who wrote it. A head reads, and decides nothing for them.</remarks>
    public Refusal? WhyNotDecide(Person person, OfficeTree offices) =>
        person.Id == Subject ? WhyNotRead(person, offices) : WhyNotChange(person, offices);
}

public enum MaterialState
{
    Waiting,
    Reading,
    Read,
    Unreadable,

    /// <summary>Somebody stopped the reading of what still waited: it is kept, and read when they say so.</summary>
    Held,

    /// <summary>It holds what must not be kept here.</summary>
    Stopped,
}
