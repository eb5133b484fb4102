using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Docx;

/// <summary>The fields that are open: instructions are not text, results are (ISO/IEC 29500-1, 17.16.18).</summary>
internal sealed class FieldStack
{
    private const int LongestInstruction = 500;

    private readonly Stack<Field> _fields = new();

    // A count, because a hostile file may open a field a million deep.
    private int _instructions;

    /// <summary>What is read now belongs to the instruction of some field.</summary>
    public bool InInstruction => _instructions > 0;

    public void Begin()
    {
        _fields.Push(new Field());
        _instructions++;
    }

    public void Separate()
    {
        if (_fields.TryPeek(out Field? field) && field.InInstruction)
        {
            field.InInstruction = false;
            _instructions--;
        }
    }

    /// <summary>Ends the innermost field.</summary>
    /// <returns>What the field shows though it has no result: an equation that sets characters over each other.</returns>
    public string End()
    {
        if (!_fields.TryPop(out Field? field) || !field.InInstruction)
        {
            return "";
        }

        _instructions--;
        return OverstrikeField.TextOf(field.Instruction.ToString());
    }

    public void Instruct(ReadOnlySpan<char> text)
    {
        if (_fields.TryPeek(out Field? field) && field.Instruction.Length + text.Length <= LongestInstruction)
        {
            field.Instruction.Append(text);
        }
    }

    /// <summary>
    /// At the end of a paragraph: a field without its middle or end must not swallow the rest of the text.
    /// </summary>
    public void EndInstructions()
    {
        if (_instructions == 0)
        {
            return;
        }

        foreach (Field field in _fields)
        {
            field.InInstruction = false;
        }

        _instructions = 0;
    }

    private sealed class Field
    {
        public bool InInstruction { get; set; } = true;

        public TextBuffer Instruction { get; } = new();
    }
}
