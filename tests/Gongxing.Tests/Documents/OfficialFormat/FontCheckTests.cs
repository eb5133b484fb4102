using System.Buffers.Binary;
using System.Text;
using Gongxing.Documents.OfficialFormat;
using Gongxing.Documents.OfficialFormat.Fonts;

namespace Gongxing.Tests.Documents.OfficialFormat;

public class FontCheckTests
{
    [Fact]
    public void Every_font_of_every_profile_has_a_stand_in() =>
        Assert.All(
            FormatProfiles.BuiltIn.SelectMany(profile => FontCheck.Of(profile, null)),
            font => Assert.NotEmpty(font.StandIns));

    [Fact]
    public void A_font_is_found_by_any_of_its_names()
    {
        IReadOnlyList<FontStatus> fonts =
            FontCheck.Of(FormatProfiles.National, new HashSet<string> { "simhei", "FangSong_GB2312" });

        Assert.Equal(
            ["仿宋_GB2312", "黑体"],
            from font in fonts
            where font.Presence == FontPresence.Installed
            orderby font.Name == "黑体"
            select font.Name);
        Assert.Contains(fonts, font => font.Name == "方正小标宋简体" && font.Presence == FontPresence.Missing);
        Assert.Equal(FontPresence.Missing, fonts[0].Presence);
    }

    [Fact]
    public void Where_fonts_cannot_be_known_that_is_said() =>
        Assert.All(
            FontCheck.Of(FormatProfiles.National, null), font => Assert.Equal(FontPresence.Unknown, font.Presence));

    [Fact]
    public void Asking_this_machine_gives_an_answer_for_each_font() =>
        Assert.Equal(6, FontCheck.Of(FormatProfiles.National).Count);

    [Fact]
    public void Fonts_in_a_folder_are_known_by_the_names_in_their_files_whatever_the_files_are_called()
    {
        string folder = Directory.CreateTempSubdirectory("gongxing-test-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "a.ttf"), Font("仿宋_GB2312", "FangSong_GB2312"));
            File.WriteAllBytes(Path.Combine(folder, "b.ttc"), [.. "ttcf"u8, 0, 1, 0, 0, 0, 0, 0, 9, 1]);
            File.WriteAllText(Path.Combine(folder, "c.ttf"), "no font");
            File.WriteAllBytes(Path.Combine(folder, "d.otf"), []);

            Assert.Equal(["FangSong_GB2312", "仿宋_GB2312"], InstalledFonts.In([folder])!.Order(StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_machine_without_font_folders_is_unknown() => Assert.Null(InstalledFonts.In(["/nowhere/at/all"]));

    // One table, of names: each for Windows, in the family's place.
    private static byte[] Font(params string[] families)
    {
        byte[][] texts = [.. families.Select(Encoding.BigEndianUnicode.GetBytes)];
        byte[] font = new byte[28 + 6 + texts.Length * 12 + texts.Sum(text => text.Length)];
        Put(0, 1, 0, 1, 0, 0, 0);
        Encoding.ASCII.GetBytes("name").CopyTo(font, 12);
        Put(20, 0, 28, 0, font.Length - 28);
        Put(28, 0, texts.Length, 6 + texts.Length * 12);
        int at = 0;
        for (int i = 0; i < texts.Length; i++)
        {
            Put(34 + i * 12, 3, 1, 0x804, 1, texts[i].Length, at);
            texts[i].CopyTo(font, 34 + texts.Length * 12 + at);
            at += texts[i].Length;
        }

        return font;

        void Put(int start, params int[] words)
        {
            for (int i = 0; i < words.Length; i++)
            {
                BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(start + i * 2), (ushort)words[i]);
            }
        }
    }
}
