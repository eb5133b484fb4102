using Gongxing.Core.Statements;
using Gongxing.Documents;
using Gongxing.Review.Relapses;
using Gongxing.Review.Structure;

namespace Gongxing.Tests.Review.Relapses;

/// <summary>Two statements of one person as they are read, and what a reader says of each finding of the later one.</summary>
internal sealed class TwoYears
{
    private TwoYears(string truth)
    {
        Before = new Year(truth, "before");
        Now = new Year(truth, "now");
        Told = [.. File.ReadLines(truth).Select(line => line.Split('\t')).Select(parts => new Told(parts[0], parts[1], parts[2]))];
    }

    public Year Before { get; }

    public Year Now { get; }

    public IReadOnlyList<Told> Told { get; }

    public static IReadOnlyList<TwoYears> In(string folder) =>
        [.. Directory.GetFiles(folder, "*.tsv").Order(StringComparer.Ordinal).Select(truth => new TwoYears(truth))];

    /// <summary>A statement as the site reads it.</summary>
    internal sealed class Year
    {
        public Year(string truth, string year)
        {
            string pattern = $"{Path.GetFileNameWithoutExtension(truth)}.{year}.*";
            string file = Directory.GetFiles(Path.GetDirectoryName(truth)!, pattern).Single();
            Document = DocumentReader.Read(File.ReadAllBytes(file), file, ReadLimits.Default).Document!;
            Statement = StatementReader.Read(Document);
            Said = [.. Statement.Findings.Select(finding => new SaidFinding(
                finding.Title, finding.Span.In(Document.Text).ToString(), IsOwn: true))];
        }

        public Document Document { get; }

        public Statement Statement { get; }

        public IReadOnlyList<SaidFinding> Said { get; }

        public SaidFinding? StartingWith(string start) =>
            Said.SingleOrDefault(said => said.Text.StartsWith(start, StringComparison.Ordinal));
    }
}

/// <summary>What a reader says of a finding: which it repeats and how, or that it repeats none.</summary>
/// <param name="Kind"><c>verbatim</c>, <c>edited</c>, <c>paraphrase</c>; <c>other</c> and <c>new</c> are no repeat.</param>
/// <param name="Earlier">How the earlier finding starts: for <c>other</c> the one of the same theme, for <c>new</c> empty.</param>
internal sealed record Told(string Kind, string Start, string Earlier)
{
    public bool IsRepeat => Kind is not ("other" or "new");
}
