using Gongxing.Core.Statements;

namespace Gongxing.Documents.Packages;

/// <summary>A table between its start and its end.</summary>
internal sealed class OpenTable(int number)
{
    // Word allows 63 columns; a forged span must not run over.
    private const int MostColumns = 1_000;

    private int _row = -1;
    private int _column;
    private int _span = 1;
    private bool _isHeader;

    public TableCell Cell => new(number, Math.Max(_row, 0), _column, _isHeader);

    public void StartRow() => (_row, _column, _span, _isHeader) = (_row + 1, 0, 1, false);

    public void MarkHeader(bool isHeader) => _isHeader = isHeader;

    public void StartAt(int column) => _column = Math.Clamp(column, 0, MostColumns);

    public void Span(int columns) => _span = Math.Clamp(columns, 1, MostColumns);

    public void EndCell() => (_column, _span) = (Math.Min(_column + _span, MostColumns), 1);
}
