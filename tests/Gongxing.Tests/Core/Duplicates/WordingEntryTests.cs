using Gongxing.Core;
using Gongxing.Core.Duplicates;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Tests.Core.Rounds;

namespace Gongxing.Tests.Core.Duplicates;

public class WordingEntryTests
{
    private readonly Troupe _troupe = new();

    [Fact]
    public void Words_are_common_for_who_answers_for_all_and_for_who_reviews_the_statement()
    {
        Material material = _troupe.Material with { Reviewers = new HashSet<PersonId> { _troupe.Reviewer.Id } };
        Person[] may = [_troupe.Clerk, _troupe.Reviewer, _troupe.Head];

        Assert.All(_troupe.Everybody, person => Assert.Equal(
            may.Contains(person), WordingEntry.WhyNotAllow(material, person, _troupe.Offices) is null));
        Assert.Equal(Refusal.OwnWords, WordingEntry.WhyNotAllow(material, _troupe.Author, _troupe.Offices));
        Assert.Equal(
            Refusal.OwnWords,
            WordingEntry.WhyNotAllow(material with { Subject = _troupe.Head.Id }, _troupe.Head, _troupe.Offices));
    }

    [Fact]
    public void What_was_said_is_taken_back_by_who_said_it_or_answers_for_all()
    {
        WordingEntry entry = Entry(null, WordingAct.Allow, "一段话", "通知原文");
        Person[] may = [_troupe.Clerk, _troupe.Reviewer, _troupe.Head];

        Assert.All(_troupe.Everybody, person => Assert.Equal(
            may.Contains(person), entry.WhyNotWithdraw(person, _troupe.Offices) is null));
    }

    [Theory]
    [InlineData(" ", "理由", Refusal.WordsMissing)]
    [InlineData("一段话", " ", Refusal.ReasonMissing)]
    public void There_are_words_and_a_reason(string words, string reason, Refusal expected) =>
        Assert.Equal(expected, Refused(() => Entry(null, WordingAct.Allow, words, reason)));

    [Fact]
    public void Nothing_is_said_twice_in_a_row_and_all_of_it_in_turn()
    {
        WordingEntry allowed = Entry(null, WordingAct.Allow, " 一段话\n", "通知原文");
        WordingEntry withdrawn = Entry(allowed, WordingAct.Withdraw, allowed.Words, "通知里没有");
        WordingEntry again = Entry(withdrawn, WordingAct.Allow, allowed.Words, "补充通知里有");

        Assert.Equal(("一段话", allowed.Key, 3), (again.Words, again.Key, again.Number));
        Assert.Equal(Refusal.SomebodyWasFirst, Refused(() => Entry(allowed, WordingAct.Allow, "一段话", "再说一次")));
        Assert.Equal(Refusal.SomebodyWasFirst, Refused(() => Entry(null, WordingAct.Withdraw, "一段话", "没有说过")));
    }

    private WordingEntry Entry(WordingEntry? last, WordingAct act, string words, string reason) =>
        WordingEntry.After(last, act, words, reason, _troupe.Reviewer.Id, Troupe.Monday);

    private static Refusal Refused(Action act) => Assert.Throws<RefusedException>(act).Reason;
}
