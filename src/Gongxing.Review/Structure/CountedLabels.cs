namespace Gongxing.Review.Structure;

/// <summary>（1）原因：… （2）整改情况：…: numbers that count the parts of one record add nothing to what its labels say.</summary>
internal static class CountedLabels
{
    /// <summary>Makes one mark of a number and its label.</summary>
    public static void Merge(List<List<Mark>> marks)
    {
        var run = new List<(List<Mark> Line, Mark Number)>();
        foreach (List<Mark> line in marks)
        {
            for (int i = 0; i < line.Count; i++)
            {
                if (line[i].Style is not (MarkStyle.Arabic or MarkStyle.ArabicInBrackets or MarkStyle.Circled))
                {
                    continue;
                }

                bool labelled = LabelAfter(line, i) is not null;
                bool follows = run.Count > 0 && labelled && run[^1].Number.Style == line[i].Style
                    && run[^1].Number.Value + 1 == line[i].Value;
                if (!follows && (run.Count == 0 || line[i].Style <= run[0].Number.Style))
                {
                    Merge(run);
                    run.Clear();
                }

                if (follows || (labelled && run.Count == 0 && line[i].Value == 1))
                {
                    run.Add((line, line[i]));
                }
            }
        }

        Merge(run);
    }

    private static void Merge(List<(List<Mark> Line, Mark Number)> run)
    {
        if (run.Select(one => LabelAfter(one.Line, one.Line.IndexOf(one.Number))!.Label).Distinct().Count() < 2)
        {
            return;
        }

        foreach ((List<Mark> line, Mark number) in run)
        {
            int at = line.IndexOf(number);
            line[at] = line[at + 1] with { Start = number.Start };
            line.RemoveAt(at + 1);
        }
    }

    private static Mark? LabelAfter(List<Mark> line, int i) =>
        i + 1 < line.Count && line[i + 1] is { Style: MarkStyle.Label } label && label.Start == line[i].ContentStart
            ? label : null;
}
