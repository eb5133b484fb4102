using System.Globalization;
using Gongxing.Documents.Docx;
using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Comments;

/// <summary>Finds in the main part the anchors of those elements that are asked for, and what is needed to mark them.</summary>
internal sealed class BodyOutline
{
    private readonly XmlCursor _cursor;
    private readonly int[] _wanted;
    private readonly List<Anchor> _anchors = [];
    private readonly Stack<Control> _controls = new();
    private readonly FieldRanges _fields = new();
    private Anchor? _open;
    private int _paragraph = -1;
    private int _paragraphs;
    private int _next;

    private BodyOutline(XmlCursor cursor, IEnumerable<int> wanted)
    {
        _cursor = cursor;
        _wanted = [.. wanted.Order()];
    }

    /// <summary>The namespace of Word's elements, transitional or strict.</summary>
    public string Namespace { get; private set; } = "";

    /// <summary>The prefix of <see cref="Namespace"/>, or null where it may not be the same everywhere.</summary>
    public string? Prefix { get; private set; }

    /// <summary>Ids of comments, bookmarks, revisions: all that share one counter.</summary>
    public HashSet<int> Ids { get; } = [];

    public static BodyOutline Read(XmlSource source, IEnumerable<int> wanted)
    {
        using var cursor = new XmlCursor(source);
        var outline = new BodyOutline(cursor, wanted);
        while (cursor.Read())
        {
            if (cursor.IsStart)
            {
                outline.Start(source.Text);
            }
            else
            {
                outline.End();
            }
        }

        return outline;
    }

    /// <summary>The anchor that holds an element; null for one that was not asked for or lies outside all paragraphs.</summary>
    public Anchor? Find(int element)
    {
        int index = Ordered.LastAtOrBefore(_anchors, anchor => anchor.First, element);
        return index >= 0 && element <= _anchors[index].Last ? _anchors[index] : null;
    }

    /// <summary>The field around an element that a program writes anew, the outermost one; null for none.</summary>
    public FieldRange? FieldAround(int element) => _fields.Around(element);

    private void Start(string text)
    {
        bool isWord = Ooxml.IsWord(_cursor.Namespace);
        if (isWord && Namespace.Length == 0)
        {
            Namespace = _cursor.Namespace;
            Prefix = _cursor.Depth == 0 ? PrefixIn(text) : null;
        }

        if (isWord && IdHere() is { } id)
        {
            Ids.Add(id);
        }

        if (_open is not null)
        {
            StartInside(_open, isWord ? _cursor.Name : "", text);
        }
        else if (_paragraph < 0)
        {
            _paragraph = isWord && _cursor.Name == "p" ? _cursor.Depth : -1;
            _paragraphs++;
        }
        else if (!isWord || !IsContainer(_cursor.Name))
        {
            _open = new Anchor(_cursor.Element, _cursor.TagStart, _cursor.Depth, isWord && _cursor.Name == "r");
        }
        else if (_cursor.Name == "sdt")
        {
            _controls.Push(new Control(_cursor.Element, _cursor.TagStart, _cursor.Depth, _anchors.Count));
        }
    }

    private int? IdHere() => int.TryParse(
        _cursor.Attribute("id", _cursor.Namespace), NumberStyles.Integer, CultureInfo.InvariantCulture, out int id) ? id : null;

    private void StartInside(Anchor open, string name, string text)
    {
        if (open.IsRun && _cursor.Depth == open.Depth + 1)
        {
            open.Pieces.Add(new RunPiece(_cursor.Element, _cursor.TagStart, name));
        }

        if (name == "fldChar")
        {
            ReadField(new Border(open, Math.Max(0, open.Pieces.Count - 1), 0));
        }
        else if (name == "instrText")
        {
            _fields.Instruct(text, _cursor.TagEnd);
        }
        else if (name is "dataBinding" or "dropDownList" or "comboBox" or "date" && _controls.TryPeek(out Control? control))
        {
            // Only the properties of a control have such elements: what it shows is made from elsewhere.
            control.IsMade = true;
        }
    }

    private void ReadField(Border here)
    {
        switch (_cursor.Attribute("fldCharType", _cursor.Namespace))
        {
            case "begin":
                _fields.Begin(_cursor.Element, here, _paragraphs);
                break;
            case "separate":
                _fields.Separate();
                break;
            case "end":
                _fields.End(_cursor.Element, here with { Piece = here.Piece + 1 }, _paragraphs);
                break;
        }
    }

    private void End()
    {
        if (_open is { } open)
        {
            if (_cursor.Depth == open.Depth + 1 && open.Pieces.Count > 0)
            {
                open.Pieces[^1].End = _cursor.TagEnd;
            }
            else if (_cursor.Depth == open.Depth)
            {
                _open = null;
                (open.Last, open.End) = (_cursor.Element, _cursor.TagEnd);
                Keep(open);
            }
        }
        else if (_cursor.Depth == _paragraph)
        {
            _paragraph = -1;
        }
        else if (_controls.TryPeek(out Control? control) && control.Depth == _cursor.Depth)
        {
            EndControl(_controls.Pop());
        }
    }

    // What a program writes anew as it opens the file is marked from outside.
    private void EndControl(Control control)
    {
        if (control.IsMade && _anchors.Count > control.Anchors)
        {
            _anchors.RemoveRange(control.Anchors, _anchors.Count - control.Anchors);
            _anchors.Add(new Anchor(control.First, control.Start, control.Depth, isRun: false)
            {
                Last = _cursor.Element,
                End = _cursor.TagEnd,
            });
        }
    }

    private void Keep(Anchor anchor)
    {
        if (IsWanted(anchor.First, anchor.Last))
        {
            _anchors.Add(anchor);
        }
    }

    private bool IsWanted(int first, int last)
    {
        while (_next < _wanted.Length && _wanted[_next] < first)
        {
            _next++;
        }

        return _next < _wanted.Length && _wanted[_next] <= last;
    }

    private string? PrefixIn(string text)
    {
        if (_cursor.PrefixOf(Namespace) is not { Length: > 0 } prefix)
        {
            return null;
        }

        string declaration = $"xmlns:{prefix}=";
        int first = text.IndexOf(declaration, StringComparison.Ordinal);
        return first >= 0 && text.IndexOf(declaration, first + 1, StringComparison.Ordinal) < 0 ? prefix : null;
    }

    private static bool IsContainer(string name) =>
        name is "hyperlink" or "ins" or "moveTo" or "smartTag" or "customXml" or "sdt" or "sdtContent" or "dir" or "bdo";

    private sealed record Control(int First, int Start, int Depth, int Anchors)
    {
        public bool IsMade { get; set; }
    }
}
