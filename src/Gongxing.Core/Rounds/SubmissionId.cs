namespace Gongxing.Core.Rounds;

public readonly record struct SubmissionId(Guid Value)
{
    public static SubmissionId New() => new(Guid.CreateVersion7());

    /// <summary>32 hexadecimal digits, as in the database and in URLs.</summary>
    public override string ToString() => Value.ToString("N");
}
