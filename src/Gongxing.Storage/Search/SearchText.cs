using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Text;

namespace Gongxing.Storage.Search;

/// <summary>A material or a ledger item as it is put into the index. Cutting it takes time: make it before the write.</summary>
internal sealed record SearchText
{
    private SearchText(OrganisationId organisation, string subject, SearchKind kind, string title, string body)
    {
        Organisation = organisation;
        Subject = subject;
        Kind = kind;
        Title = TextColumn.Of(title);
        Body = TextColumn.Of(body);

        // The line end keeps the title's last character and the body's first from becoming a pair of the index.
        Folded = TextColumn.Of(Fold(title) + "\n" + Fold(body));
        Parts = [.. SearchTokens.PartsOf(title).Concat(SearchTokens.PartsOf(body)).Where(part => part.Length > 0)];
    }

    public OrganisationId Organisation { get; }

    /// <summary>The id of the material or item.</summary>
    public string Subject { get; }
    public SearchKind Kind { get; }
    public string Title { get; }
    public string Body { get; }
    public string Folded { get; }
    public IReadOnlyList<string> Parts { get; }

    public static SearchText Of(Material material, string title, string body) =>
        new(material.Organisation, $"{material.Id}", SearchKind.Material, title, body);

    /// <param name="body">Whatever of the item is to be found: finding, causes, measures; a line each.</param>
    public static SearchText OfItem(OrganisationId organisation, string item, string title, string body) =>
        new(organisation, item, SearchKind.Item, title, body);

    private static string Fold(string text) => NormalizedText.Fold(text, SearchTokens.Normalization);
}
