using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;
using Gongxing.Core.Statements;
using Gongxing.Storage.Ledger;
using Gongxing.Storage.Rounds;
using Gongxing.Text;

namespace Gongxing.Tests.Storage.Rounds;

public abstract class RoundListStoreTests(TestServer server) : RoundTests(server)
{
    [Fact]
    public async Task A_reviewer_reads_what_they_are_assigned_while_the_round_is_open_and_finds_it()
    {
        Submission submission = await EnteredAsync();
        MaterialId material = submission.Draft.Material;
        Assert.Empty(await Materials.ListAsync(Reviewer, null, null, 10));

        await ActAsync(submission, (round, found) => found.Assign(round, Reviewer, Clerk, Offices, Clock.GetUtcNow()));
        Assert.Equal(material, Assert.Single(await Materials.ListAsync(Reviewer, null, null, 10)).Material.Id);
        Assert.Single(await new Gongxing.Storage.Search.SearchStore(Database).FindAsync(Reviewer, "重视", null, null, 10));
        Assert.Null((await Materials.FindAsync(Organisation, material))!.WhyNotRead(Reviewer, Offices));

        await Store.ActAsync(Organisation, Round.Id, 1, "", round => round.Close(Clerk, Offices, "", Clock.GetUtcNow()));
        Assert.Empty(await Materials.ListAsync(Reviewer, null, null, 10));
        Assert.Empty(await new Gongxing.Storage.Search.SearchStore(Database).FindAsync(Reviewer, "重视", null, null, 10));
        Assert.NotNull((await Materials.FindAsync(Organisation, material))!.WhyNotRead(Reviewer, Offices));

        await Store.ActAsync(Organisation, Round.Id, 2, "", round => round.Reopen(Clerk, Offices, "没审完", Clock.GetUtcNow()));
        Assert.Single(await Materials.ListAsync(Reviewer, null, null, 10));

        await ActAsync(submission, (round, found) => found.Unassign(round, Reviewer.Id, Clerk, Offices, "", Clock.GetUtcNow()));
        Assert.Empty(await Materials.ListAsync(Reviewer, null, null, 10));
    }

    [Fact]
    public async Task Beside_a_statement_stand_those_of_earlier_rounds_that_the_same_office_held()
    {
        Office town = await AddOfficeAsync("镇");
        Person colleague = await AddPersonAsync("别处的人", Roles.Author, town.Id);
        RevisionRound before = await OpenAsync(Clerk, 2024);
        Material then = await AddElsewhereAsync(), later = await AddElsewhereAsync(), never = await AddElsewhereAsync();
        await EnterAsync(before, then);
        await EnterAsync(later);
        Material now = (await Materials.FindAsync(Organisation, (await EnteredAsync()).Draft.Material))!;
        LedgerItemId of2024 = await ProposeAsync(then, 2024), of2023 = await ProposeAsync(never, 2023);

        Person head = await AddPersonAsync("领导", Roles.Head);
        Assert.Equal([then.Id], (await Materials.BesideAsync(head, now, 9)).Select(one => one.Id).Intersect([then.Id, later.Id, never.Id]));
        Assert.Equal([of2024], (await new LedgerListStore(Database).EarlierAsync(head, now, 2025, 9)).Intersect([of2024, of2023]));
        Assert.Empty(await Materials.BesideAsync(Author, now, 9));

        Task<Material> AddElsewhereAsync() => AddReadAsync(
            NewMaterial(Clerk, subject: colleague.Id) with { Office = town.Id }, Document.FromText(Text), NewStatement());

        async Task<LedgerItemId> ProposeAsync(Material of, int year) => Assert.Single(await new LedgerStore(Database).ProposeManyAsync(
            [
                new Proposal
                {
                    Year = year, Title = "学习不深入", Text = "学习不深入。", Office = new NamedOffice(town.Id, town.Name),
                    Source = new MaterialSource(of.Id, 1, "F1", new TextSpan(0, 5)), Measures = [],
                },
            ],
            false, Clerk, "", Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_draft_that_was_not_sent_is_not_for_the_reviewer()
    {
        Submission submission = await EnteredAsync(Reviewer);
        Material first = (await Materials.FindAsync(Organisation, submission.Draft.Material))!;
        Material next = await AddReadAsync(
            NewMaterial(Author, subject: Author.Id) with { Series = first.Series }, Document.FromText(Text), NewStatement());

        Assert.Equal([first.Id], (await Materials.ListAsync(Reviewer, null, null, 10)).Select(line => line.Material.Id));

        await ActAsync(submission, (round, found) => found.Submit(round, next, "", Author, Offices, Clock.GetUtcNow()));
        Assert.Equal(2, (await Materials.ListAsync(Reviewer, null, null, 10)).Count);
    }

    [Fact]
    public async Task Lists_show_exactly_what_the_rules_let_somebody_see()
    {
        Office town = await AddOfficeAsync("镇");
        Office village = await AddOfficeAsync("村", town.Id);
        OfficeId[] offices = [Administrator.Office, town.Id, village.Id];
        Roles[] roles =
        [
            Roles.Clerk, Roles.Author, Roles.Owner, Roles.Verifier, Roles.Head, Roles.Author | Roles.Verifier, Roles.Clerk | Roles.Head,
        ];
        var people = new List<Person> { Administrator, Clerk, Author, Reviewer };
        foreach ((OfficeId office, Roles role) in offices.SelectMany(office => roles.Select(role => (office, role))))
        {
            people.Add(await AddPersonAsync($"{people.Count}", role, office));
        }

        RevisionRound[] rounds = [Round, await OpenAsync(people.First(person => person.Office == town.Id && person.Is(Roles.Clerk)))];
        List<Submission> submissions = await FillAsync(rounds, people, offices);
        await Store.ActAsync(Organisation, rounds[1].Id, 1, "", round => round.Close(
            people.First(person => person.Is(Roles.Head) && person.Office == Administrator.Office), Offices, "", Clock.GetUtcNow()));
        rounds[1] = (await Store.FindAsync(Organisation, rounds[1].Id))!;

        foreach (Person reader in people)
        {
            await AgreeAsync(reader, rounds, submissions);
        }
    }

    [Fact]
    public async Task What_waits_is_with_the_reviewer_until_they_decide_and_then_with_the_author()
    {
        Person second = await AddPersonAsync("审读人二", Roles.Verifier);
        Submission submission = await EnteredAsync(Reviewer, second);
        Assert.Single(await Lists.ToReviewAsync(Reviewer));
        Assert.Empty(await Lists.ToReviseAsync(Author));

        await CommentAsync(submission, Reviewer);
        await HandBackAsync(submission, Reviewer, Outcome.Return);

        Assert.Empty(await Lists.ToReviewAsync(Reviewer));
        Assert.Single(await Lists.ToReviewAsync(second));
        SubmissionLine line = Assert.Single(await Lists.ToReviseAsync(Author));
        Assert.Equal((SubmissionState.ToRevise, Today.AddDays(3), 1, 1), (line.State, line.Due, line.Comments, line.Open));
        Assert.Equal([(Reviewer.Id, (Outcome?)Outcome.Return), (second.Id, null)],
            line.Reviewers.Select(reviewer => (reviewer.Person, reviewer.Outcome)));

        await ActAsync(submission, (round, found) => found.Answer(round, 1, "已改", Author, Offices, Clock.GetUtcNow()));
        Assert.Equal(0, Assert.Single(await Lists.ToReviseAsync(Author)).Open);
    }

    [Fact]
    public async Task The_date_of_what_is_being_read_moves_with_the_round_and_that_of_a_returned_draft_does_not()
    {
        Submission reading = await EnteredAsync(Reviewer);
        Submission returned = await EnteredAsync(Reviewer);
        await HandBackAsync(returned, Reviewer, Outcome.Return);

        await Store.ActAsync(Organisation, Round.Id, 1, "", round => round.Amend(
            Clerk, Offices, "审改", Today.AddDays(30), Today, "", Clock.GetUtcNow()));

        IReadOnlyList<SubmissionLine> lines = await Lists.LinesAsync(Clerk, Round.Id);
        Assert.Equal(Today.AddDays(30), lines.Single(line => line.Id == reading.Id).Due);
        Assert.Equal(Today.AddDays(3), lines.Single(line => line.Id == returned.Id).Due);
    }

    [Fact]
    public async Task A_round_is_listed_with_the_statements_the_reader_may_know_of()
    {
        Submission accepted = await EnteredAsync(Reviewer);
        await EnteredAsync();
        await HandBackAsync(accepted, Reviewer, Outcome.Accept);

        RoundLine all = Assert.Single(await Lists.RoundsAsync(Clerk));
        RoundLine assigned = Assert.Single(await Lists.RoundsAsync(Reviewer));

        Assert.Equal((2, 1), (all.Statements, all.Accepted));
        Assert.Equal((1, 1), (assigned.Statements, assigned.Accepted));
        Assert.Empty(await Lists.RoundsAsync(await AddPersonAsync("别人", Roles.Verifier)));
        Assert.Empty(await Lists.RoundsAsync(Administrator));
        Assert.Equal(2, (await Lists.StructuresAsync(Organisation, Round.Id)).Count);
        Assert.Equal(2, (await Lists.SeriesAsync(Organisation, Round.Id)).Count);
    }

    private async Task<List<Submission>> FillAsync(
        RevisionRound[] rounds, List<Person> people, OfficeId[] offices)
    {
        Offices = new OfficeTree(await People.OfficesAsync(Organisation));
        Person head = people.First(person => person.Is(Roles.Head) && person.Office == Administrator.Office);
        Person[] reviewers = [.. people.Where(person => person.Is(SubmissionActs.Reviewers))];
        var submissions = new List<Submission>();
        for (int i = 0; i < 24; i++)
        {
            PersonId? subject = i % 3 == 0 ? null : people[1 + (i * 7 % (people.Count - 1))].Id;
            Material material = await AddReadAsync(
                NewMaterial(people[1 + (i * 5 % (people.Count - 1))], offices[i % 3], subject), Document.FromText(Text), NewStatement());
            await Store.EnterAsync(
                Organisation,
                rounds[i % 2].Id,
                [(material, new NamedOffice(material.Office, "单位"), subject is { } id ? new NamedPerson(id, "人") : null)],
                [reviewers[i % reviewers.Length]],
                head,
                Offices,
                "",
                Clock.GetUtcNow());
            SubmissionLine line = (await Lists.LinesAsync(head, rounds[i % 2].Id)).Single(one => one.Material == material.Id);
            submissions.Add((await Store.FindAsync(Organisation, line.Id))!);
        }

        return submissions;
    }

    private async Task AgreeAsync(Person reader, RevisionRound[] rounds, List<Submission> submissions)
    {
        var known = submissions.Where(submission =>
        {
            RevisionRound round = rounds.Single(one => one.Id == submission.Round);
            return round.WhyNotArrange(reader, Offices) is null
                || (round.IsOpen && submission.WhyNotReview(reader) is null)
                || submission.IsAuthorSide(reader);
        });
        var materials = new List<MaterialId>();
        foreach (Submission submission in submissions)
        {
            Material material = (await Materials.FindAsync(Organisation, submission.Draft.Material))!;
            materials.AddRange(material.WhyNotRead(reader, Offices) is null ? [material.Id] : []);
        }

        Assert.Equal(
            known.Select(submission => $"{submission.Id}").Order(StringComparer.Ordinal),
            (await Lists.LinesAsync(reader, null)).Select(line => $"{line.Id}").Order(StringComparer.Ordinal));
        Assert.Equal(
            materials.Select(id => $"{id}").Order(StringComparer.Ordinal),
            (await Materials.ListAsync(reader, null, null, 100)).Select(line => $"{line.Material.Id}").Order(StringComparer.Ordinal));
    }
}

public sealed class SqliteRoundListStoreTests() : RoundListStoreTests(TestServer.Sqlite);

public sealed class PostgresRoundListStoreTests() : RoundListStoreTests(TestServer.Postgres);
