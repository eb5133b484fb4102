using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Statements;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Text;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Materials;

/// <summary>标注一段: a paragraph, or some sentences of it, is given the role the program did not see.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class ParagraphModel(
    MaterialStore materials,
    PeopleStore people,
    CurrentPerson me,
    TimeProvider clock,
    IStringLocalizer<MaterialsTexts> texts,
    IStringLocalizer<SharedTexts> shared) : CorrectionPage(materials, people, me, clock, texts, shared)
{
    private const int Quoted = 40;

    [BindProperty(SupportsGet = true)]
    public int Index { get; set; }

    [BindProperty]
    [Display(Name = "Element.Role")]
    public MarkRole As { get; set; }

    /// <summary>The first and the last sentence, from 0.</summary>
    [BindProperty]
    [Display(Name = "Paragraph.From")]
    public int From { get; set; }

    [BindProperty]
    [Display(Name = "Paragraph.To")]
    public int To { get; set; }

    public string Words => Read.Paragraphs[Index].Span.In(Read.Text).ToString();

    public IReadOnlyList<TextSpan> Pieces => [.. SentencesOf(Read.Text, Read.Paragraphs[Index].Span)];

    public IEnumerable<SelectListItem> Choices => Pieces.Select((sentence, i) =>
    {
        string words = sentence.In(Read.Text).ToString();
        return new SelectListItem(words.Length > Quoted ? $"{words[..Quoted]}…" : words, $"{i}");
    });

    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await BeginAsync(id, ct) is { } answer)
        {
            return answer;
        }

        To = Pieces.Count - 1;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => CorrectAsync(
        id,
        () => $"Mark\t{As}",
        () => Read.Paragraphs[Index].Span,
        () => As is MarkRole.Aspect
            ? Statement.MarkAspect(Read, Read.Paragraphs[Index].Span)
            : Statement.Mark(Read, Stretch(), Enum.Parse<ElementRole>($"{As}")),
        ct);

    protected override bool HasPlace() => Index >= 0 && Index < Read.Paragraphs.Count && Pieces.Count > 0;

    private TextSpan Stretch()
    {
        IReadOnlyList<TextSpan> pieces = Pieces;
        int from = Math.Clamp(From, 0, pieces.Count - 1);
        return from == 0 && To >= pieces.Count - 1
            ? Read.Paragraphs[Index].Span
            : TextSpan.Cover(pieces[from], pieces[Math.Clamp(To, from, pieces.Count - 1)]);
    }

    private static List<TextSpan> SentencesOf(string text, TextSpan paragraph)
    {
        var pieces = new List<TextSpan>();
        foreach (TextSpan sentence in Sentences.In(text, paragraph))
        {
            if (sentence.Trim(text) is { IsEmpty: false } words)
            {
                pieces.Add(words);
            }
        }

        return pieces;
    }
}

/// <summary>What a paragraph can be marked as.</summary>
public enum MarkRole
{
    Finding,
    Cause,
    Measure,
    Aspect,
}
