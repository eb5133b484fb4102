using System.ComponentModel.DataAnnotations;
using Gongxing.Storage.Search;
using Gongxing.Text;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongxing.Web.Features.Search;

/// <summary>检索: words in materials and ledger items, as far as the person may see them.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class IndexModel(SearchStore search, CurrentPerson me) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    [Display(Name = "Query")]
    [MaxLength(200)]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true)]
    public SearchKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    /// <summary>Null before anything was looked for.</summary>
    public IReadOnlyList<SearchHit>? Hits { get; private set; }

    /// <summary>One character alone stands in nearly every text: there is nothing to be found by it.</summary>
    public bool IsTooShort { get; private set; }

    public Pager Pager { get; private set; } = new(null, null, Pager.Sizes[0]);

    public async Task OnGetAsync(CancellationToken ct)
    {
        SearchQuery query = SearchQuery.Parse(Query ?? "");
        IsTooShort = query.Words.Count == 0 && query.SingleCharacters.Count > 0;
        if (query.Words.Count == 0 || !ModelState.IsValid)
        {
            return;
        }

        int size = Pager.SizeOf(Size);
        IReadOnlyList<SearchHit> found = await search.FindAsync(me.Person, Query!, Kind, After, size + 1, ct);
        Hits = [.. found.Take(size)];
        Pager = new Pager(
            After is null ? null : Request.With(("after", null)),
            found.Count > size ? Request.With(("after", Hits[^1].Subject)) : null,
            size);
    }

    /// <summary>Pieces of a text, and whether each is one of the words that were looked for.</summary>
    public static IEnumerable<(string Text, bool IsMarked)> Pieces(string text, IReadOnlyList<TextSpan> marks)
    {
        int at = 0;
        foreach (TextSpan mark in marks)
        {
            yield return (text[at..mark.Start], false);
            yield return (mark.In(text).ToString(), true);
            at = mark.End;
        }

        yield return (text[at..], false);
    }
}
