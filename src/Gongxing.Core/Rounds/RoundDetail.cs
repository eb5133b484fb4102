using System.Text.Json.Serialization;
using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;

namespace Gongxing.Core.Rounds;

/// <summary>
/// What an act on a round or in it carries besides who, when and the note. Written as JSON into the history: add fields,
/// never rename.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RoundTerms), "terms")]
[JsonDerivedType(typeof(EnteredStatement), "entered")]
[JsonDerivedType(typeof(NamedReviewer), "reviewer")]
[JsonDerivedType(typeof(NewComment), "comment")]
[JsonDerivedType(typeof(OneComment), "oneComment")]
[JsonDerivedType(typeof(HandedBack), "handedBack")]
[JsonDerivedType(typeof(NextDraft), "nextDraft")]
public abstract record RoundDetail
{
    /// <param name="Draft">As it stands when it is put in.</param>
    /// <param name="Subject">The person it is about; null for a statement of an office.</param>
    public sealed record EnteredStatement(
        RoundId Round, MaterialId Series, SubmittedDraft Draft, NamedOffice Office, NamedPerson? Subject) : RoundDetail;

    public sealed record NamedReviewer(NamedPerson Reviewer) : RoundDetail;

    /// <summary>What the comment says is the note of the entry.</summary>
    public sealed record NewComment(QuotedPlace Place) : RoundDetail;

    public sealed record OneComment(int Comment) : RoundDetail;

    /// <param name="Due">By when the author shall send the next draft; null for an accepted one.</param>
    public sealed record HandedBack(Outcome Outcome, DateOnly? Due) : RoundDetail;

    public sealed record NextDraft(SubmittedDraft Draft) : RoundDetail;
}

/// <summary>What a round is about and by when it shall be through.</summary>
/// <param name="Template">Id of the template pack whose aspects the matrix shows; empty for none.</param>
/// <param name="Office">The office that holds it.</param>
public sealed record RoundTerms(string Title, int Year, string Template, DateOnly Due, NamedOffice Office) : RoundDetail;

/// <summary>A draft that was sent for review (送审稿).</summary>
/// <param name="Number">Of the draft in its series.</param>
public sealed record SubmittedDraft(MaterialId Material, int Number, PersonId Uploader)
{
    public static SubmittedDraft Of(Material material) => new(material.Id, material.Draft, material.Uploader);
}
