namespace Gongxing.Web.Review;

/// <summary>The style of a review as a file for a browser.</summary>
internal static class ReviewStyle
{
    public const string Text = """
        * { box-sizing: border-box }
        body { margin: 0 auto; padding: 16px 20px 48px; max-width: 1280px; background: #fff; color: #1c2126;
          font: 16px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif }
        h1 { margin: 8px 0; font-size: 24px; line-height: 1.4 }
        h2 { margin: 32px 0 4px; font-size: 20px; line-height: 1.4 }
        h3, summary { margin: 0 0 8px; font-size: 17px; font-weight: bold }
        summary { margin-top: 16px; cursor: pointer }
        a { color: #1d5a9e }
        p { margin: 0 }
        .lead { color: #4a525a }
        .unread { margin: 16px 0; padding: 12px 16px; border: 1px solid #c8402f; background: #fdf0ee }
        .unread h2 { margin: 0 0 4px }
        .unread ul, nav ol { margin: 0; padding-left: 24px }
        nav { margin: 16px 0 }
        article + article { border-top: 2px solid #ccd3da }
        .sides { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 32px; margin-top: 12px }
        .text { font-family: FangSong, STFangsong, "Noto Serif CJK SC", serif; font-size: 18px; line-height: 1.9 }
        .text p { text-indent: 2em; overflow-wrap: anywhere }
        .text .heading { font-weight: bold }
        .text .aside { text-indent: 0; padding-left: 2em; color: #4a525a; font-size: 16px }
        .table { overflow-x: auto; margin: 8px 0 }
        table { border-collapse: collapse; font-size: 16px; line-height: 1.6 }
        td { min-width: 5em; padding: 4px 8px; border: 1px solid #99a2ab; vertical-align: top }
        td p { text-indent: 0 }
        mark { color: inherit; background: #e6f0fb; border-bottom: 2px solid #5b8fc7 }
        mark.error { background: #fde4e0; border-color: #c8402f }
        mark.warn { background: #fff1d0; border-color: #b97a00 }
        mark.info { background: #eef0f2; border-color: #87909a }
        mark.wide { background: none; border-bottom-width: 1px; border-bottom-style: dashed }
        .number { display: inline-block; min-width: 22px; margin-right: 3px; padding: 0 5px; border-radius: 11px;
          background: #1d5a9e; color: #fff; text-align: center; text-indent: 0; text-decoration: none;
          font: bold 13px/22px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
        .number.error { background: #a92c1c }
        .number.warn { background: #855800 }
        .number.info { background: #59626b }
        :target { outline: 3px solid #f0b400; outline-offset: 2px }
        .asked ul { margin: 0; padding: 0; list-style: none }
        .asked li { margin-bottom: 12px; padding: 8px 12px; border-left: 4px solid #1d5a9e; background: #f6f8fa;
          break-inside: avoid; overflow-wrap: anywhere }
        .asked li.error { border-color: #a92c1c }
        .asked li.warn { border-color: #b97a00 }
        .asked li.info { border-color: #87909a }
        .head span { margin-left: 4px; color: #4a525a; font-size: 14px }
        .place, .note { color: #4a525a; font-size: 15px }
        .question { margin: 2px 0 }
        .folded { display: none }
        @media (max-width: 860px) { .sides { grid-template-columns: minmax(0, 1fr) } body { padding: 12px 14px 32px } }
        @media print {
          body { max-width: none; padding: 0; font-size: 11pt }
          .sides { grid-template-columns: minmax(0, 1fr); gap: 12pt }
          .text { font-size: 12pt }
          .text p { orphans: 2; widows: 2 }
          mark, .number, .asked li, .unread { -webkit-print-color-adjust: exact; print-color-adjust: exact }
          article + article { break-before: page; border: 0 }
          details::details-content { content-visibility: visible; height: auto; block-size: auto }
          details:not([open]) + .folded { display: block }
          @supports selector(::details-content) { details:not([open]) + .folded { display: none } }
        }

        """;
}
