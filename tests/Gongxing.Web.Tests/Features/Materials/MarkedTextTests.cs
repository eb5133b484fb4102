using Gongxing.Core.Statements;
using Gongxing.Text;
using Gongxing.Web.Features.Materials;

namespace Gongxing.Web.Tests.Features.Materials;

public class MarkedTextTests
{
    private static readonly Statement Empty = new() { Kind = StatementKind.Other, IsStatement = true, Confidence = 1 };

    [Fact]
    public void An_element_within_another_has_the_say_where_it_stands_and_the_outer_one_goes_on_after_it()
    {
        Document document = Document.FromText("问题一。每月开会。还有问题。");
        var text = new MarkedText(document, Empty with
        {
            Findings = [new Finding("F1", null, "问题一", new TextSpan(0, 14), 1)],
            Measures = [new Measure("M1", null, "每月开会", new TextSpan(4, 5), 1)],
        });

        IReadOnlyList<MarkedPiece> pieces = text.Blocks(1).Single()[0].Pieces;

        Assert.Equal(
            ["F1 问题一", "f1 。", "M1 每月开会", "m1 。", "f1 还有问题。"],
            pieces.Select(piece => (piece.IsTitle ? piece.Element!.Id : piece.Element!.Id.ToLowerInvariant()) + " " + piece.Text));
        Assert.Equal(["F1", "M1"], pieces.SelectMany(piece => piece.Begins).Select(element => element.Id));
    }

    [Fact]
    public void An_element_that_runs_over_paragraphs_is_marked_in_each()
    {
        Document document = Document.FromText("前言\n问题一\n细说\n后记");
        var text = new MarkedText(document, Empty with { Findings = [new Finding("F1", null, "问题一", new TextSpan(3, 6), 1)] });

        MarkedParagraph[] lines = [.. text.Blocks(1).Select(block => block[0])];

        Assert.Equal([false, true, true, false], lines.Select(line => line.IsMarked));
        Assert.Equal([0, 1, 0, 0], lines.Select(line => line.Begins.Count()));
    }

    [Fact]
    public void A_long_text_is_shown_in_parts_that_leave_nothing_out_and_each_place_is_in_one_of_them()
    {
        Document document = Document.FromText(string.Concat(Enumerable.Range(0, 5000).Select(i => $"第{i}段，说了一些事情，写在这里。\n")));
        var text = new MarkedText(document, Empty with
        {
            Findings = [.. Enumerable.Range(0, 5000).Select(i => new Finding($"F{i + 1}", null, "", document.Paragraphs[i].Span, 1))],
        });

        Assert.True(text.Parts > 1);
        string[] shown =
        [
            .. Enumerable.Range(1, text.Parts).SelectMany(text.Blocks)
                .Select(block => string.Concat(block[0].Pieces.Select(piece => piece.Text))),
        ];
        Assert.Equal(document.Paragraphs.Select(paragraph => paragraph.Span.In(document.Text).ToString()), shown);
        Assert.Equal(
            Enumerable.Range(1, text.Parts).SelectMany(part => text.Blocks(part).Select(_ => part)),
            document.Paragraphs.Select(paragraph => text.PartOf(paragraph.Span.Start)));
    }

    [Fact]
    public void The_paragraphs_of_one_table_come_together()
    {
        Paragraph Cell(int start, int table, int row, int column) =>
            new(new TextSpan(start, 1), ParagraphKind.TableCell) { Cell = new TableCell(table, row, column, false) };
        var document = new Document(
            "甲\n乙\n丙\n丁\n戊\n",
            [new Paragraph(new TextSpan(0, 1), ParagraphKind.Body), Cell(2, 0, 0, 0), Cell(4, 0, 0, 2), Cell(6, 1, 0, 0), new Paragraph(new TextSpan(8, 1), ParagraphKind.Footnote)],
            DocumentFormat.Docx, "", [], []);

        var text = new MarkedText(document, Empty);

        Assert.Equal([1, 2, 1, 1], text.Blocks(1).Select(block => block.Count));
    }
}
