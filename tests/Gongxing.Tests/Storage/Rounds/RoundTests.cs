using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;
using Gongxing.Core.Statements;
using Gongxing.Storage.Rounds;
using Gongxing.Tests.Storage.Materials;
using Gongxing.Text;

namespace Gongxing.Tests.Storage.Rounds;

/// <summary>A store test with a round of the clerk's office and people to review in it.</summary>
public abstract class RoundTests(TestServer server) : MaterialTests(server)
{
    protected Person Author { get; private set; } = null!;

    protected Person Reviewer { get; private set; } = null!;

    protected RevisionRound Round { get; private set; } = null!;

    protected OfficeTree Offices { get; set; } = null!;

    protected RoundStore Store => new(Database);

    protected RoundListStore Lists => new(Database);

    protected DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().Date);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Author = await AddPersonAsync("撰写人", Roles.Author);
        Reviewer = await AddPersonAsync("审读人", Roles.Verifier);
        Offices = new OfficeTree(await People.OfficesAsync(Organisation));
        Round = await OpenAsync(Clerk);
    }

    protected async Task<RevisionRound> OpenAsync(Person by, int year = 2025)
    {
        Offices = new OfficeTree(await People.OfficesAsync(Organisation));
        var terms = new RoundTerms("审改", year, "mzsh-2025", Today.AddDays(10), NamedOffice.Of(Offices[by.Office]));
        var round = RevisionRound.Open(RoundId.New(), by, terms, Today, Clock.GetUtcNow());
        await Store.OpenAsync(round, "");
        return round;
    }

    /// <summary>A statement of the author in the round, assigned to <paramref name="reviewers"/>.</summary>
    protected async Task<Submission> EnteredAsync(params Person[] reviewers)
    {
        Material material = await AddReadAsync(NewMaterial(Clerk, subject: Author.Id), Document.FromText(Text), NewStatement());
        return await EnterAsync(material, reviewers);
    }

    protected Task<Submission> EnterAsync(Material material, params Person[] reviewers) => EnterAsync(Round, material, reviewers);

    protected async Task<Submission> EnterAsync(RevisionRound round, Material material, params Person[] reviewers)
    {
        NamedPerson? subject = material.Subject is { } id ? new NamedPerson(id, "撰写人") : null;
        await Store.EnterAsync(
            Organisation,
            round.Id,
            [(material, NamedOffice.Of(Offices[material.Office]), subject)],
            reviewers,
            Clerk,
            Offices,
            "",
            Clock.GetUtcNow());
        SubmissionLine line = (await Lists.LinesAsync(Clerk, round.Id)).Single(line => line.Material == material.Id);
        return (await Store.FindAsync(Organisation, line.Id))!;
    }

    protected Task ActAsync(Submission submission, Action<RevisionRound, Submission> act, string form = "") =>
        Store.ActAsync(Organisation, submission.Id, form, act);

    protected Task CommentAsync(Submission submission, Person by, string words = "学习不深入") => ActAsync(
        submission,
        (round, found) => found.Comment(
            round,
            QuotedPlace.Of(found.Draft.Material, Text, new TextSpan(Text.IndexOf(words, StringComparison.Ordinal), words.Length)),
            "哪一次？",
            by,
            Offices,
            Clock.GetUtcNow()));

    protected Task HandBackAsync(Submission submission, Person by, Outcome outcome) => ActAsync(
        submission,
        (round, found) => found.HandBack(round, outcome, Today.AddDays(3), "请改", Today, by, Offices, Clock.GetUtcNow()));
}
