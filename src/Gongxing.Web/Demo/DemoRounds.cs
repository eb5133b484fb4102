using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;
using Gongxing.Storage.Materials;
using Gongxing.Storage.Rounds;
using Gongxing.Text;

namespace Gongxing.Web.Demo;

/// <summary>A revision round of the example as it would stand by now: some drafts returned, some accepted, some unread.</summary>
public sealed class DemoRounds(RoundStore rounds, RoundListStore lists, MaterialStore materials, LocalDates dates, TimeProvider clock)
{
    /// <param name="taken">The materials of the example by the names of their files; those not read are left out.</param>
    public async Task FillAsync(
        DemoRound script,
        IReadOnlyDictionary<string, Material> taken,
        OfficeTree offices,
        IReadOnlyDictionary<string, Person> people,
        CancellationToken ct)
    {
        Person clerk = people["clerk"];
        DateTimeOffset at = clock.GetUtcNow().AddDays(-6);
        var terms = new RoundTerms(
            script.Title, script.Year, script.Template, dates.Today.AddDays(script.DueIn), NamedOffice.Of(offices[clerk.Office]));
        var round = RevisionRound.Open(RoundId.New(), clerk, terms, dates.On(at), at);
        await rounds.OpenAsync(round, "", ct);
        foreach (DemoStatement statement in script.Statements)
        {
            if (await materials.FindAsync(clerk.Organisation, taken[statement.File].Id, ct) is { State: MaterialState.Read } material)
            {
                NamedPerson? subject = people.Values.Where(person => person.Id == material.Subject).Select(NamedPerson.Of).FirstOrDefault();
                Person[] reviewers = statement.Reviewer is { } name ? [people[name]] : [];
                await rounds.EnterAsync(
                    clerk.Organisation,
                    round.Id,
                    [(material, NamedOffice.Of(offices[material.Office]), subject)],
                    reviewers,
                    clerk,
                    offices,
                    "",
                    at,
                    ct);
                await ReviewAsync(statement, material, round.Id, offices, people, ct);
            }
        }
    }

    private async Task ReviewAsync(
        DemoStatement script,
        Material material,
        RoundId id,
        OfficeTree offices,
        IReadOnlyDictionary<string, Person> people,
        CancellationToken ct)
    {
        if (script.Reviewer is not { } name)
        {
            return;
        }

        (Person clerk, Person reviewer) = (people["clerk"], people[name]);
        DateTimeOffset at = clock.GetUtcNow().AddDays(-3);
        string text = (await materials.DocumentAsync(material, ct))!.Text;
        SubmissionId submission = (await lists.LinesAsync(clerk, id, ct)).Single(line => line.Material == material.Id).Id;
        await rounds.ActAsync(
            clerk.Organisation,
            submission,
            "",
            (round, found) =>
            {
                foreach (DemoComment comment in script.Comments.Where(comment => text.Contains(comment.Words, StringComparison.Ordinal)))
                {
                    var span = new TextSpan(text.IndexOf(comment.Words, StringComparison.Ordinal), comment.Words.Length);
                    found.Comment(round, QuotedPlace.Of(material.Id, text, span), comment.Text, reviewer, offices, at);
                }

                if (script.Outcome is { } outcome)
                {
                    found.HandBack(round, outcome, dates.Today.AddDays(script.DueIn), script.Note, dates.On(at), reviewer, offices, at);
                    foreach ((DemoComment comment, int number) in script.Comments.Select((comment, i) => (comment, i + 1)))
                    {
                        if (comment.Answer is { } answer && found.Comment(number) is not null)
                        {
                            found.Answer(round, number, answer, clerk, offices, at.AddDays(1));
                        }
                    }
                }
            },
            ct);
    }
}
