namespace Gongxing.Web.Duplicates;

/// <summary>The style of a comparison as a file for a browser.</summary>
internal static class ComparisonStyle
{
    public const string Text = """
        * { box-sizing: border-box }
        body { margin: 0 auto; padding: 16px 20px 48px; max-width: 1280px; background: #fff; color: #1c2126;
          font: 16px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif }
        h1 { margin: 8px 0; font-size: 24px; line-height: 1.4 }
        h2 { margin: 32px 0 4px; font-size: 20px; line-height: 1.4; overflow-wrap: anywhere }
        h3 { margin: 16px 0 6px; font-size: 16px }
        h3 span { margin: 0 8px; color: #4a525a; font-weight: normal }
        a { color: #1d5a9e }
        p { margin: 0 }
        .lead { color: #4a525a }
        .unread { margin: 16px 0; padding: 12px 16px; border: 1px solid #c8402f; background: #fdf0ee }
        .notices { margin: 16px 0; padding: 12px 16px; border: 1px solid #b9b3a6; background: #faf8f3 }
        .unread h2, .notices h2 { margin: 0 0 4px }
        .wide { overflow-x: auto; margin: 16px 0 }
        table { border-collapse: collapse; width: 100% }
        th, td { padding: 4px 10px; border-bottom: 1px solid #ccd3da; text-align: left; white-space: nowrap }
        td:nth-child(2), td:nth-child(3) { white-space: normal; overflow-wrap: anywhere }
        article { border-top: 2px solid #ccd3da; margin-top: 32px }
        article h2 { margin-top: 12px }
        .sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 20px }
        .sides p, blockquote { margin: 0; padding: 8px 12px; background: #f6f8fa; overflow-wrap: anywhere;
          font: 17px/1.8 FangSong, STFangsong, "Noto Serif CJK SC", serif; color: #59626b }
        .passage { color: #1c2126 }
        mark { color: inherit; border-bottom: 2px solid }
        .a mark { background: #fff1d0; border-color: #b97a00 }
        .b mark { background: #d9f0f2; border-color: #16808a }
        blockquote { border-left: 4px solid #99a2ab }
        :target { outline: 3px solid #f0b400; outline-offset: 2px }
        @media screen and (max-width: 760px) {
          body { padding: 12px 14px 32px }
          .sides { grid-template-columns: minmax(0, 1fr); gap: 6px }
          .sides p::before { content: attr(data-label); display: block; color: #4a525a;
            font: 14px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif }
          table, tbody, tr, td { display: block }
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0) }
          tr { padding: 8px 0; border-bottom: 1px solid #ccd3da }
          td { padding: 0; border: 0; white-space: normal; overflow-wrap: anywhere }
          td:nth-child(n+4) { display: inline-block; margin-right: 1em }
          td::before { content: attr(data-label) "　"; color: #4a525a }
        }
        @media print {
          body { max-width: none; padding: 0; font-size: 10.5pt }
          .wide { overflow: visible }
          table { font-size: 9pt }
          .sides p { font-size: 11pt }
          section, tr { break-inside: avoid }
          h2, h3, article .lead { break-after: avoid }
          mark { -webkit-print-color-adjust: exact; print-color-adjust: exact }
        }

        """;
}
