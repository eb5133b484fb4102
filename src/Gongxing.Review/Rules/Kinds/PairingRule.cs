using System.Buffers;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks about brackets and quotation marks that have no partner, or a partner of another shape.</summary>
/// <remarks>
/// <c>groups</c> lists the pairs that are taken for each other, （） and () in one group, the preferred first; a pair of
/// twice the same mark, "", opens and closes, and only stands in where one of the others lacks its partner. <c>ask</c>
/// says whether the rule asks about <c>mixed</c> or <c>unpaired</c> ones.
/// </remarks>
internal sealed class PairingRule : RuleKind
{
    // What stands between the two is shown where it is that short, else the mark alone.
    private const int ShownPair = 30;
    private const int ShownLone = 16;

    // 1) and 一） number an item and have no partner.
    private const int ItemNumber = 3;

    private readonly Dictionary<char, Shape> _shapes = [];
    private readonly Dictionary<char, int> _straight = [];
    private readonly SearchValues<char> _marks;
    private readonly bool _mixed;

    private PairingRule(RuleFields fields)
    {
        int group = 0;
        foreach (string pairs in fields.Words("groups"))
        {
            if (pairs.Length % 2 != 0)
            {
                throw fields.Mistake($"groups 中的“{pairs}”应为成对的符号。", "groups");
            }

            for (int i = 0; i < pairs.Length; i += 2)
            {
                if (pairs[i] == pairs[i + 1])
                {
                    _straight[pairs[i]] = group;
                    continue;
                }

                _shapes[pairs[i]] = new Shape(group, i / 2, IsOpening: true, pairs[i], pairs[i + 1]);
                _shapes[pairs[i + 1]] = new Shape(group, i / 2, IsOpening: false, pairs[i], pairs[i + 1]);
            }

            group++;
        }

        if (_shapes.Count == 0)
        {
            throw fields.Mistake("缺少 groups。");
        }

        _marks = SearchValues.Create([.. _shapes.Keys, .. _straight.Keys, '\n']);
        _mixed = fields.Choice<Asked>("ask") == Asked.Mixed;
    }

    private enum Asked
    {
        Mixed,
        Unpaired,
    }

    public override IReadOnlyList<string> Values => _mixed ? ["fix"] : [];

    public static RuleKind Read(RuleFields fields) => new PairingRule(fields);

    public override void Ask(ReviewedText text, Asking asking)
    {
        string raw = text.Raw;
        var marks = new OpenMarks(_shapes, raw);
        for (int at = Next(raw, 0); at >= 0; at = Next(raw, at + 1))
        {
            if (raw[at] == '\n')
            {
                marks.EndLine(at + 1);
            }
            else if (_straight.TryGetValue(raw[at], out int group))
            {
                marks.Straight(at, group);
            }
            else if (_shapes[raw[at]].IsOpening)
            {
                marks.Open(at);
            }
            else if (!IsApostrophe(raw, at) && !(marks.AreNone && IsItemNumber(raw, marks.Line, at))
                && marks.Close(at) is int partner and >= 0
                && _mixed && _shapes[raw[partner]].Place != _shapes[raw[at]].Place)
            {
                AskMixed(raw, asking, partner, at);
            }
        }

        marks.EndLine(raw.Length);
        marks.EndLine(raw.Length);
        foreach ((int open, int close) in _mixed ? marks.WithStraight : [])
        {
            AskMixed(raw, asking, open, close);
        }

        foreach (int at in _mixed ? [] : marks.Lone)
        {
            AskLone(raw, asking, at);
        }
    }

    private int Next(string raw, int from)
    {
        int step = from < raw.Length ? raw.AsSpan(from).IndexOfAny(_marks) : -1;
        return step < 0 ? -1 : from + step;
    }

    private void AskMixed(string raw, Asking asking, int open, int close)
    {
        Shape shape = _shapes.TryGetValue(raw[open], out Shape? opening) ? opening : _shapes[raw[close]];
        (char left, char right) = Preferred(raw, shape, open, close);
        string inside = raw[(open + 1)..close];
        bool isShort = close - open <= ShownPair;
        string fix = isShort ? $"{left}{inside}{right}" : $"{left}…{right}";
        asking.OfWords(
            isShort ? TextSpan.FromBounds(open, close + 1) : new TextSpan(close, 1),
            isShort ? fix : null, isShort ? null : [new TextSpan(open, 1)], ("fix", new(fix, fix)));
    }

    // Between Chinese the first pair of the group, which is the wide one; else the one it was opened with.
    private (char Left, char Right) Preferred(string raw, Shape shape, int open, int close)
    {
        Shape first = shape;
        foreach (Shape other in _shapes.Values)
        {
            first = other.Group == shape.Group && other.Place == 0 ? other : first;
        }

        bool isChinese = raw.AsSpan(open, Math.Min(close - open, ShownPair)).IndexOfAnyInRange('\u4e00', '\u9fff') >= 0;
        return isChinese ? (first.Left, first.Right) : (shape.Left, shape.Right);
    }

    private void AskLone(string raw, Asking asking, int at)
    {
        // With the words it should hold, up to where their clause begins or ends.
        bool opens = _shapes[raw[at]].IsOpening;
        int from = opens ? at : Math.Max(0, at - ShownLone);
        ReadOnlySpan<char> near = raw.AsSpan(from, opens ? Math.Min(ShownLone, raw.Length - at) : at - from);
        int cut = opens ? near[1..].IndexOfAny(ClauseMarks.All) : near.LastIndexOfAny(ClauseMarks.All);
        TextSpan span = opens
            ? new TextSpan(at, cut < 0 ? near.Length : cut + 1)
            : TextSpan.FromBounds(from + cut + 1, at + 1);
        if (char.IsLowSurrogate(raw[span.Start]) || (span.End < raw.Length && char.IsLowSurrogate(raw[span.End])))
        {
            span = new TextSpan(at, 1);
        }

        asking.OfWords(span);
    }

    private static bool IsApostrophe(string raw, int at) =>
        raw[at] == '’' && at > 0 && char.IsAsciiLetter(raw[at - 1]);

    private static bool IsItemNumber(string raw, int line, int at)
    {
        int start = at;
        while (start > line && at - start < ItemNumber
            && (char.IsAsciiLetterOrDigit(raw[start - 1]) || "一二三四五六七八九十".Contains(raw[start - 1])))
        {
            start--;
        }

        return start < at && (start == line || !char.IsLetterOrDigit(raw[start - 1]));
    }

    /// <param name="Place">Which pair of its group.</param>
    private sealed record Shape(int Group, int Place, bool IsOpening, char Left, char Right);

    /// <summary>The marks that are open as a text is read.</summary>
    private sealed class OpenMarks(Dictionary<char, Shape> shapes, string raw)
    {
        // A line with more of them is no text that a width has cut.
        private const int MostCarried = 8;

        private readonly Stack<int> _open = new();
        private readonly int[] _openOf = new int[shapes.Count];

        // Without a partner on their line, this one's and those of the line before.
        private readonly List<int> _now = [];
        private readonly List<int> _before = [];

        // Those that may be either half, of this line.
        private readonly List<(int At, int Group)> _straight = [];

        /// <summary>Where the line begins.</summary>
        public int Line { get; private set; }

        public bool AreNone => _open.Count == 0;

        /// <summary>Those that have no partner, from left to right.</summary>
        public List<int> Lone { get; } = [];

        /// <summary>Pairs of which one half is straight.</summary>
        public List<(int Open, int Close)> WithStraight { get; } = [];

        public void Straight(int at, int group) => _straight.Add((at, group));

        public void Open(int at)
        {
            _open.Push(at);
            _openOf[shapes[raw[at]].Group]++;
        }

        /// <summary>The partner of the closing mark at a place; -1 when it has none.</summary>
        public int Close(int at)
        {
            int group = shapes[raw[at]].Group;
            if (_openOf[group] == 0)
            {
                _now.Add(at);
                return -1;
            }

            // Those of other groups that were opened since have none.
            int partner = Pop();
            while (shapes[raw[partner]].Group != group)
            {
                _now.Add(partner);
                partner = Pop();
            }

            return partner;
        }

        public void EndLine(int next)
        {
            while (_open.Count > 0)
            {
                _now.Add(Pop());
            }

            _now.Sort();
            PairWithStraight();
            if (_before is [.., var opened] && _now is [var closed, ..] && _now.Count <= MostCarried
                && ArePair(opened, closed))
            {
                // Cut by a width: what one line left open, the next one closes.
                _before.RemoveAt(_before.Count - 1);
                _now.RemoveAt(0);
            }

            Lone.AddRange(_before);
            _before.Clear();
            _before.AddRange(_now);
            _now.Clear();
            Line = next;
        }

        // “甲": the straight one next to a mark without partner is its partner, if those that are left make pairs.
        private void PairWithStraight()
        {
            if (_straight.Count == 0 || _now.Count is 0 or > MostCarried)
            {
                _straight.Clear();
                return;
            }

            var pairs = new List<(int Mark, int Straight)>();
            foreach (int mark in _now)
            {
                Shape shape = shapes[raw[mark]];
                int at = shape.IsOpening
                    ? _straight.FindIndex(straight => straight.Group == shape.Group && straight.At > mark)
                    : _straight.FindLastIndex(straight => straight.Group == shape.Group && straight.At < mark);
                if (at >= 0)
                {
                    pairs.Add((mark, _straight[at].At));
                    _straight.RemoveAt(at);
                }
            }

            if (_straight.Count % 2 == 0)
            {
                _now.RemoveAll(mark => pairs.Exists(pair => pair.Mark == mark));
                WithStraight.AddRange(pairs.Select(pair =>
                    (Math.Min(pair.Mark, pair.Straight), Math.Max(pair.Mark, pair.Straight))));
            }

            _straight.Clear();
        }

        private bool ArePair(int opened, int closed) =>
            shapes[raw[opened]] is { IsOpening: true } first && shapes[raw[closed]] is { IsOpening: false } second
            && first.Group == second.Group;

        private int Pop()
        {
            int at = _open.Pop();
            _openOf[shapes[raw[at]].Group]--;
            return at;
        }
    }
}
