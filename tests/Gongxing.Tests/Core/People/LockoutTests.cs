using Gongxing.Core.People;

namespace Gongxing.Tests.Core.People;

public class LockoutTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(7, 4)]
    [InlineData(8, 8)]
    [InlineData(9, 15)]
    [InlineData(5000, 15)]
    public void Wrong_attempts_in_a_row_lock_for_longer_and_never_for_good(int failures, int minutes)
    {
        Lockout lockout = Enumerable.Range(0, failures).Aggregate(Lockout.None, (before, _) => before.AfterFailure(Start));

        Assert.Equal(minutes > 0, lockout.IsLocked(Start));
        Assert.False(lockout.IsLocked(Start.AddMinutes(minutes)));
        Assert.Equal(minutes > 0, lockout.IsLocked(Start.AddMinutes(minutes).AddTicks(-1)));
    }

    [Fact]
    public void An_attempt_after_a_quiet_quarter_of_an_hour_counts_from_one()
    {
        Lockout four = Enumerable.Range(0, 4).Aggregate(Lockout.None, (before, _) => before.AfterFailure(Start));

        Assert.Equal(1, four.AfterFailure(Start.AddMinutes(15)).Failures);
        Assert.Equal(5, four.AfterFailure(Start.AddMinutes(14)).Failures);
    }
}
