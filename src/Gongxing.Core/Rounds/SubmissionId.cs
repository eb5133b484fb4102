namespace Gongxing.Core.Rounds;

public readonly record struct SubmissionId(Guid Value)
{
    public static SubmissionId New() => new(OrderedGuid.Next());

    /// <summary>32 hexadecimal digits, as in the database and in URLs.</summary>
    public override string ToString() => Value.ToString("N");
}
