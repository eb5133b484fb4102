using System.Buffers;
using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Review.Structure;

/// <summary>
/// Reads the commitments of a measure: its sentences that promise an act, and when, how often, how much, by
/// whom.
/// </summary>
internal sealed class PromiseReader(Flow flow)
{
    private const int ShortestPromise = 6;
    private const int ShortestAct = 4;
    private const int LongestName = 16;

    private static readonly string[] s_makes =
    [
        "制定", "制订", "建立", "形成", "出台", "印发", "修订", "签订", "完善", "编制", "撰写", "列出", "建好", "提交", "报送", "健全", "拿出",
        "填写", "建起",
    ];
    private static readonly string[] s_products =
    [
        "清单", "台账", "制度", "办法", "方案", "报告", "纪要", "通报", "记录", "规程", "细则", "责任书", "协议", "预案", "档案", "手册", "计划",
        "机制", "名册", "回访册", "一本账", "规定", "调研文章", "体会文章", "心得体会",
    ];
    private static readonly string[] s_charges =
    [
        "负责", "牵头", "把关", "签字", "抽查", "督办", "督促", "主抓", "包抓", "落实", "统筹", "执行", "记账", "完成", "实施", "汇总",
    ];

    private static readonly SearchValues<char> s_afterName = SearchValues.Create("每于在按对向把将从0123456789");

    public Measure Complete(Measure measure, Element element)
    {
        List<Commitment> commitments = Read(element);
        return measure with
        {
            Commitments = commitments,
            Due = measure.Due ?? commitments.Find(one => one.Due is not null)?.Due,
            Cadence = commitments.Find(one => one.Cadence is not null)?.Cadence,
            Quantity = commitments.Find(one => one.Quantity is not null)?.Quantity,
            Owner = measure.Owner ?? Owner(element),
        };
    }

    private List<Commitment> Read(Element element)
    {
        var commitments = new List<Commitment>();
        int start = BodyStart(element);
        foreach (TextSpan sentence in Sentences.In(flow.Text, TextSpan.FromBounds(start, element.End)))
        {
            ReadOnlySpan<char> words = sentence.In(flow.Text).TrimEnd();
            if (words.Length < ShortestPromise || words.EndsWith(":") || !Promises(words))
            {
                continue;
            }

            foreach ((int from, int to) in Split(sentence.Start, sentence.Start + words.Length))
            {
                commitments.Add(Write(from, to));
            }
        }

        return commitments;
    }

    // The title is the heading of the promises that follow it, and the promise itself when nothing does.
    private int BodyStart(Element element)
    {
        bool closed = element.TitleEnd < element.End && flow.Text[element.TitleEnd] is '。' or '\n' or ':' or '!' or '?';
        int body = TitleCutter.SkipStop(flow.Text, element.TitleEnd, element.End);
        return closed && element.End - body >= ShortestPromise ? body : element.Start;
    }

    private static bool Promises(ReadOnlySpan<char> words) =>
        Lexicon.Act.IsIn(words) || !PromiseTerms.Cadence(words).IsEmpty || !PromiseTerms.Due(words).IsEmpty;

    // A clause with a date or cadence of its own is a commitment of its own, from there to the next such clause.
    private List<(int Start, int End)> Split(int start, int end)
    {
        var parts = new List<(int, int)>();
        int from = start;
        foreach (TextSpan clause in Clauses.In(flow.Text, TextSpan.FromBounds(start, end)))
        {
            ReadOnlySpan<char> before = flow.Slice(from, clause.Start).TrimEnd(",:");
            ReadOnlySpan<char> words = clause.In(flow.Text);
            bool timed = !PromiseTerms.Cadence(words).IsEmpty || !PromiseTerms.Due(words).IsEmpty;
            if (timed && before.Length >= ShortestAct && SaysAct(before) && words.Length >= 4)
            {
                parts.Add((from, clause.Start));
                from = clause.Start;
            }
        }

        parts.Add((from, end));
        return parts;
    }

    // 每月5日前， alone waits for what is to be done then.
    private static bool SaysAct(ReadOnlySpan<char> before)
    {
        int due = PromiseTerms.Due(before).Length + PromiseTerms.Cadence(before).Length;
        return before.Length - due >= ShortestAct && Lexicon.Act.IsIn(before);
    }

    private Commitment Write(int start, int end)
    {
        ReadOnlySpan<char> words = flow.Slice(start, end);
        return new Commitment(flow.ToSource(start, start + words.TrimEnd(",;。: \n").Length))
        {
            Due = Quote(start, PromiseTerms.Due(words)),
            Cadence = Quote(start, PromiseTerms.Cadence(words)),
            Quantity = Quote(start, PromiseTerms.Quantity(words)),
            Deliverable = Quote(start, Deliverable(words)),
        };
    }

    // 制定整改清单 gives 整改清单.
    private static TextSpan Deliverable(ReadOnlySpan<char> words)
    {
        foreach (string make in s_makes)
        {
            int at = words.IndexOf(make);
            if (at < 0)
            {
                continue;
            }

            int start = at + make.Length;
            start += words[start..].StartsWith("并") || words[start..].StartsWith("了") ? 1 : 0;
            ReadOnlySpan<char> rest = words[start..Math.Min(words.Length, start + LongestName + 4)];
            int stop = rest.IndexOfAny(",。;");
            rest = stop < 0 ? rest : rest[..stop];
            foreach (string product in s_products)
            {
                int end = rest.IndexOf(product);
                if (end >= 0)
                {
                    return new TextSpan(start, end + product.Length);
                }
            }
        }

        return default;
    }

    // 由办公室负责; ，财务处牵头.
    private string? Owner(Element element)
    {
        foreach (TextSpan clause in Clauses.In(flow.Text, TextSpan.FromBounds(element.Start, element.End)))
        {
            ReadOnlySpan<char> words = clause.In(flow.Text).TrimEnd(",。;: \n");
            int by = words.IndexOf('由');
            foreach (string charge in s_charges)
            {
                int at = by >= 0 ? words[(by + 1)..].IndexOf(charge) : -1;
                if (at is not (>= 2 and <= LongestName))
                {
                    continue;
                }

                // 由分管负责同志 names nobody.
                ReadOnlySpan<char> after = words[(by + 1 + at + charge.Length)..];
                if (!after.StartsWith("同志") && !after.StartsWith("人") && (by == 0 || words[by - 1] is not ('理' or '自' or '缘' or '事' or '因')))
                {
                    ReadOnlySpan<char> name = words.Slice(by + 1, at);
                    int stop = name[2..].IndexOfAny(s_afterName);
                    name = OwnerName.Trim(stop < 0 ? name : name[..(stop + 2)]);
                    return Quote(clause.Start + by + 1, new TextSpan(0, name.Length));
                }
            }

            int plain = Math.Max(words.IndexOf("负责"), words.IndexOf("牵头"));
            if (by < 0 && plain is >= 2 and <= 10 && plain + 2 == words.Length && !words[..plain].Contains('请')
                && PromiseTerms.Due(words[..plain]).IsEmpty && !Lexicon.Act.IsIn(words[..plain]))
            {
                return Quote(clause.Start, new TextSpan(0, OwnerName.Trim(words[..plain]).Length));
            }
        }

        return null;
    }

    private string? Quote(int start, TextSpan span) =>
        span.IsEmpty ? null : flow.Quote(start + span.Start, start + span.End);
}
