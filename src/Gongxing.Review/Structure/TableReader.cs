using Gongxing.Core.Statements;

namespace Gongxing.Review.Structure;

/// <summary>Reads ledgers: tables whose columns, or whose first column's cells, say 问题, 原因, 措施, 责任人, 时限.</summary>
internal sealed class TableReader(Draft draft)
{
    private const int LongestNumber = 8;
    private const int LongestTitle = 24;

    private static readonly WordSet s_numbers = new(["编号", "序号"]);
    private static readonly WordSet s_details = Lexicon.Set("detailLabels");
    private static readonly WordSet s_aspects = new(["方面", "对照内容", "对照方面", "领域", "分类"]);

    // The number of each problem in the tables above, by which a table of measures may call it: W1, 3.
    private readonly Dictionary<string, int> _numbered = new(StringComparer.Ordinal);

    private Flow Flow => draft.Flow;

    public void Read(IEnumerable<FlowLine> cells)
    {
        foreach (IGrouping<int, FlowLine> table in cells.GroupBy(cell => cell.Cell!.Table))
        {
            List<List<Field>> rows =
            [
                .. table.GroupBy(cell => cell.Cell!.Row).OrderBy(row => row.Key).Select(row => row
                    .GroupBy(cell => cell.Cell!.Column).OrderBy(field => field.Key)
                    .Select(field =>
                        new Field(field.Key, field.Min(cell => cell.Start), field.Max(cell => cell.End), [.. field]))
                    .ToList()),
            ];
            ReadTable(rows, table);
        }
    }

    private void ReadTable(List<List<Field>> rows, IEnumerable<FlowLine> cells)
    {
        int header = rows.FindIndex(row =>
            row.Count(field => RoleOf(field) is not (LabelRole.None or LabelRole.Other)) >= 2);
        header = header < 0 && rows.Count > 1 && CountsItems(rows[0]) ? 0 : header;
        if (header >= 0)
        {
            bool answers = rows[header].TrueForAll(field => RoleOf(field) != LabelRole.Problem)
                && rows[header].Exists(field => RoleOf(field) == LabelRole.Measure);
            draft.Sections.Add(new SectionDraft(answers ? SectionRole.Measures : SectionRole.Findings, null,
                rows[header][0].Start, rows[^1][^1].End));
            ReadRows(rows, header);
        }
        else if (rows.Count(row => row.Count >= 2 && RoleOf(row[0]) != LabelRole.None) >= 2)
        {
            draft.Sections.Add(new SectionDraft(SectionRole.Findings, null, rows[0][0].Start, rows[^1][^1].End));
            ReadForm(rows);
        }
        else
        {
            foreach (FlowLine cell in cells)
            {
                draft.Leave(cell.Start, cell.End, UnplacedReason.NotUnderstood);
            }
        }
    }

    // 序号 | 问题 | 影响: numbered rows that tell nothing else of what they list.
    private bool CountsItems(List<Field> row) =>
        row.Count > 1 && IsNumber(row[0])
        && row.Count(field => RoleOf(field) is LabelRole.Problem or LabelRole.Cause or LabelRole.Measure) == 1;

    private bool IsNumber(Field field) => s_numbers.IsIn(Words(field)) || Words(field) is "#" or "no" or "no.";

    private void ReadRows(List<List<Field>> rows, int header)
    {
        Dictionary<int, LabelRole> roles = rows[header].ToDictionary(field => field.Column, RoleOf);
        int aspectColumn = rows[header].Find(field => s_aspects.IsIn(Words(field)))?.Column ?? -1;
        int numberColumn = rows[header].Find(IsNumber)?.Column ?? -1;
        var numbered = new Dictionary<string, int>(StringComparer.Ordinal);
        bool alike = rows.Count - header - 1 == _numbered.Count;
        string? aspect = null;
        int record = 0;
        for (int i = header + 1; i < rows.Count; i++)
        {
            if (rows[i].Count > 1 && Called(rows[i], rows[header], roles, alike) is { } call)
            {
                foreach (Field field in rows[i].Where(field => field != call))
                {
                    Add(roles.GetValueOrDefault(field.Column), field, aspect, _numbered[Key(call)]);
                }

                Share(rows[i].Select(field => (roles.GetValueOrDefault(field.Column), field)), _numbered[Key(call)]);
                continue;
            }

            if (rows[i].Count == 1 || rows[i].TrueForAll(field => RoleOf(field) != LabelRole.None))
            {
                // A row of one cell across the table names what follows; a header may come again on the next page.
                aspect = rows[i].Count == 1 && Words(rows[i][0]).Length <= 40 ? AddAspect(rows[i][0]) : aspect;
                continue;
            }

            if (rows[i].Find(field => field.Column == aspectColumn) is { } named)
            {
                aspect = AddAspect(named);
            }

            bool problem = rows[i].Exists(field => roles.GetValueOrDefault(field.Column) == LabelRole.Problem);
            record = problem || record == 0 ? draft.NextRecord++ : record;
            Field? detail = Detail(rows[i], rows[header], roles);
            foreach (Field field in rows[i].Where(field => field != detail))
            {
                bool shown = detail is not null && field.Column == detail.Column - 1;
                Add(roles.GetValueOrDefault(field.Column), field, aspect, record, shown ? detail!.End : field.End);
            }

            Share(rows[i].Select(field => (roles.GetValueOrDefault(field.Column), field)), record);
            if (problem && rows[i].Find(field => field.Column == numberColumn) is { } number)
            {
                numbered[Key(number)] = record;
            }
        }

        foreach ((string key, int of) in numbered)
        {
            _numbered[key] = of;
        }
    }

    private string Key(Field field) => Words(field).ToString();

    // 对应问题: W1. A number that counts the rows of its own table calls a problem only where there are as many.
    private Field? Called(List<Field> row, List<Field> header, Dictionary<int, LabelRole> roles, bool alike)
    {
        Field? call = row.Find(field => field.End - field.Start <= LongestNumber
            && roles.GetValueOrDefault(field.Column) is LabelRole.None or LabelRole.Other or LabelRole.Problem
            && _numbered.ContainsKey(Key(field)));
        if (call is null || row.Exists(field =>
            field != call && roles.GetValueOrDefault(field.Column) == LabelRole.Problem))
        {
            return null;
        }

        string? over = header.Find(field => field.Column == call.Column) is { } head ? Key(head) : null;
        bool names = over is not null && (over.Contains("问题", StringComparison.Ordinal)
            || over.Contains("对应", StringComparison.Ordinal));
        return names || alike || !char.IsAsciiDigit(Flow.Text[call.Start]) ? call : null;
    }

    // 检视问题 | 具体表现: the second column shows what the first has named.
    private Field? Detail(List<Field> row, List<Field> header, Dictionary<int, LabelRole> roles)
    {
        Field? detail = row.Find(field => roles.GetValueOrDefault(field.Column) == LabelRole.Problem
            && header.Exists(head => head.Column == field.Column && s_details.IsIn(Words(head))));
        bool named = detail is not null && row.Exists(field => field.Column == detail.Column - 1
            && roles.GetValueOrDefault(field.Column) == LabelRole.Problem && !Words(field).IsEmpty);
        return named ? detail : null;
    }

    // A form of two columns: the label on the left, what it says on the right.
    private void ReadForm(List<List<Field>> rows)
    {
        int record = draft.NextRecord++;
        bool begun = false;
        var said = new List<(LabelRole, Field)>();
        foreach (List<Field> row in rows.Where(row => row.Count >= 2))
        {
            LabelRole role = RoleOf(row[0]);
            if (role == LabelRole.Problem && begun)
            {
                Share(said, record);
                said.Clear();
                record = draft.NextRecord++;
            }

            begun |= role == LabelRole.Problem;
            Add(role, row[1], null, record);
            said.Add((role, row[1]));
        }

        Share(said, record);
    }

    private string AddAspect(Field field)
    {
        string heading = Flow.Quote(field.Start, field.End);
        if (draft.Aspects.Count == 0 || draft.Aspects[^1].Heading != heading)
        {
            draft.Aspects.Add(new AspectDraft(heading, field.Start, field.End));
        }

        return heading;
    }

    private void Add(LabelRole role, Field field, string? aspect, int record) =>
        Add(role, field, aspect, record, field.End);

    private void Add(LabelRole role, Field field, string? aspect, int record, int endAt)
    {
        List<Element>? list = role switch
        {
            LabelRole.Problem => draft.Findings,
            LabelRole.Cause => draft.Causes,
            LabelRole.Measure => draft.Measures,
            _ => null,
        };
        if (list is null)
        {
            return;
        }

        Node cell = OutlineBuilder.Build(Flow, field.Lines, field.Start, field.End);
        List<Node> items = [.. cell.Items];
        IEnumerable<(int Start, int End)> parts = items.Count > 0
            ? items.Select(item => (item.ContentStart, item.End))
            : [(field.Start, endAt)];
        foreach ((int start, int end) in parts)
        {
            Element? element = draft.CutCell(start, end, (from, to, _) => new Element(from, to,
                CellTitle(from, Math.Min(to, field.End)))
            {
                Under = role == LabelRole.Problem ? aspect : null,
                Record = record,
                HasMark = true,
                InHeadedSection = true,
            });
            if (element is not null)
            {
                list.Add(element);
            }
        }
    }

    // A short cell is its own title.
    private int CellTitle(int start, int end)
    {
        int stop = Flow.Slice(start, end).IndexOfAny("。;:\n");
        return stop < 0 && end - start <= LongestTitle ? end : TitleCutter.End(Flow.Text, start, end);
    }

    private void Share(IEnumerable<(LabelRole Role, Field Field)> fields, int record)
    {
        foreach ((LabelRole role, Field field) in fields)
        {
            foreach (Element measure in draft.MeasuresOf(record))
            {
                measure.Owner ??= role == LabelRole.Owner ? Flow.Quote(field.Start, field.End) : null;
                measure.Due ??= role == LabelRole.Due ? Flow.Quote(field.Start, field.End) : null;
            }
        }
    }

    private ReadOnlySpan<char> Words(Field field) => Flow.Slice(field.Start, field.End).Trim(" \n:()");

    private LabelRole RoleOf(Field field)
    {
        ReadOnlySpan<char> words = Words(field);
        if (words.IsEmpty || words.Length > 14)
        {
            return LabelRole.None;
        }

        if (Lexicon.Labels.TryMatchAt(words, 0, out int length, out LabelRole role) && length >= words.Length - 2)
        {
            return role;
        }

        if (LabelReader.JoinedRole(words) is var joined and not LabelRole.None)
        {
            return joined;
        }

        return HeadingWords.BareRoles(words) is [var heading] ? BareHeadings.LabelOf(heading) : LabelRole.None;
    }

    private sealed record Field(int Column, int Start, int End, IReadOnlyList<FlowLine> Lines);
}
