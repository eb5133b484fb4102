using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Gongxing.Web.Features.Shared;

/// <summary>What a page says about the act before it: kept over one redirect, shown once at the top.</summary>
public static class Notices
{
    public const string Cookie = "notice";

    private const string Sentence = "Notice";
    private const string Kind = "NoticeKind";

    /// <summary>Has the next page say <paramref name="sentence"/>. Errors of a form never go here.</summary>
    public static void Notice(this PageModel page, string sentence, NoticeKind kind = NoticeKind.Done)
    {
        page.TempData[Sentence] = sentence;
        page.TempData[Kind] = (int)kind;
    }

    public static Notice? Take(ITempDataDictionary kept) =>
        kept[Sentence] is string sentence ? new Notice(sentence, (NoticeKind)(kept[Kind] as int? ?? 0)) : null;
}

public sealed record Notice(string Sentence, NoticeKind Kind);

public enum NoticeKind
{
    Done,
    Warn,
    Bad,
}
