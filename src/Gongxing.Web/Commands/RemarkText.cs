using System.Globalization;
using Gongxing.Core.Remarks;
using Gongxing.Web.Review;

namespace Gongxing.Web.Commands;

/// <summary>Writes the remarks on a file for a person at a terminal.</summary>
internal sealed class RemarkText(TextWriter to, bool isColoured)
{
    /// <summary>Number, place, words and question, for where only some remarks are named.</summary>
    public static string OneLine(NumberedRemark one, DocumentPlaces places) =>
        TerminalText.Clean($"{one.Number,3}. {places.Of(one.Remark)}{places.Words(one.Remark)} {Question(one.Remark)}");

    public void Write(ReviewedFile file)
    {
        Line($"── {file.Name}");
        NumberedRemarks remarks = file.Remarks;
        if (!file.Statement.IsStatement)
        {
            Line(ReviewTexts.Get("NotStatement"));
        }

        foreach (string notice in file.Document.Notices)
        {
            Line(ReviewTexts.Get("OfReading", notice));
        }

        Line(remarks.All.Count == 0
            ? ReviewTexts.Get("NoRemarks")
            : ReviewTexts.Get("Count", remarks.All.Count, RemarkWords.Counts(remarks)));
        var places = new DocumentPlaces(file.Document);
        Write(ReviewTexts.Get("Group.First"), remarks.First, places);
        Write(ReviewTexts.Get("Group.Rest"), remarks.Rest, places);
        to.WriteLine();
    }

    private void Write(string heading, IReadOnlyList<NumberedRemark> remarks, DocumentPlaces places)
    {
        if (remarks.Count == 0)
        {
            return;
        }

        to.WriteLine();
        Line(heading);
        foreach (NumberedRemark one in remarks)
        {
            (int number, Remark remark) = one;
            Line($"{number,3}. {places.Of(remark)}{places.Words(remark)}");
            to.WriteLine($"     {Coloured(remark.Level)}{TerminalText.Clean(Question(remark))}");
            foreach (string note in RemarkWords.Notes(one, places))
            {
                Line($"     {note}");
            }
        }
    }

    private static string Question(Remark remark)
    {
        CultureInfo culture = CultureInfo.CurrentUICulture;
        return $"【{remark.Name.In(culture)}】{remark.Message.In(culture)} ({remark.Rule})";
    }

    private string Coloured(RemarkLevel level)
    {
        string word = RemarkWords.Level(level);
        return !isColoured ? word : level switch
        {
            RemarkLevel.Error => $"\e[1;31m{word}\e[0m",
            RemarkLevel.Warn => $"\e[33m{word}\e[0m",
            RemarkLevel.Ask => $"\e[36m{word}\e[0m",
            _ => $"\e[2m{word}\e[0m",
        };
    }

    private void Line(string text) => to.WriteLine(TerminalText.Clean(text));
}
