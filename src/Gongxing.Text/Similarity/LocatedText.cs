using System.Buffers;

namespace Gongxing.Text.Similarity;

/// <summary>The way from the form of a text to where its units were written; rented, for as long as it is needed.</summary>
internal sealed class LocatedText : IDisposable
{
    private ushort[] _form = [];
    private TextSpan[] _spans = [];
    private string? _text;

    public string Text => _text!;

    public void Read(string text)
    {
        if (ReferenceEquals(text, _text))
        {
            return;
        }

        if (_form.Length <= text.Length)
        {
            Return();
            _form = ArrayPool<ushort>.Shared.Rent(Math.Max(8192, text.Length + 1));
            _spans = ArrayPool<TextSpan>.Shared.Rent(_form.Length);
        }

        ComparisonForm.Locate(text, _form, _spans);
        _text = text;
    }

    public ushort Unit(int place) => _form[place];

    public TextSpan Span(int place) => _spans[place];

    public TextSpan Span(int start, int end) => TextSpan.FromBounds(_spans[start].Start, _spans[end - 1].End);

    public void Dispose()
    {
        Return();
        _text = null;
    }

    private void Return()
    {
        ArrayPool<ushort>.Shared.Return(_form);
        ArrayPool<TextSpan>.Shared.Return(_spans);
        _form = [];
        _spans = [];
    }
}
