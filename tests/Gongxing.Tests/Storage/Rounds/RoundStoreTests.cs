using System.Data.Common;
using Dapper;
using Gongxing.Core;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;
using Gongxing.Core.Statements;

namespace Gongxing.Tests.Storage.Rounds;

public abstract class RoundStoreTests(TestServer server) : RoundTests(server)
{
    [Fact]
    public async Task A_round_and_a_statement_come_back_as_they_were_left_and_in_no_other_organisation()
    {
        Submission submission = await EnteredAsync(Reviewer);
        await CommentAsync(submission, Reviewer);
        await HandBackAsync(submission, Reviewer, Outcome.Return);

        RevisionRound round = (await Store.FindAsync(Organisation, Round.Id))!;
        Submission found = (await Store.FindAsync(Organisation, submission.Id))!;

        Assert.Equal((Round.Terms, true), (round.Terms, round.IsOpen));
        Assert.Equal((SubmissionState.ToRevise, "撰写人"), (found.State, found.Name));
        Assert.Equal(("学习不深入", "哪一次？"), (found.Comments[0].Place.Words, found.Comments[0].Text));
        Assert.Null(await Store.FindAsync(OrganisationId.New(), Round.Id));
        Assert.Null(await Store.FindAsync(OrganisationId.New(), submission.Id));
        Assert.Null(await Store.FindAsync(Organisation, new SubmissionId(Round.Id.Value)));
        Assert.Null(await Store.FindAsync(Organisation, new RoundId(submission.Id.Value)));
    }

    [Fact]
    public async Task Of_two_reviewers_decisions_at_once_by_one_person_one_is_kept_and_the_other_refused()
    {
        Submission submission = await EnteredAsync(Reviewer);

        Task[] acts = [.. Enumerable.Range(0, 6).Select(_ => HandBackAsync(submission, Reviewer, Outcome.Return))];
        await Assert.ThrowsAsync<RefusedException>(() => Task.WhenAll(acts));

        Assert.Equal(1, acts.Count(act => act.IsCompletedSuccessfully));
        Submission found = (await Store.FindAsync(Organisation, submission.Id))!;
        Assert.Single(found.Entries, entry => entry.Act is SubmissionAct.HandBack);
    }

    [Fact]
    public async Task Reviewers_comment_at_the_same_moment_and_nothing_is_lost()
    {
        Person second = await AddPersonAsync("审读人二", Roles.Head);
        Submission submission = await EnteredAsync(Reviewer, second);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => CommentAsync(submission, i % 2 == 0 ? Reviewer : second)));

        Submission found = (await Store.FindAsync(Organisation, submission.Id))!;
        Assert.Equal(Enumerable.Range(1, 10), found.Comments.Select(comment => comment.Number));
    }

    [Fact]
    public async Task A_form_acts_once_however_often_it_is_sent()
    {
        Submission submission = await EnteredAsync(Reviewer);

        await ActAsync(submission, Answerless, "form-1");
        await ActAsync(submission, Answerless, "form-1");

        Assert.Single((await Store.FindAsync(Organisation, submission.Id))!.Entries, entry => entry.Act is SubmissionAct.HandBack);
        Assert.True(await Store.WasSentAsync(Organisation, "form-1"));
        Assert.False(await Store.WasSentAsync(OrganisationId.New(), "form-1"));

        void Answerless(RevisionRound round, Submission found) =>
            found.HandBack(round, Outcome.Accept, null, "", Today, Reviewer, Offices, Clock.GetUtcNow());
    }

    [Fact]
    public async Task Who_changes_a_round_that_somebody_changed_meanwhile_is_refused()
    {
        await Store.ActAsync(Organisation, Round.Id, 1, "", round => round.Close(Clerk, Offices, "", Clock.GetUtcNow()));

        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(() => Store.ActAsync(
            Organisation, Round.Id, 1, "", round => round.Amend(Clerk, Offices, "改", Today.AddDays(9), Today, "", Clock.GetUtcNow())));

        Assert.Equal(Refusal.SomebodyWasFirst, refused.Reason);
    }

    [Fact]
    public async Task A_material_stands_in_a_round_once_and_may_come_back_when_it_was_taken_out()
    {
        Submission submission = await EnteredAsync();
        Material material = (await Materials.FindAsync(Organisation, submission.Draft.Material))!;

        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(() => EnterAsync(material));
        Assert.Equal(Refusal.AlreadyInRound, refused.Reason);

        await ActAsync(submission, (round, found) => found.Remove(round, "放错了", Clerk, Offices, Clock.GetUtcNow()));
        Assert.NotEqual(submission.Id, (await EnterAsync(material)).Id);
    }

    [Fact]
    public async Task A_material_in_a_round_is_not_removed()
    {
        Submission submission = await EnteredAsync();
        Material material = (await Materials.FindAsync(Organisation, submission.Draft.Material))!;

        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(
            () => Materials.RemoveAsync(material, Clock.GetUtcNow()));

        Assert.Equal(Refusal.InUse, refused.Reason);
    }

    [Fact]
    public async Task The_history_is_added_to_and_never_changed()
    {
        await EnteredAsync(Reviewer);
        await using DbConnection connection = await Database.OpenAsync();

        foreach (string sql in new[] { "update round_entry set note = 'x'", "delete from round_entry" })
        {
            await Assert.ThrowsAnyAsync<Exception>(() => Database.WriteAsync(
                Organisation, (writing, transaction) => writing.ExecuteAsync(sql, transaction: transaction)));
        }
    }

    [Fact]
    public async Task Comments_are_given_where_they_stand_in_a_draft_to_who_may_see_them()
    {
        Submission submission = await EnteredAsync(Reviewer);
        Material first = (await Materials.FindAsync(Organisation, submission.Draft.Material))!;
        await CommentAsync(submission, Reviewer, "主观上重视不够");
        await CommentAsync(submission, Reviewer);

        Assert.Equal(
            ["学习不深入", "主观上重视不够"],
            (await Store.CommentsAsync(Reviewer.Id, first, Text)).Select(comment => comment.Span!.Value.In(Text).ToString()));
        Assert.Empty(await Store.CommentsAsync(Author.Id, first, Text));

        await HandBackAsync(submission, Reviewer, Outcome.Return);
        string text = Text.Replace("主观上重视不够", "没有把学习摆在前面", StringComparison.Ordinal);
        Material next = await AddReadAsync(
            NewMaterial(Author, subject: Author.Id) with { Series = first.Series }, Document.FromText(text), NewStatement());
        Assert.Empty(await Store.CommentsAsync(Author.Id, next, text));
        await ActAsync(submission, (round, found) => found.Submit(round, next, "", Author, Offices, Clock.GetUtcNow()));

        IReadOnlyList<PlacedComment> placed = await Store.CommentsAsync(Author.Id, next, text);
        Assert.Equal(["学习不深入", "主观上重视不够"], placed.Select(comment => comment.Comment.Place.Words));
        Assert.Equal("学习不深入", placed[0].Span!.Value.In(text).ToString());
        Assert.Null(placed[1].Span);
    }
}

public sealed class SqliteRoundStoreTests() : RoundStoreTests(TestServer.Sqlite);

public sealed class PostgresRoundStoreTests() : RoundStoreTests(TestServer.Postgres);
