using System.Runtime.CompilerServices;
using Gongxing.Documents;
using Gongxing.Documents.Pictures;
using Gongxing.Tests.Documents.Docx;
using Gongxing.Tests.Documents.Odt;

namespace Gongxing.Tests.Documents.Pictures;

public sealed class FilePicturesTests
{
    private static readonly byte[] s_yard = Picture("yard.jpg");
    private static readonly byte[] s_meeting = Picture("meeting.jpg");

    private static NumberedPicture Yard(int number) => new(number, PictureHash.Read(s_yard).Hash!.Value);

    private static NumberedPicture Meeting(int number) => new(number, PictureHash.Read(s_meeting).Hash!.Value);

    [Fact]
    public void A_picture_is_itself_its_only_one() => Looked([Yard(FilePictures.Whole)], s_yard);

    [Fact]
    public void Those_of_a_docx_are_numbered_in_the_order_of_its_text() => Looked(
        [Meeting(1), Yard(2)],
        new DocxMaker { Pictures = [s_yard, s_meeting], Body = DocxMaker.Picture(2) + DocxMaker.P("整改前") + DocxMaker.Picture(1) }.Make());

    [Fact]
    public void One_that_stands_in_the_text_twice_or_again_for_old_programs_is_one() => Looked(
        [Yard(1), Meeting(2)],
        new DocxMaker
        {
            Pictures = [s_yard, s_meeting, s_yard],
            Body =
                $"""
                <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{DocxMaker.Picture(1)}</mc:Choice>
                <mc:Fallback><w:pict><v:imagedata r:id="p1"/></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
                {DocxMaker.Picture(1)}<w:p><w:r><w:pict><v:imagedata r:id="p2"/></w:pict></w:r></w:p>{DocxMaker.Picture(3)}
                """,
        }.Make());

    [Fact]
    public void The_letterhead_icons_and_rulings_are_passed_over() => Looked(
        [Yard(3)],
        new DocxMaker
        {
            Pictures = [s_meeting, Bitmap(119, 300), Bitmap(900, 200), s_yard],
            Header = DocxMaker.Picture(1),
            Body = DocxMaker.Picture(2) + DocxMaker.Picture(3) + DocxMaker.Picture(4),
        }.Make());

    [Fact]
    public void Those_of_an_odt_are_numbered_in_the_order_of_its_text() => Looked(
        [Meeting(1), Yard(2)],
        new OdtMaker { Pictures = [s_yard, s_meeting], Body = OdtMaker.Picture(2) + OdtMaker.Picture(1) }.Make());

    [Fact]
    public void Photographs_and_scans_of_a_pdf_are_looked_at() => Looked(
        [Yard(2), Meeting(3)],
        new PdfFile().Picture().Photograph(s_yard, 320, 240).Photograph(s_meeting, 320, 240).Page("完").Bytes());

    [Fact]
    public void A_damaged_one_is_passed_over_and_the_next_is_read() => Looked(
        [Yard(3)],
        new DocxMaker
        {
            Pictures = [s_yard[..2000], [.. "none"u8], s_yard],
            Body = DocxMaker.Picture(1) + DocxMaker.Picture(2) + DocxMaker.Picture(3),
        }.Make());

    [Fact]
    public void The_limits_of_every_archive_hold()
    {
        byte[] file = new DocxMaker
        {
            Pictures = [s_yard, new byte[1 << 20]],
            Body = DocxMaker.Picture(1) + DocxMaker.Picture(2),
        }.Make();

        PicturesResult bomb = FilePictures.Look(file, ReadLimits.Default with { UnpackedBytes = 100_000 });
        PicturesResult late = FilePictures.Look(file, ReadLimits.Default with { Time = TimeSpan.Zero });
        PicturesResult many = FilePictures.Look(file, ReadLimits.Default with { Parts = 3 });

        Assert.Equal((Unreadable.Bomb, 1), (bomb.Reason, bomb.Pictures.Count));
        Assert.Equal((Unreadable.TimedOut, 0), (late.Reason, late.Pictures.Count));
        Assert.Equal((Unreadable.TooManyParts, 0), (many.Reason, many.Pictures.Count));
    }

    [Fact]
    public void Of_very_many_the_first_hundred_are_looked_at()
    {
        string body = string.Concat(Enumerable.Range(1, 101).Select(DocxMaker.Picture));
        byte[][] pictures = [.. Enumerable.Repeat("none"u8.ToArray(), 99), s_yard, s_meeting];

        Looked([Yard(100)], new DocxMaker { Pictures = pictures, Body = body }.Make());
    }

    [Fact]
    public void One_is_taken_as_it_stands_there()
    {
        byte[] file = new DocxMaker { Pictures = [s_yard, s_meeting], Body = DocxMaker.Picture(2) + DocxMaker.Picture(1) }.Make();

        Assert.Equal(s_meeting, FilePictures.Take(file, 1, ReadLimits.Default).Content.ToArray());
        Assert.All(
            (int[])[-1, FilePictures.Whole, 3, int.MaxValue],
            number => Assert.Equal(Unreadable.NotFound, FilePictures.Take(file, number, ReadLimits.Default).Reason));
        Assert.Equal(Unreadable.NotFound, FilePictures.Take(s_yard, 1, ReadLimits.Default).Reason);
        Assert.Equal(Unreadable.Bomb, FilePictures.Take(file, 1, ReadLimits.Default with { UnpackedBytes = 4000 }).Reason);
    }

    private static void Looked(NumberedPicture[] expected, byte[] file)
    {
        PicturesResult looked = FilePictures.Look(file, ReadLimits.Default);

        Assert.Equal((null, ""), (looked.Reason, looked.Detail));
        Assert.Equal(expected, looked.Pictures);
    }

    // Black beside white, so that it would look like something.
    private static byte[] Bitmap(int width, int height)
    {
        int row = ((width * 3) + 3) / 4 * 4;
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        writer.Write("BM"u8);
        foreach (int value in (int[])[54 + (row * height), 0, 54, 40, width, height, 1 | (24 << 16), 0, 0, 0, 0, 0, 0])
        {
            writer.Write(value);
        }

        byte[] line = [.. Enumerable.Repeat((byte)0, row / 2), .. Enumerable.Repeat((byte)255, row - (row / 2))];
        for (int y = 0; y < height; y++)
        {
            writer.Write(line);
        }

        return content.ToArray();
    }

    private static byte[] Picture(string name, [CallerFilePath] string here = "") =>
        File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, name));
}
