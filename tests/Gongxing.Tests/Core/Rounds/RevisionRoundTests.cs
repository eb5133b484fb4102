using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;

namespace Gongxing.Tests.Core.Rounds;

public class RevisionRoundTests
{
    private readonly Troupe _troupe = new();

    [Fact]
    public void Clerks_and_heads_open_rounds_and_nobody_else()
    {
        IEnumerable<string> may = _troupe.Everybody.Where(person => RevisionRound.WhyNotOpen(person).Count == 0).Select(person => person.Name);

        Assert.Equal(["经办", "镇经办", "县领导", "镇领导"], may);
    }

    [Fact]
    public void It_is_arranged_by_the_clerks_of_its_office_and_the_heads_from_there_up()
    {
        RevisionRound ofTown = RevisionRound.Open(
            RoundId.New(), _troupe.TownClerk, _troupe.Terms with { Office = NamedOffice.Of(_troupe.Town) }, Troupe.Today, Troupe.Monday);

        Assert.Equal(["经办", "县领导"], Arrangers(_troupe.Round));
        Assert.Equal(["镇经办", "县领导", "镇领导"], Arrangers(ofTown));
    }

    [Fact]
    public void A_round_needs_a_title_a_year_and_a_date_to_come()
    {
        RoundTerms lacking = _troupe.Terms with { Title = " ", Year = 0, Due = Troupe.Today.AddDays(-1) };

        var refused = Assert.Throws<RefusedException>(
            () => RevisionRound.Open(RoundId.New(), _troupe.Clerk, lacking, Troupe.Today, Troupe.Monday));

        Assert.Equal([Refusal.TitleMissing, Refusal.YearMissing, Refusal.DuePassed], refused.Reasons);
    }

    [Fact]
    public void It_is_changed_while_open_closed_once_and_reopened_with_a_reason()
    {
        RevisionRound round = _troupe.Round;
        round.Amend(_troupe.Clerk, _troupe.Offices, "改名", Troupe.Today.AddDays(20), Troupe.Today, "", Troupe.Monday);
        round.Close(_troupe.Head, _troupe.Offices, "", Troupe.Monday);

        Assert.Equal(("改名", Troupe.Today.AddDays(20), false), (round.Title, round.Terms.Due, round.IsOpen));
        Assert.Equal([Refusal.RoundClosed], round.WhyNot(RoundAct.Close, _troupe.Clerk, _troupe.Offices));
        Assert.Throws<RefusedException>(() => round.Reopen(_troupe.Clerk, _troupe.Offices, " ", Troupe.Monday));

        round.Reopen(_troupe.Clerk, _troupe.Offices, "还有两份没有审完", Troupe.Monday);

        Assert.True(RevisionRound.Restore(round.Organisation, round.Id, round.Entries).IsOpen);
        Assert.Equal([Refusal.NotInThisState], round.WhyNot(RoundAct.Reopen, _troupe.Clerk, _troupe.Offices));
    }

    [Fact]
    public void A_reviewer_reads_what_they_are_assigned_and_an_author_never_what_a_colleague_wrote()
    {
        Material theirs = _troupe.NewMaterial(_troupe.Author);
        Material assigned = theirs with { Reviewers = new HashSet<PersonId> { _troupe.Reviewer.Id } };

        Assert.Equal(["经办", "镇经办", "镇长", "县领导", "镇领导"], Readers(theirs));
        Assert.Equal(["经办", "镇经办", "镇长", "督查一", "县领导", "镇领导"], Readers(assigned));
    }

    [Fact]
    public void Being_assigned_lets_nobody_read_who_may_not_review()
    {
        Material material = _troupe.NewMaterial(_troupe.Author) with
        {
            Reviewers = _troupe.Everybody.Select(person => person.Id).ToHashSet(),
        };
        Person gone = _troupe.Reviewer with { IsActive = false };

        Assert.Equal(["经办", "镇经办", "镇长", "督查一", "督查二", "县领导", "镇领导"], Readers(material));
        Assert.Equal(Refusal.NotVisible, material.WhyNotRead(gone, _troupe.Offices));
    }

    [Fact]
    public void The_next_draft_comes_from_whoever_keeps_the_material_or_whom_it_is_about()
    {
        Material material = _troupe.NewMaterial(_troupe.Author) with { Reviewers = new HashSet<PersonId> { _troupe.Reviewer.Id } };

        Assert.Equal(
            ["经办", "镇经办", "镇长"],
            _troupe.Everybody.Where(person => material.WhyNotDecide(person, _troupe.Offices) is null).Select(person => person.Name));
    }

    private IEnumerable<string> Arrangers(RevisionRound round) =>
        _troupe.Everybody.Where(person => round.WhyNotArrange(person, _troupe.Offices) is null).Select(person => person.Name);

    private IEnumerable<string> Readers(Material material) =>
        _troupe.Everybody.Where(person => material.WhyNotRead(person, _troupe.Offices) is null).Select(person => person.Name);
}
