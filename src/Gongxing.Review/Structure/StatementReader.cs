using Gongxing.Core.Statements;

namespace Gongxing.Review.Structure;

/// <summary>
/// Reads a <see cref="Document"/> as a statement: sections, aspects, findings, causes, measures and their
/// links.
/// </summary>
public static class StatementReader
{
    /// <summary>Never throws on content; what is not understood is in <see cref="Statement.Unplaced"/>.</summary>
    /// <param name="templateId">The template to read by; null to recognise one.</param>
    public static Statement Read(Document document, string? templateId = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var unplaced = new List<Unplaced>();
        Flow flow = FlowBuilder.Build(document, unplaced);
        var draft = new Draft(flow);
        draft.Unplaced.AddRange(unplaced);
        var parts = new List<PartDraft>();
        foreach (IReadOnlyList<FlowLine> lines in PartSplitter.Split(flow, draft))
        {
            parts.Add(PartReader.Read(draft, lines, parts.LastOrDefault()));
        }

        return StatementWriter.Write(draft, parts, templateId);
    }
}
