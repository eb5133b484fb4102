namespace Gongxing.Documents.OfficialFormat;

/// <summary>How wide a long title is set, so that its lines are about equal and no word is torn.</summary>
internal static class TitleLines
{
    private const string NeverFirst = "。，、；：？！”’）〕》】的和与及暨年度月日号";
    private const string NeverLast = "“‘（〔《【第";

    // Words that every title of this kind has; to break one over two lines reads badly.
    private static readonly string[] s_words =
    [
        "民主生活会", "组织生活会", "主题教育", "对照检查", "对照检视", "检视剖析", "个人", "材料", "整改", "方案", "台账", "专题", "领导",
        "班子", "党委", "党组", "支部", "发言", "提纲", "审阅", "意见", "清单", "结构", "摘要", "年度", "报告", "情况", "检查", "剖析", "自查",
        "问题", "落实", "关于", "工作", "书记", "主任", "局长", "委员会", "同志", "党员", "干部",
    ];

    /// <summary>Characters a line; null for a title that fits into <paramref name="capacity"/> characters.</summary>
    public static double? Width(string title, double capacity)
    {
        double whole = EmWidth.Of(title);
        if (whole <= capacity || capacity < 4)
        {
            return null;
        }

        double lines = Math.Ceiling(whole / capacity);
        double width = 0;
        for (int i = 0; i < title.Length; i++)
        {
            width += EmWidth.Of(title[i]);
            if (width > capacity)
            {
                break;
            }

            if (width * lines >= whole && i + 1 < title.Length && MayBreak(title, i + 1))
            {
                return Math.Min(capacity, width + Room(title, i + 1));
            }
        }

        return Math.Min(capacity, Math.Ceiling(whole / lines));
    }

    // Enough to keep the last character in the line where digits stand a quarter apart, too little for one more.
    private static double Room(string title, int end)
    {
        int edges = Enumerable.Range(1, end - 1).Count(i => (title[i] < '\x80') != (title[i - 1] < '\x80'));
        return Math.Min(title[end] < '\x80' ? 0.45 : 0.9, 0.35 + edges * 0.25);
    }

    private static bool MayBreak(string title, int at)
    {
        if (NeverFirst.Contains(title[at]) || NeverLast.Contains(title[at - 1]) || char.IsLowSurrogate(title[at])
            || (title[at] < '\x80' && title[at - 1] < '\x80'))
        {
            return false;
        }

        return !s_words.Any(word => Enumerable.Range(1, word.Length - 1).Any(into =>
            at >= into && title.AsSpan(at - into).StartsWith(word, StringComparison.Ordinal)));
    }
}
