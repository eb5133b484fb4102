using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Materials;
using Gongxing.Core.Rounds;
using Gongxing.Core.Statements;
using Gongxing.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongxing.Web.Features.Rounds;

/// <summary>批注: a reviewer asks about words of one paragraph: those selected, or some sentences, or from words to words.</summary>
[Authorize(Policy = Policies.Reviewing)]
public sealed class NewCommentModel(RoundDesk desk) : SubmissionActPage(desk)
{
    private const int Quoted = 40;

    private Document _document = null!;

    public override SubmissionAct Act => SubmissionAct.Comment;

    [BindProperty(SupportsGet = true)]
    public int Paragraph { get; set; }

    /// <summary>What was selected in the text, where a script could tell; a length of 0 where not.</summary>
    [BindProperty(SupportsGet = true)]
    public int Start { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Length { get; set; }

    /// <summary>The draft the form was drawn for: what is sent for another must not land in the present one.</summary>
    [BindProperty]
    public Guid Draft { get; set; }

    /// <summary>The first and the last sentence, from 0.</summary>
    [BindProperty]
    [Display(Name = "Field.From")]
    public int From { get; set; }

    [BindProperty]
    [Display(Name = "Field.To")]
    public int To { get; set; }

    [BindProperty]
    [Display(Name = "Field.FirstWords")]
    [MaxLength(200)]
    public string? FirstWords { get; set; }

    [BindProperty]
    [Display(Name = "Field.LastWords")]
    [MaxLength(200)]
    public string? LastWords { get; set; }

    [BindProperty]
    [Display(Name = "Field.Comment")]
    [Required, MaxLength(2000)]
    public string? Text { get; set; }

    /// <summary>The words of the selection, or else of the whole paragraph.</summary>
    public string Words => (Selected() ?? Span).In(_document.Text).ToString();

    public bool HasSelection => Selected() is not null;

    public IEnumerable<SelectListItem> Choices => Sentences().Select((sentence, i) =>
    {
        string words = sentence.In(_document.Text).ToString();
        return new SelectListItem(words.Length > Quoted ? $"{words[..Quoted]}…" : words, $"{i}");
    });

    private TextSpan Span => _document.Paragraphs[Paragraph].Span;

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await BeginAsync(id, ct))
        {
            return NotFound();
        }

        TextSpan? span = Selected() ?? Stretch();
        if (span is null)
        {
            ModelState.AddModelError(nameof(FirstWords), Desk.Texts["Wrong.Words"]);
        }

        return await DoAsync(
            id,
            (round, submission) =>
            {
                QuotedPlace place = QuotedPlace.Of(new MaterialId(Draft), _document.Text, span!.Value);
                submission.Comment(round, place, Text!, Person, Roster.Offices, Desk.Now);
            },
            ct);
    }

    protected override string Next => $"{SubmissionUrl}#p{Paragraph}";

    protected override void Prepare() => (Draft, To) = (Material.Id.Value, Sentences().Count - 1);

    protected override async Task<bool> BeginAsync(Guid id, CancellationToken ct)
    {
        if (!await base.BeginAsync(id, ct))
        {
            return false;
        }

        _document = await DocumentAsync(ct);
        return Paragraph >= 0 && Paragraph < _document.Paragraphs.Count && Sentences().Count > 0;
    }

    // Half a character outside the basic plane is no word: the selection must not cut one.
    private TextSpan? Selected()
    {
        if (Length <= 0 || Start < Span.Start || Length > Span.End - Start)
        {
            return null;
        }

        string text = _document.Text;
        TextSpan words = new TextSpan(Start, Length).Trim(text);
        return words.IsEmpty || char.IsLowSurrogate(text[words.Start]) || char.IsHighSurrogate(text[words.End - 1]) ? null : words;
    }

    private TextSpan? Stretch()
    {
        IReadOnlyList<TextSpan> sentences = Sentences();
        int from = Math.Clamp(From, 0, sentences.Count - 1);
        TextSpan stretch = TextSpan.Cover(sentences[from], sentences[Math.Clamp(To, from, sentences.Count - 1)]);
        string text = _document.Text;
        int start = stretch.Start;
        int end = stretch.End;
        if (FirstWords?.Trim() is { Length: > 0 } first)
        {
            start = text.IndexOf(first, stretch.Start, stretch.Length, StringComparison.Ordinal);
            end = start < 0 || LastWords?.Trim() is { Length: > 0 } ? end : start + first.Length;
        }

        if (start >= 0 && LastWords?.Trim() is { Length: > 0 } last)
        {
            int at = text.IndexOf(last, start, stretch.End - start, StringComparison.Ordinal);
            end = at < 0 ? -1 : at + last.Length;
        }

        return start < 0 || end <= start ? null : TextSpan.FromBounds(start, end);
    }

    private List<TextSpan> Sentences()
    {
        var sentences = new List<TextSpan>();
        foreach (TextSpan sentence in Gongxing.Text.Sentences.In(_document.Text, Span))
        {
            if (sentence.Trim(_document.Text) is { IsEmpty: false } words)
            {
                sentences.Add(words);
            }
        }

        return sentences;
    }
}
