using System.ComponentModel.DataAnnotations;
using Gongxing.Core;
using Gongxing.Core.Remarks;
using Gongxing.Documents;
using Gongxing.Documents.OfficialFormat;
using Gongxing.Documents.Workers;
using Gongxing.Review.Rules;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Storage.Remarks;
using Gongxing.Text;
using Gongxing.Web.Features.Shared;
using Gongxing.Web.Intake;
using Gongxing.Web.Review;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Remarks;

/// <summary>审阅: the text with numbered questions at the exact words, and what is decided about each.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class ReviewModel(
    MaterialStore materials,
    PeopleStore people,
    RemarkStore remarks,
    ReviewRules rules,
    MaterialReviews reviews,
    CurrentPerson me,
    DocumentWorkers workers,
    TimeProvider clock,
    IStringLocalizer<RemarksTexts> texts,
    IStringLocalizer<SharedTexts> shared) : ReviewPage(materials, people, remarks, rules, reviews, me)
{
    /// <summary>Of the questions that are not to be answered first, so many are listed; a filter finds the others.</summary>
    public const int MostListed = 200;

    /// <summary>The part of a very long text, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Part { get; set; } = 1;

    /// <summary>Only the questions of this rule.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "Filter.Rule")]
    public string? Rule { get; set; }

    [BindProperty(SupportsGet = true)]
    public RemarkState? State { get; set; }

    /// <summary>Whether the questions beyond the first ones are unfolded.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>Why a file that was asked for could not be written, as the download says when it leads back here.</summary>
    [BindProperty(SupportsGet = true)]
    public Unreadable? Unwritten { get; set; }

    /// <summary>Numbers of the questions that found no place in the Word file, when the download leads back here.</summary>
    [BindProperty(SupportsGet = true)]
    public int[] LeftOut { get; set; } = [];

    /// <summary>How many comments of reviewers found none.</summary>
    [BindProperty(SupportsGet = true)]
    public int LeftOutOthers { get; set; }

    /// <summary>The form that was chosen for that file.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Format { get; set; }

    /// <summary>Fingerprint of the remark that is decided about.</summary>
    [BindProperty]
    public string? About { get; set; }

    /// <summary>Number of the decision the person saw on this draft; 0 for none.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public RemarkAct Act { get; set; }

    [BindProperty]
    [Display(Name = "Reason")]
    [MaxLength(500)]
    public string? Reason { get; set; }

    public RemarkedText Text { get; private set; } = null!;

    public DocumentPlaces Places { get; private set; } = null!;

    public IReadOnlyList<Question> First { get; private set; } = [];

    public IReadOnlyList<Question> Rest { get; private set; } = [];

    /// <summary>How many of the rest stand in another part of the text, or are too many to list.</summary>
    public int Unlisted { get; private set; }

    public bool IsFiltered => Rule is not null || State is not null;

    public bool IsUnfolded => All || IsFiltered || First.All(question => question.State != RemarkState.Open);

    public IEnumerable<Question> QuestionsLeftOut =>
        (Questions ?? []).Where(question => LeftOut.Contains(question.Number));

    public int Count(RemarkState state) => Questions!.Count(question => question.State == state);

    public IEnumerable<SelectListItem> RuleChoices() => Questions!
        .GroupBy(question => question.Rule)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new SelectListItem(texts["Filter.RuleOf", group.Key, Names(group), group.Count()], group.Key))
        .Prepend(new SelectListItem(texts["Filter.All"], ""));

    private string Names(IEnumerable<Question> questions) =>
        string.Join(texts["Comma"], questions.Select(one => one.Remark.Name.ToString()).Distinct());

    /// <summary>A silenced rule is in no book any more; its name is that of the built-in one.</summary>
    public static string RuleName(string key) =>
        RuleBook.BuiltIn.Rules.FirstOrDefault(rule => rule.Key == key)?.Name.ToString() ?? "";

    public static IEnumerable<SelectListItem> Profiles() =>
        FormatProfiles.BuiltIn.Select(profile => new SelectListItem(profile.Name.ToString(), profile.Id));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await ReviewAsync(id, ct))
        {
            // Not read yet: its own page says how far that has come.
            return Material is null ? NotFound() : Redirect(Address);
        }

        if (Unwritten is { } why)
        {
            ModelState.AddModelError("", texts["Unwritten", UnreadableTexts.Sentence(why, Material!.FileName, workers.Limits)]);
        }

        Arrange();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await ReviewAsync(id, ct))
        {
            return NotFound();
        }

        RefusedException.ThrowIf(Material.WhyNotDecide(Person, Roster.Offices));
        if (Questions?.FirstOrDefault(question => question.Remark.Fingerprint == About) is not { } question)
        {
            return Refuse(texts["Gone"], StatusCodes.Status409Conflict);
        }

        RemarkDecision? last = question.Decided.Decision;
        if (Seen != (last is not null && last.Draft == Material.Draft ? last.Number : 0))
        {
            return Refuse(shared[$"Refusal.{Refusal.SomebodyWasFirst}"], StatusCodes.Status409Conflict);
        }

        string reason = Act == RemarkAct.Reject ? Reason ?? "" : "";
        if (ModelState.IsValid && question.Decided.WhyNotDecide(Act, reason) is { } why)
        {
            ModelState.AddModelError($"reason{question.Number}", texts["Wrong.Reason", question.Number, shared[$"Refusal.{why}"]]);
        }

        if (!ModelState.IsValid)
        {
            Arrange();
            return Page();
        }

        try
        {
            await Remarks.DecideAsync(Material, question.Decided.Decide(Act, reason, Person.Id, clock.GetUtcNow()), ct);
        }
        catch (RefusedException refused) when (refused.Reason == Refusal.SomebodyWasFirst)
        {
            return Refuse(shared[$"Refusal.{refused.Reason}"], StatusCodes.Status409Conflict);
        }

        this.Notice(texts[$"Done.{Act}", question.Number]);

        // A filter by state would hide what was just decided.
        string back = Request.With(("state", null), ("all", question.IsFirst && !All ? null : "true"));
        return Redirect($"{back}#q{question.Number}");
    }

    /// <summary>Where the note of a question is: here, or on this page unfolded, or unfiltered.</summary>
    public string Note(Question question) =>
        First.Contains(question) || (Rest.Contains(question) && IsUnfolded)
            ? $"#q{question.Number}"
            : Request.With(("all", "true"), ("rule", null), ("state", null)) + $"#q{question.Number}";

    /// <summary>Where the words of a question are: here, or in another part of the text.</summary>
    public string Mark(Question question) => At(question.Span.Start, $"m{question.Number}");

    /// <summary>Where a place of the text is, by its paragraph.</summary>
    public string At(TextSpan span) => At(span.Start, $"p{Document!.ParagraphAt(span.Start)}");

    private string At(int position, string anchor)
    {
        int part = Text.PartOf(position);
        return part == Part ? $"#{anchor}" : Request.With(("part", $"{part}")) + $"#{anchor}";
    }

    private PageResult Refuse(string sentence, int status)
    {
        ModelState.AddModelError("", sentence);
        Response.StatusCode = status;
        Arrange();
        return Page();
    }

    private void Arrange()
    {
        Question[] shown =
        [
            .. from question in Questions ?? []
               where (Rule is null || question.Rule == Rule) && (State is null || question.State == State)
               select question,
        ];
        Places = new DocumentPlaces(Document!);
        Text = new RemarkedText(Document!, Structure!.Statement, shown);
        Part = Math.Clamp(Part, 1, Math.Max(1, Text.Parts));
        First = IsFiltered
            ? []
            : [.. shown.Where(one => one.IsFirst).OrderBy(one => one.Remark.Level).ThenBy(one => one.Number)];
        Question[] others = [.. shown.Except(First)];
        Rest = [.. others.Where(question => Text.Parts == 1 || Text.PartOf(question.Span.Start) == Part).Take(MostListed)];
        Unlisted = others.Length - Rest.Count;
    }
}
