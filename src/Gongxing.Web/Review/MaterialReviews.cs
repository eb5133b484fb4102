using Gongxing.Core.Materials;
using Gongxing.Core.Statements;
using Gongxing.Review.Rules;

namespace Gongxing.Web.Review;

/// <summary>Reviews materials, and keeps the last few reviews: a page is opened again after every decision.</summary>
/// <remarks>
/// A review takes milliseconds and follows from structure and rules, so it is made when it is asked for and stored nowhere.
/// </remarks>
public sealed partial class MaterialReviews(EarlierTexts earlier, ILogger<MaterialReviews> log)
{
    private const int MostKept = 16;

    private readonly Lock _lock = new();
    private readonly LinkedList<(Key Key, NumberedRemarks Remarks)> _kept = [];

    /// <summary>The remarks on a material; null when the review could not run, which is never the same as none.</summary>
    public async Task<NumberedRemarks?> OfAsync(
        Material material, Document document, StructureRevision structure, RulesInForce rules, CancellationToken ct) =>
        Of(material, document, structure, rules, await earlier.OfAsync(material, ct));

    /// <summary>The same for whoever knows what was written before.</summary>
    public NumberedRemarks? Of(
        Material material, Document document, StructureRevision structure, RulesInForce rules, KnownBefore before)
    {
        var key = new Key(material.Id, structure.Number, rules.Version, before.Version);
        if (Kept(key) is { } known)
        {
            return known;
        }

        try
        {
            var remarks = NumberedRemarks.Of(
                StatementReview.Run(document, structure.Statement, rules.Book, rules.ContextOf(material) with { Earlier = before.Texts }));
            Keep(key, remarks);
            return remarks;
        }
        catch (Exception e)
        {
            // A bug, and one text: the page says that this review did not run, and all others go on.
            LogFault(material.Id, structure.Number, e);
            return null;
        }
    }

    private NumberedRemarks? Kept(Key key)
    {
        lock (_lock)
        {
            for (var node = _kept.First; node is not null; node = node.Next)
            {
                if (node.Value.Key == key)
                {
                    _kept.Remove(node);
                    _kept.AddFirst(node);
                    return node.Value.Remarks;
                }
            }

            return null;
        }
    }

    private void Keep(Key key, NumberedRemarks remarks)
    {
        lock (_lock)
        {
            _kept.AddFirst((key, remarks));
            if (_kept.Count > MostKept)
            {
                _kept.RemoveLast();
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Material {Material}, structure {Structure}, was not reviewed: a fault.")]
    private partial void LogFault(MaterialId material, int structure, Exception e);

    private readonly record struct Key(MaterialId Material, int Structure, string Rules, string Before);
}
