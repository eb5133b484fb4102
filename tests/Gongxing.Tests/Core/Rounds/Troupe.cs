using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;
using Gongxing.Text;

namespace Gongxing.Tests.Core.Rounds;

/// <summary>Who takes part in a revision round, and one with a statement in it.</summary>
internal sealed class Troupe
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 3, 2);
    public const string Text = "一、查摆问题\n（一）理论学习方面\n学习不深入，满足于读原文。\n二、原因\n主观上重视不够。\n";

    private readonly OrganisationId _organisation = new(Guid.CreateVersion7());

    public Troupe()
    {
        County = new Office(_organisation, new OfficeId(Guid.CreateVersion7()), "县委办", null);
        Town = new Office(_organisation, new OfficeId(Guid.CreateVersion7()), "镇", County.Id);
        Offices = new OfficeTree([County, Town]);
        (Clerk, TownClerk) = (Make("经办", Roles.Clerk, County), Make("镇经办", Roles.Clerk, Town));
        (Author, Colleague) = (Make("镇长", Roles.Author, Town), Make("副镇长", Roles.Author, Town));
        (Reviewer, Second) = (Make("督查一", Roles.Verifier, County), Make("督查二", Roles.Verifier, Town));
        (Head, TownHead) = (Make("县领导", Roles.Head, County), Make("镇领导", Roles.Head, Town));
        Owner = Make("责任人", Roles.Owner, Town);
        Administrator = Make("管理员", Roles.Administrator, County);
        Round = RevisionRound.Open(RoundId.New(), Clerk, Terms, Today, Monday);
        Material = NewMaterial(Author);
    }

    public Office County { get; }
    public Office Town { get; }
    public OfficeTree Offices { get; }
    public Person Clerk { get; }
    public Person TownClerk { get; }
    public Person Author { get; }
    public Person Colleague { get; }
    public Person Reviewer { get; }
    public Person Second { get; }
    public Person Head { get; }
    public Person TownHead { get; }
    public Person Owner { get; }
    public Person Administrator { get; }

    public IReadOnlyList<Person> Everybody =>
        [Clerk, TownClerk, Author, Colleague, Reviewer, Second, Head, TownHead, Owner, Administrator];

    public RoundTerms Terms => new("2025年度材料审改", 2025, "mzsh-2025", Today.AddDays(10), NamedOffice.Of(County));
    public RevisionRound Round { get; }

    /// <summary>Uploaded by the clerk of the county for the author.</summary>
    public Material Material { get; }

    public Material NewMaterial(Person subject) => new()
    {
        Organisation = _organisation,
        Id = MaterialId.New(),
        Office = subject.Office,
        Uploader = Clerk.Id,
        Subject = subject.Id,
        FileName = "材料.docx",
        Sha256 = new string('a', 64),
        Size = 1,
        MediaType = "text/plain",
        UploadedAt = Monday,
        Series = MaterialId.New(),
        State = MaterialState.Read,
    };

    public Material NextDraft(Submission submission) =>
        Material with { Id = MaterialId.New(), Draft = submission.Draft.Number + 1, Uploader = Author.Id };

    public Submission Entered() => Submission.Enter(
        SubmissionId.New(), Round, Material, NamedOffice.Of(Town), NamedPerson.Of(Author), Clerk, Offices, Monday);

    public Submission Assigned(params Person[] reviewers)
    {
        Submission submission = Entered();
        foreach (Person reviewer in reviewers)
        {
            submission.Assign(Round, reviewer, Clerk, Offices, Monday);
        }

        return submission;
    }

    /// <summary>Commented on 学习不深入 and returned until the fifth day.</summary>
    public Submission Returned()
    {
        Submission submission = Assigned(Reviewer);
        Comment(submission, Reviewer);
        HandBack(submission, Reviewer, Outcome.Return);
        return submission;
    }

    public SubmissionEntry Comment(Submission submission, Person by, string words = "学习不深入") => submission.Comment(
        Round, PlaceOf(submission, words), "哪一次、哪一篇没有学深？", by, Offices, Monday);

    public static QuotedPlace PlaceOf(Submission submission, string words) => QuotedPlace.Of(
        submission.Draft.Material, Text, new TextSpan(Text.IndexOf(words, StringComparison.Ordinal), words.Length));

    public SubmissionEntry HandBack(Submission submission, Person by, Outcome outcome, int days = 5, string note = "") =>
        submission.HandBack(Round, outcome, Today.AddDays(days), note, Today, by, Offices, Monday);

    private Person Make(string name, Roles roles, Office office) =>
        new(_organisation, PersonId.New(), name, name, office.Id, "干部", roles, IsActive: true);
}
