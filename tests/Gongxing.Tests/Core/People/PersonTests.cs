using Gongxing.Core;
using Gongxing.Core.People;

namespace Gongxing.Tests.Core.People;

public class PersonTests
{
    [Theory]
    [InlineData(" Wang.Min ", "wang.min")]
    [InlineData("ＷＡＮＧ", "wang")]
    [InlineData("王敏", "王敏")]
    public void Case_width_and_blanks_make_no_second_sign_in_name(string typed, string kept) =>
        Assert.Equal(kept, Person.FoldSignInName(typed));

    [Fact]
    public void Half_a_character_in_a_sign_in_name_does_no_harm() =>
        Assert.Equal("a\ufffd", Person.FoldSignInName($"a{(char)0xD800}"));

    [Fact]
    public void An_administrator_holds_no_other_role()
    {
        Assert.Equal(Refusal.AdministratorSeesNoContent, Person.WhyNotHold(Roles.Administrator | Roles.Clerk));
        Assert.Null(Person.WhyNotHold(Roles.Administrator));
        Assert.Null(Person.WhyNotHold(Roles.Clerk | Roles.Owner));
    }
}
