using Gongxing.Core.Materials;
using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Core.Ledger;

/// <summary>
/// What a statement would put into the ledger, shown with its exact counts before anything is written.
/// </summary>
/// <param name="Proposals">One a finding that is not in the ledger yet.</param>
/// <param name="AlreadyInLedger">Findings left out because an item holds them.</param>
/// <param name="MeasuresWithoutFinding">Promises no finding leads to; they go into no item, and a person should
/// know.</param>
public sealed record LedgerDryRun(
    IReadOnlyList<Proposal> Proposals,
    IReadOnlyList<Finding> AlreadyInLedger,
    IReadOnlyList<Measure> MeasuresWithoutFinding)
{
    public int Count(ProposalGap gap) => Proposals.Count(proposal => proposal.Gaps().Contains(gap));

    /// <param name="revision">Number of the structure that is <paramref name="statement"/>.</param>
    /// <param name="year">The year to number the items in, for a person to confirm: a statement need not name
    /// one.</param>
    /// <param name="known">Where the findings stand that items of this material hold; what overlaps one of them is
    /// known.</param>
    public static LedgerDryRun Of(
        Statement statement,
        Document document,
        MaterialId material,
        int revision,
        int year,
        NamedOffice office,
        NamedPerson? subject,
        IReadOnlyCollection<TextSpan> known)
    {
        ILookup<string, string> links = statement.Links.ToLookup(link => link.From, link => link.To);
        return new LedgerDryRun(
            [.. statement.Findings.Where(finding => !IsKnown(finding)).Select(Propose)],
            [.. statement.Findings.Where(finding => IsKnown(finding))],
            [.. MeasuresWithoutFinding()]);

        Proposal Propose(Finding finding)
        {
            HashSet<string> linked = Reach(finding.Id);
            return new Proposal
            {
                Year = year,
                Title = finding.Title,
                Text = Words(finding.Span),
                Aspect = AspectOf(finding),
                Source = At(finding.Id, finding.Span),
                Subject = subject,
                Office = office,
                Causes =
                [
                    .. from cause in statement.Causes
                       where linked.Contains(cause.Id)
                       select new ProposedCause(Words(cause.Span), At(cause.Id, cause.Span)),
                ],
                Measures = [.. statement.Measures.Where(measure => linked.Contains(measure.Id)).Select(ProposeMeasure)],
            };
        }

        ProposedMeasure ProposeMeasure(Measure measure) => new(Words(measure.Span), At(measure.Id, measure.Span))
        {
            DueAsWorded = measure.Due,
            OwnerAsWorded = measure.Owner,
            CadenceAsWorded = measure.Cadence,
            QuantityAsWorded = measure.Quantity,
        };

        IEnumerable<Measure> MeasuresWithoutFinding()
        {
            HashSet<string> reached = [.. statement.Findings.SelectMany(finding => Reach(finding.Id))];
            return statement.Measures.Where(measure => !reached.Contains(measure.Id));
        }

        // Causes and measures of a finding, and the measures its causes lead to.
        HashSet<string> Reach(string finding)
        {
            HashSet<string> reached = [.. links[finding]];
            reached.UnionWith(reached.SelectMany(cause => links[cause]).ToList());
            return reached;
        }

        string? AspectOf(Finding finding) =>
            statement.Aspects.FirstOrDefault(aspect => aspect.Heading == finding.Aspect)?.Official ?? finding.Aspect;

        string Words(TextSpan span) => span.In(document.Text).Trim().ToString();

        MaterialSource At(string element, TextSpan span) => new(material, revision, element, span);

        bool IsKnown(Finding finding) => known.Any(span => span.Overlaps(finding.Span));
    }
}
