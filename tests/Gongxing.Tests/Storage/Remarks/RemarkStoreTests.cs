using System.Data.Common;
using Dapper;
using Gongxing.Core;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Storage.Remarks;
using Gongxing.Tests.Storage.Materials;

namespace Gongxing.Tests.Storage.Remarks;

public abstract class RemarkStoreTests(TestServer server) : MaterialTests(server)
{
    private RemarkStore Remarks => new(Database);

    private ReviewStore Reviews => new(Database, Clock);

    [Fact]
    public async Task Decisions_come_back_as_they_went_in_from_every_draft_and_from_no_other_material()
    {
        Material first = await AddReadAsync();
        Material second = await NextDraftAsync(first);
        Material other = await AddReadAsync();
        RemarkDecision rejected = Decision("a", RemarkAct.Reject, reason: "另有\0安排");
        RemarkDecision changed = Decision("b", RemarkAct.Change) with { Draft = 2 };
        await Remarks.DecideAsync(first, rejected);
        await Remarks.DecideAsync(second, changed);
        await Remarks.DecideAsync(other, Decision("a", RemarkAct.Adopt));

        IReadOnlyList<RemarkDecision> found = await Remarks.DecisionsAsync(second);

        Assert.Equal([rejected with { Reason = "另有\uFFFD安排" }, changed], found);
        Assert.Equal(found, await Remarks.DecisionsAsync(first));
        Assert.Empty(await Remarks.DecisionsAsync(first with { Organisation = OrganisationId.New() }));
    }

    [Fact]
    public async Task Of_two_decisions_about_what_both_saw_the_second_is_refused()
    {
        Material material = await AddReadAsync();

        Task[] decisions =
        [
            .. Enumerable.Range(0, 6).Select(i => Remarks.DecideAsync(material, Decision("a", RemarkAct.Reject, reason: $"{i}"))),
        ];
        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(() => Task.WhenAll(decisions));

        Assert.Equal(Refusal.SomebodyWasFirst, refused.Reason);
        Assert.Single(await Remarks.DecisionsAsync(material));
    }

    [Fact]
    public async Task A_decision_is_never_changed_and_goes_with_its_material()
    {
        Material material = await AddReadAsync();
        await Remarks.DecideAsync(material, Decision("a", RemarkAct.Adopt));
        await Reviews.KeepAsync(material, 1, "r", Review("a"));

        await Assert.ThrowsAnyAsync<DbException>(() => Database.WriteAsync(
            Organisation,
            (connection, transaction) => connection.ExecuteAsync("update remark_decision set reason = 'x'", null, transaction)));
        Assert.Equal("", Assert.Single(await Remarks.DecisionsAsync(material)).Reason);

        await Materials.RemoveAsync(material, Clock.GetUtcNow());
        Assert.Null(await Materials.FindAsync(Organisation, material.Id));
        Assert.Empty(await Remarks.DecisionsAsync(material));
        await Reviews.KeepAsync(material, 1, "r", Review("a"));
        Assert.Empty(await Reviews.OpenAsync(Organisation, "r", Nothing, [material]));
    }

    [Fact]
    public async Task What_waits_is_what_has_no_review_of_its_newest_structure_by_these_rules()
    {
        Material material = await AddReadAsync();
        await Materials.AddAsync(NewMaterial(Clerk));
        Assert.Equal([material.Id], await WaitingAsync("r1"));
        Assert.Equal(new ReviewProgress(0, 1, 0, 1), await Reviews.ProgressAsync(Clerk, material.Id, "r1"));

        await Reviews.KeepAsync(material, 1, "r1", Review("a", "b"));
        Assert.Empty(await WaitingAsync("r1"));
        Assert.Equal(new ReviewProgress(1, 0, 0, 1), await Reviews.ProgressAsync(Clerk, material.Id, "r1"));
        Assert.Equal([material.Id], await WaitingAsync("r2"));

        StructureRevision first = (await Materials.StructureAsync(material))!;
        await Materials.ReviseAsync(material, first with { Number = 2, By = Clerk.Id });
        Assert.Equal([material.Id], await WaitingAsync("r1"));
        Assert.Empty(await Reviews.OpenAsync(Organisation, "r1", Nothing, [material]));

        await Reviews.KeepAsync(material, 2, "r1", null);
        Assert.Empty(await WaitingAsync("r1"));
        Assert.True((await Reviews.OpenAsync(Organisation, "r1", Nothing, [material]))[material.Id].HasFailed);
    }

    [Fact]
    public async Task What_its_uploader_stopped_waits_no_more_until_they_say_go_on_and_what_was_reviewed_stays()
    {
        Material reviewed = await AddReadAsync();
        Material waiting = await AddReadAsync();
        await Materials.AddAsync(NewMaterial(Clerk));
        await Reviews.KeepAsync(reviewed, 1, "r", Review("a"));

        Assert.Equal(2, await Reviews.HoldAsync(Clerk, reviewed.Id, "r"));
        Assert.Empty(await WaitingAsync("r"));
        Assert.Equal(new ReviewProgress(1, 0, 2, 0), await Reviews.ProgressAsync(Clerk, reviewed.Id, "r"));
        Assert.Equal((0, 2), await Reviews.OwnHeldAsync(Clerk));
        Assert.Equal(1, (await Reviews.OpenAsync(Organisation, "r", Nothing, [reviewed, waiting]))[reviewed.Id].Open);

        await Reviews.ResumeAsync(waiting);
        Assert.Equal([waiting.Id], await WaitingAsync("r"));
        Assert.Equal(1, await Reviews.ResumeAsync(Clerk, reviewed.Id));
        Assert.Equal(new ReviewProgress(1, 1, 0, 1), await Reviews.ProgressAsync(Clerk, reviewed.Id, "r"));
    }

    [Fact]
    public async Task Open_questions_leave_out_what_was_decided_and_follow_a_reason_into_the_next_draft()
    {
        Material first = await AddReadAsync();
        Material second = await NextDraftAsync(first);
        await Reviews.KeepAsync(first, 1, "r", Review("a", "b", "c"));
        await Reviews.KeepAsync(second, 1, "r", Review("a", "b", "d"));
        await Remarks.DecideAsync(first, Decision("a", RemarkAct.Reject, reason: "另有安排"));
        await Remarks.DecideAsync(first, Decision("b", RemarkAct.Adopt));

        var open = await Reviews.OpenAsync(Organisation, "r", Nothing, [first, second]);

        Assert.Equal(new OpenQuestions(1, 3, false, true), open[first.Id]);
        Assert.Equal(new OpenQuestions(2, 3, false, true), open[second.Id]);
        Assert.Empty(await Reviews.OpenAsync(OrganisationId.New(), "r", Nothing, [first, second]));

        HashSet<string> silenced = ["C14/b", "C14/d"];
        open = await Reviews.OpenAsync(Organisation, "r", silenced, [first, second]);
        Assert.Equal(new OpenQuestions(1, 2, false, true), open[first.Id]);
        Assert.Equal(new OpenQuestions(0, 1, false, true), open[second.Id]);
    }

    private static HashSet<string> Nothing => [];

    private static KeptReview Review(params string[] fingerprints) =>
        new(true, [.. fingerprints.Select(one => new KeptRemark($"C14/{one}", one))]);

    private async Task<MaterialId[]> WaitingAsync(string rules) =>
        [.. (await Reviews.WaitingAsync(Organisation, rules, 10)).Select(material => material.Id)];

    private Task<Material> NextDraftAsync(Material first) =>
        AddReadAsync(NewMaterial(Clerk) with { Series = first.Series }, Document.FromText(Text), NewStatement());

    private RemarkDecision Decision(string fingerprint, RemarkAct act, string reason = "") =>
        new(fingerprint, "C14", 1, 1, act, reason, Clerk.Id, Clock.GetUtcNow());
}

public sealed class SqliteRemarkStoreTests() : RemarkStoreTests(TestServer.Sqlite);

public sealed class PostgresRemarkStoreTests() : RemarkStoreTests(TestServer.Postgres);
