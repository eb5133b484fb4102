namespace Gongxing.Review.Structure;

/// <summary>Takes from the end of an owner's name what tells how the owner acts.</summary>
internal static class OwnerName
{
    private const int Shortest = 2;

    private static readonly string[] s_tails =
    [
        "共同", "分别", "具体", "直接", "亲自", "统一", "全程", "带队", "带头", "牵头", "负责", "认真", "定期", "逐一", "逐项", "主动", "研究",
        "制定", "督促", "落实", "抓好", "等", "并", "和", "及", "与", "、", ",", "(", ";",
    ];

    /// <summary>值班长、副站长共同 without 共同; at least two characters stay.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> name)
    {
        for (bool cut = true; cut;)
        {
            cut = false;
            name = name.TrimEnd();
            foreach (string tail in s_tails)
            {
                if (name.Length >= tail.Length + Shortest && name.EndsWith(tail))
                {
                    name = name[..^tail.Length];
                    cut = true;
                }
            }
        }

        return name;
    }
}
