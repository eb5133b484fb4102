using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Gongxing.Core.Statements;
using Gongxing.Documents;
using Gongxing.Documents.Comments;
using Gongxing.Documents.Docx;
using Gongxing.Text;

namespace Gongxing.Tests.Documents.Comments;

/// <summary>A file before and after comments were written into it, looked at without any of the code that wrote them.</summary>
internal sealed class CommentedFile
{
    public static readonly DateTimeOffset Noon = new(2024, 3, 5, 12, 30, 0, TimeSpan.FromHours(8));

    private readonly byte[] _original;
    private readonly Document _document;
    private readonly IReadOnlyList<WordComment> _comments;

    private CommentedFile(byte[] original, IReadOnlyList<WordComment> comments)
    {
        (_original, _comments) = (original, comments);
        _document = DocxReader.Read(original, ReadLimits.Default);
        Result = DocxCommenter.Write(original, _document.Text, comments, Noon, ReadLimits.Default);
        Assert.True(Result.Reason is null, $"{Result.Reason} {Result.Detail}");
    }

    public CommentResult Result { get; }

    public byte[] Content => Result.Content!.Value.ToArray();

    public string Body => Part(Content, "word/document.xml");

    public string Comments => Part(Content, "word/comments.xml");

    /// <summary>Comments at the first occurrence of each of the words.</summary>
    public static CommentedFile At(byte[] original, params string[] words)
    {
        string text = DocxReader.Read(original, ReadLimits.Default).Text;
        return new CommentedFile(original, [.. words.Select((word, i) => new WordComment(SpanOf(text, word), $"问{i}"))]);
    }

    public static CommentedFile With(byte[] original, params WordComment[] comments) => new(original, comments);

    public static TextSpan SpanOf(string text, string words)
    {
        int start = text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{words} is not in {text}");
        return new TextSpan(start, words.Length);
    }

    /// <summary>What the range of each of our comments holds, in the order in which they were asked for.</summary>
    public string[] Marked()
    {
        Dictionary<string, string> ranges = RangeWalk.Of(XDocument.Parse(Body, LoadOptions.PreserveWhitespace));
        return [.. _comments.Select(comment => ranges[IdOf(comment)])];
    }

    /// <summary>Nothing but comments was added, and they can be told from each other.</summary>
    public CommentedFile AssertOnlyCommentsAdded()
    {
        AssertBodyKept();
        Assert.Equal([], CommentCheck.NewFaults(_original, Content));
        return this;
    }

    /// <summary>The same for a file that is not valid to begin with.</summary>
    public CommentedFile AssertBodyKept()
    {
        Assert.Equal(_document.Text, DocxReader.Read(Content, ReadLimits.Default).Text);
        CommentCheck.AssertSamePackage(_original, Content);
        CommentCheck.AssertSameBody(Part(_original, "word/document.xml"), Body, OldIds());
        CommentCheck.AssertIdsAreUnique(Body, Comments);
        return this;
    }

    public static string Part(byte[] package, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        using var reader = new StreamReader(archive.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private HashSet<string> OldIds()
    {
        using var archive = new ZipArchive(new MemoryStream(_original));
        return archive.GetEntry("word/comments.xml") is null ? [] : CommentCheck.CommentIds(Part(_original, "word/comments.xml"));
    }

    private string IdOf(WordComment comment) => XDocument.Parse(Comments).Root!.Elements()
        .Single(element => string.Join('\n', element.Elements().Select(p => p.Value)) == comment.Text)
        .Attributes().Single(attribute => attribute.Name.LocalName == "id").Value;
}
