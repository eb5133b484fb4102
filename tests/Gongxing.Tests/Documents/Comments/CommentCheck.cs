extern alias OpenXml;

using System.IO.Compression;
using System.Xml.Linq;
using OpenXml::DocumentFormat.OpenXml.Packaging;
using OpenXml::DocumentFormat.OpenXml.Validation;

namespace Gongxing.Tests.Documents.Comments;

/// <summary>Compares a file with what it was before comments were written into it.</summary>
internal static class CommentCheck
{
    private static readonly string[] Touched =
        ["[Content_Types].xml", "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"];

    /// <summary>The same parts in the same order with the same packed bytes, and at most the list of comments after them.</summary>
    public static void AssertSamePackage(byte[] original, byte[] commented)
    {
        using var before = new ZipArchive(new MemoryStream(original));
        using var after = new ZipArchive(new MemoryStream(commented));

        Assert.Equal(before.Entries.Select(entry => entry.FullName), after.Entries.Take(before.Entries.Count).Select(entry => entry.FullName));
        Assert.All(after.Entries.Skip(before.Entries.Count), entry => Assert.Contains(entry.FullName, Touched));
        foreach (ZipArchiveEntry entry in before.Entries.Where(entry => !Touched.Contains(entry.FullName)))
        {
            ZipArchiveEntry same = after.GetEntry(entry.FullName)!;
            Assert.Equal(Bytes(entry), Bytes(same));
            Assert.Equal(
                (entry.CompressedLength, entry.Crc32, entry.LastWriteTime), (same.CompressedLength, same.Crc32, same.LastWriteTime));
        }

        AssertChildrenKept(before, after, "[Content_Types].xml");
        AssertChildrenKept(before, after, "word/_rels/document.xml.rels");
        AssertChildrenKept(before, after, "word/comments.xml");
    }

    /// <summary>Without the marks of new comments, and with split runs joined on both sides, the bodies are one.</summary>
    public static void AssertSameBody(string original, string commented, HashSet<string> oldIds)
    {
        XDocument before = XDocument.Parse(original, LoadOptions.PreserveWhitespace);
        XDocument after = XDocument.Parse(commented, LoadOptions.PreserveWhitespace);
        foreach (XElement mark in after.Descendants().Where(element => IsMark(element) && !oldIds.Contains(IdOf(element))).ToList())
        {
            (mark.Name.LocalName == "commentReference" ? mark.Parent! : mark).Remove();
        }

        Join(before);
        Join(after);
        Assert.Equal(before.ToString(SaveOptions.DisableFormatting), after.ToString(SaveOptions.DisableFormatting));
        Assert.Equal(before.Declaration?.ToString(), after.Declaration?.ToString());
    }

    public static void AssertIdsAreUnique(string body, string comments)
    {
        XDocument document = XDocument.Parse(body);
        HashSet<string> listed = CommentIds(comments);
        foreach (string mark in (string[])["commentRangeStart", "commentRangeEnd", "commentReference"])
        {
            string[] ids = [.. document.Descendants().Where(element => element.Name.LocalName == mark).Select(IdOf)];
            Assert.Equal(ids.Length, ids.Distinct().Count());
            Assert.All(ids, id => Assert.Contains(id, listed));
        }

        string[] revisions = [.. document.Descendants()
            .Where(element => element.Name.LocalName is "ins" or "del" or "rPrChange" or "bookmarkStart").Select(IdOf)];
        Assert.Equal(revisions.Length, revisions.Distinct().Count());
        Assert.Empty(revisions.Intersect(listed));
    }

    public static HashSet<string> CommentIds(string comments)
    {
        string[] ids = [.. XDocument.Parse(comments).Root!.Elements().Select(IdOf)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        return [.. ids];
    }

    /// <summary>What the validator of the Open XML SDK finds in the second file and not in the first.</summary>
    public static string[] NewFaults(byte[] original, byte[] commented)
    {
        string[] known = Faults(original);
        return [.. Faults(commented).Except(known)];
    }

    private static string[] Faults(byte[] content)
    {
        using WordprocessingDocument document = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
        return [.. new OpenXmlValidator().Validate(document).Select(fault => $"{fault.Part?.Uri} {fault.Id} {fault.Description}")];
    }

    private static bool IsMark(XElement element) =>
        element.Name.LocalName is "commentRangeStart" or "commentRangeEnd" or "commentReference";

    private static string IdOf(XElement element) =>
        element.Attributes().Single(attribute => attribute.Name.LocalName == "id").Value;

    /// <summary>Joins runs of the same properties that touch, and texts in them; spaces that no program shows are dropped.</summary>
    private static void Join(XDocument document)
    {
        foreach (XElement text in document.Descendants().Where(element => element.Name.LocalName == "t"))
        {
            if (text.Attribute(XNamespace.Xml + "space")?.Value != "preserve")
            {
                text.Value = text.Value.Trim();
                text.SetAttributeValue(XNamespace.Xml + "space", "preserve");
            }
        }

        foreach (XElement change in document.Descendants().Where(element => element.Name.LocalName == "rPrChange"))
        {
            change.Attributes().Single(attribute => attribute.Name.LocalName == "id").Remove();
        }

        foreach (XElement run in document.Descendants().Where(element => element.Name.LocalName == "r").ToList())
        {
            while (run.NextNode is XElement next && next.Name == run.Name && Shape(next) == Shape(run))
            {
                run.Add(next.Nodes().Where(node => (node as XElement)?.Name.LocalName != "rPr"));
                next.Remove();
            }

            foreach (XElement text in run.Elements().Where(element => element.Name.LocalName == "t").ToList())
            {
                while (text.Parent is not null && text.NextNode is XElement { Name.LocalName: "t" } next)
                {
                    text.Value += next.Value;
                    next.Remove();
                }
            }
        }
    }

    private static string Shape(XElement run) =>
        string.Join(' ', run.Attributes()) + run.Elements().FirstOrDefault(element => element.Name.LocalName == "rPr");

    private static void AssertChildrenKept(ZipArchive before, ZipArchive after, string name)
    {
        if (before.GetEntry(name) is { } entry)
        {
            string[] old = Children(entry);
            string[] now = Children(after.GetEntry(name)!);
            Assert.Equal(old, now.Take(old.Length));
        }
    }

    private static string[] Children(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        return [.. XDocument.Load(stream).Root!.Elements().Select(element => element.ToString())];
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
