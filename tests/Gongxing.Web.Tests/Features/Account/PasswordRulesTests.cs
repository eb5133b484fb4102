using Gongxing.Web.Features.Account;

namespace Gongxing.Web.Tests.Features.Account;

public class PasswordRulesTests
{
    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("纸上得来终觉浅了")]
    [InlineData("一句自己才知道的话")]
    [InlineData("kT7$wq9z")]
    public void Anything_long_enough_that_nobody_guesses_will_do(string password) =>
        Assert.Null(PasswordRules.WhyNot(password, "某某街道", "admin"));

    [Theory]
    [InlineData("kT7$wq9", "Password.TooShort")]
    [InlineData("password", "Password.TooCommon")]
    [InlineData("Password123!", "Password.TooCommon")]
    [InlineData("12345678", "Password.TooCommon")]
    [InlineData("９８７６５４３２", "Password.TooCommon")]
    [InlineData("aaaaaaaaaa", "Password.TooCommon")]
    [InlineData("abcabcabcabc", "Password.TooCommon")]
    [InlineData("woaini1314", "Password.TooCommon")]
    [InlineData("gongxing2024", "Password.Context")]
    [InlineData("某某街道办事处2024", "Password.Context")]
    [InlineData("zhanglin-1", "Password.Context")]
    public void What_is_guessed_first_is_refused_and_the_reason_said(string password, string reason) =>
        Assert.Equal(reason, PasswordRules.WhyNot(password, "某某街道办事处", "zhanglin"));

    [Fact]
    public void Nothing_longer_than_the_limit_is_hashed() =>
        Assert.Equal("Password.TooLong", PasswordRules.WhyNot(string.Concat(Enumerable.Repeat("kT7$wq9z", 17))));
}
