using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;

namespace Gongxing.Documents.Pdf;

/// <summary>A straight line on a page along one axis: where it lies on the other, and from where to where it goes.</summary>
internal readonly record struct PdfRule(double At, double From, double To)
{
    public double Length => To - From;

    public bool Covers(double place) => From - PdfRules.Touch <= place && place <= To + PdfRules.Touch;
}

/// <summary>The rules drawn on a page: borders of tables, the line above footnotes.</summary>
internal sealed class PdfRules
{
    /// <summary>Points by which lines that meet may miss each other.</summary>
    public const double Touch = 3;

    /// <summary>Office programs draw a border as a line or as a narrow filled box.</summary>
    private const double Thick = 2.5;

    private const double Shortest = 4;

    /// <summary>A page with more lines than this is a drawing.</summary>
    private const int Most = 3000;

    /// <summary>Of the page.</summary>
    public double Width { get; private init; }

    public List<PdfRule> Horizontal { get; } = [];

    public List<PdfRule> Vertical { get; } = [];

    public static PdfRules Of(Page page)
    {
        var rules = new PdfRules { Width = page.Width };
        foreach (PdfPath path in page.Paths)
        {
            foreach (PdfSubpath part in path.IsStroked || path.IsFilled ? path : [])
            {
                rules.Add(part, path.IsStroked);
            }

            if (rules.Horizontal.Count + rules.Vertical.Count > Most)
            {
                return new PdfRules { Width = page.Width };
            }
        }

        return rules;
    }

    private void Add(PdfSubpath part, bool isStroked)
    {
        if (part.GetBoundingRectangle() is not { } box)
        {
            return;
        }

        if (Math.Min(box.Width, box.Height) <= Thick)
        {
            Add(box.BottomLeft, box.TopRight);
        }
        else if (isStroked)
        {
            PdfPoint? start = null, last = null;
            foreach (PdfSubpath.IPathCommand command in part.Commands)
            {
                switch (command)
                {
                    case PdfSubpath.Move move:
                        start = last = move.Location;
                        break;
                    case PdfSubpath.Line line:
                        Add(line.From, line.To);
                        last = line.To;
                        break;
                    case PdfSubpath.Close when start is { } from && last is { } to:
                        Add(to, from);
                        break;
                }
            }
        }
    }

    private void Add(PdfPoint a, PdfPoint b)
    {
        double width = Math.Abs(a.X - b.X), height = Math.Abs(a.Y - b.Y);
        if (height <= Thick && width > Shortest)
        {
            Horizontal.Add(new PdfRule((a.Y + b.Y) / 2, Math.Min(a.X, b.X), Math.Max(a.X, b.X)));
        }
        else if (width <= Thick && height > Shortest)
        {
            Vertical.Add(new PdfRule((a.X + b.X) / 2, Math.Min(a.Y, b.Y), Math.Max(a.Y, b.Y)));
        }
    }
}
