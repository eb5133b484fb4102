using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Docx;

/// <summary>What the stories of one document share.</summary>
internal sealed class StoryContext(ReadLimits limits, StyleSheet styles, ListDefinitions lists, Action<string> notice)
{
    private readonly Dictionary<(string Kind, string Id), List<SpelledParagraph>> _notes = [];

    public ReadLimits Limits => limits;

    public StyleSheet Styles => styles;

    public ListDefinitions Lists => lists;

    /// <summary>Places in the main part are kept for every unit of text.</summary>
    public bool IsTraced { get; init; }

    /// <summary>How many tables have been met, in reading order.</summary>
    public int Tables { get; set; }

    public void Notice(string sentence) => notice(sentence);

    public void AddNote(string kind, string id, SpelledParagraph paragraph)
    {
        if (!_notes.TryGetValue((kind, id), out List<SpelledParagraph>? note))
        {
            note = [];
            _notes.Add((kind, id), note);
        }

        note.Add(paragraph);
    }

    /// <summary>The paragraphs of a footnote or endnote, once; a second reference to it gets none.</summary>
    public List<SpelledParagraph> TakeNote(string kind, string id) =>
        _notes.Remove((kind, id), out var note) ? note : [];
}
