using System.Globalization;
using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Comments;

/// <summary>The text of a w:t between the places where its units are typed.</summary>
internal sealed class PieceText
{
    private readonly List<char> _units = [];
    private readonly List<int> _places = [];

    private PieceText()
    {
    }

    /// <summary>The units that are text; what a program drops at both ends is not.</summary>
    public int Start { get; private set; }

    public int End { get; private set; }

    /// <summary>Spaces at the ends are text too.</summary>
    public bool KeepsSpaces { get; private set; }

    /// <summary>Where the content begins and ends in the part.</summary>
    public int ContentStart { get; private set; }

    public int ContentEnd { get; private set; }

    /// <summary>Null for a piece that holds more than characters and references to characters, which nobody writes.</summary>
    public static PieceText? Of(string part, RunPiece piece)
    {
        string tag = XmlTag.At(part, piece.Start);
        int start = piece.Start + tag.Length;
        int end = part.LastIndexOf("</", piece.End - 1, piece.End - start, StringComparison.Ordinal);
        var text = new PieceText { ContentStart = start, ContentEnd = end, KeepsSpaces = XmlTag.KeepsSpaces(tag) };
        return end >= 0 && text.Read(part) ? text : null;
    }

    /// <summary>Where a unit begins in the part; the end of the text for the one after the last.</summary>
    public int PlaceOf(int unit) => unit < _places.Count ? _places[unit] : ContentEnd;

    public bool IsInsidePair(int unit) => unit > 0 && unit < _units.Count
        && char.IsHighSurrogate(_units[unit - 1]) && char.IsLowSurrogate(_units[unit]);

    private bool Read(string part)
    {
        int at = ContentStart;
        while (at < ContentEnd)
        {
            int start = at;
            string read;
            switch (part[at])
            {
                case '<':
                    return false;
                case '&':
                    at = part.IndexOf(';', at) + 1;
                    read = Referred(part[(start + 1)..(at - 1)]);
                    break;
                case '\r':
                    at += at + 1 < ContentEnd && part[at + 1] == '\n' ? 2 : 1;
                    read = "\n";
                    break;
                default:
                    read = part[at++].ToString();
                    break;
            }

            foreach (char unit in read)
            {
                _units.Add(unit);
                _places.Add(start);
            }
        }

        Trim();
        return true;
    }

    private void Trim()
    {
        End = _units.Count;
        while (!KeepsSpaces && End > 0 && IsDropped(_units[End - 1]))
        {
            End--;
        }

        while (!KeepsSpaces && Start < End && IsDropped(_units[Start]))
        {
            Start++;
        }
    }

    private static bool IsDropped(char c) => c is <= ' ' or '\x7F' or '\uFEFF';

    private static string Referred(string name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        ['#', 'x', .. var digits] => Character(int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
        ['#', .. var digits] => Character(int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)),
        _ => throw new UnreadableException(Unreadable.Damaged, $"&{name};"),
    };

    private static string Character(int code) => code is >= 0xD800 and <= 0xDFFF or <= 0xFFFF
        ? ((char)code).ToString()
        : char.ConvertFromUtf32(code);
}
