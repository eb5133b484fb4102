namespace Gongxing.Documents.Comments;

/// <summary>Finds the fields that a program writes anew: a comment inside one would be lost, so it is set around the field.</summary>
internal sealed class FieldRanges
{
    private const int LongestName = 40;

    private readonly Stack<Field> _open = new();

    // One after another, none inside another.
    private readonly List<FieldRange> _made = [];

    /// <summary>The field around an element; null for none.</summary>
    public FieldRange? Around(int element)
    {
        int index = Ordered.LastAtOrBefore(_made, field => field.First, element);
        return index >= 0 && element <= _made[index].Last ? _made[index] : null;
    }

    public void Begin(int element, Border here, int paragraph) => _open.Push(new Field(element, here, paragraph));

    public void Separate()
    {
        if (_open.TryPeek(out Field? field))
        {
            field.HasResult = true;
        }
    }

    /// <summary>Part of an instruction, which begins at a place of the text of the part.</summary>
    public void Instruct(string text, int start)
    {
        if (_open.TryPeek(out Field? field) && field.Instruction.Length < LongestName)
        {
            int end = text.IndexOf('<', start);
            field.Instruction = (field.Instruction + text[start..Math.Min(end, start + LongestName)]).TrimStart();
        }
    }

    public void End(int element, Border here, int paragraph)
    {
        if (!_open.TryPop(out Field? field) || !IsMade(field, paragraph))
        {
            return;
        }

        int inner = _made.FindLastIndex(before => before.First < field.First) + 1;
        _made.RemoveRange(inner, _made.Count - inner);
        _made.Add(new FieldRange(field.First, element, field.Start, here));
    }

    // A link is prose like any other, and so are pages taken in from another file.
    private static bool IsMade(Field field, int paragraph)
    {
        string name = field.Instruction.Split(' ', 2)[0].ToUpperInvariant();
        return !field.HasResult
            || name is "TOC" or "INDEX" or "TOA" or "BIBLIOGRAPHY"
            || (field.Paragraph == paragraph && name is not ("HYPERLINK" or "INCLUDETEXT"));
    }

    private sealed record Field(int First, Border Start, int Paragraph)
    {
        public bool HasResult { get; set; }

        public string Instruction { get; set; } = "";
    }
}
