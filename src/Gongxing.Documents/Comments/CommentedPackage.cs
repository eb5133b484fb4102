using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Comments;

/// <summary>The parts of one file that comments change.</summary>
internal sealed class CommentedPackage(ReadOnlyMemory<byte> content, Package package, string main, CommentStyles styles)
{
    private readonly XmlSource _body = XmlSource.Read(package, main);
    private readonly PackageWriter _writer = new(content);

    /// <param name="ranges">Of each comment where it stands, or null.</param>
    public CommentResult Write(IReadOnlyList<WordComment> comments, Marked?[] ranges, DateTimeOffset at)
    {
        var outline = BodyOutline.Read(
            _body, ranges.OfType<Marked>().SelectMany(range => (int[])[range.First.Element, range.Last.Element]));
        CommentsPart list = CommentsPart.Find(package, main, outline.Namespace);
        outline.Ids.UnionWith(list.Ids);
        var marks = new BodyMarks(_body.Text, outline, new CommentMarkup(outline.Prefix, outline.Namespace), styles.Mark);
        var unplaced = new List<int>();
        foreach (int i in Enumerable.Range(0, comments.Count).OrderBy(i => comments[i].Span.Start).ThenByDescending(i => comments[i].Span.End))
        {
            int id = marks.NextId();
            if (ranges[i] is { } range && marks.Mark(range, id))
            {
                list.Add(comments[i], id, at, styles);
            }
            else
            {
                unplaced.Add(i);
            }
        }

        if (unplaced.Count < comments.Count)
        {
            _writer.Put(main, _body.With(marks.Edits()));
            list.Save(_writer);
        }

        unplaced.Sort();
        return new CommentResult(
            unplaced.Count < comments.Count ? _writer.Write() : content.ToArray(), null, "", unplaced, Notices());
    }

    private List<string> Notices() =>
        package.Names.Any(name => name.StartsWith("_xmlsignatures/", StringComparison.OrdinalIgnoreCase))
            ? [DocxCommenter.SignatureNotice]
            : [];
}
