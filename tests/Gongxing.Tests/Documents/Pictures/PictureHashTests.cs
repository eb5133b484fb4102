using System.Runtime.CompilerServices;
using Gongxing.Documents;
using Gongxing.Documents.Pictures;

namespace Gongxing.Tests.Documents.Pictures;

public sealed class PictureHashTests
{
    [Fact]
    public void A_head_of_a_picture_with_something_else_behind_it_comes_to_an_end()
    {
        byte[] bytes = [0xFF, 0xD8, 0xFF, 0xE0, .. "<html><script>alert(1)</script>"u8, 0xFF, 0xD9];

        Assert.Equal(Unreadable.Damaged, PictureHash.Read(bytes).Reason);
    }

    [Theory]
    [InlineData("yard-small.jpg")]
    [InlineData("yard-bright.png")]
    public void The_same_picture_smaller_poorer_or_brighter_is_near(string other) =>
        Assert.InRange(PictureHash.Distance(Hash("yard.jpg"), Hash(other)), 0, PictureHash.Near);

    [Fact]
    public void A_gif_and_a_bitmap_are_looked_at()
    {
        byte[] grey = [.. Enumerable.Range(0, 64 * 64).Select(i => (byte)(i % 64 < 20 ^ i / 64 < 40 ? 10 * (i % 9) : 127))];

        long? hash = PictureHash.Of(grey, 64, 64);

        Assert.NotNull(hash);
        Assert.Equal(PictureResult.Of(hash), PictureHash.Read(Gif(grey, 64, 64)));
        Assert.Equal(PictureResult.Of(hash), PictureHash.Read(Bitmap(64, 64, grey)));
    }

    [Fact]
    public void Another_picture_is_far() =>
        Assert.InRange(PictureHash.Distance(Hash("yard.jpg"), Hash("meeting.jpg")), PictureHash.Near + 8, 64);

    // Two hundred drawn scenes, each again at another size with noise and less light, turned and mirrored in every way.
    [Fact]
    public void Of_many_scenes_each_is_near_to_its_copy_however_turned_and_far_from_all_others()
    {
        long[] scenes = [.. Enumerable.Range(0, 200).Select(seed => Scene(seed, 320, 240, noise: 0, light: 1))];
        long[] copies = [.. Enumerable.Range(0, 200).Select(seed => Scene(seed, 211, 158, noise: 24, light: 0.85, turn: seed % 8))];

        for (int i = 0; i < scenes.Length; i++)
        {
            Assert.InRange(PictureHash.Distance(scenes[i], copies[i]), 0, PictureHash.Near);
            Assert.InRange(PictureHash.Distance(copies[i], scenes[i]), 0, PictureHash.Near);
            Assert.All(scenes[(i + 1)..], other => Assert.InRange(PictureHash.Distance(scenes[i], other), PictureHash.Near + 1, 64));
        }
    }

    [Fact]
    public void What_is_blank_or_tiny_looks_like_nothing()
    {
        byte[] sheet = [.. Enumerable.Repeat((byte)250, 100 * 100)];

        Assert.Null(PictureHash.Of(sheet, 100, 100));
        Assert.Equal(PictureResult.Of(null), PictureHash.Read(Bitmap(8, 8, new byte[64])));
    }

    [Fact]
    public void A_picture_that_would_unpack_to_more_than_memory_is_not_unpacked()
    {
        byte[] huge = File.ReadAllBytes(PathOf("yard-bright.png"));
        huge[18] = huge[22] = 0x20;

        Assert.Equal(Unreadable.TooLarge, PictureHash.Read(huge).Reason);

        // 7700 × 7700 with four channels of two bytes: few pixels, and half a gigabyte.
        byte[] deep = File.ReadAllBytes(PathOf("yard-bright.png"));
        (deep[18], deep[19], deep[22], deep[23], deep[24], deep[25]) = (0x1E, 0x14, 0x1E, 0x14, 16, 6);

        Assert.Equal(Unreadable.TooLarge, PictureHash.Read(deep).Reason);
    }

    [Fact]
    public void A_cut_picture_and_what_is_none_are_told_and_never_thrown()
    {
        foreach (string name in (string[])["yard.jpg", "yard-small.jpg", "yard-bright.png"])
        {
            byte[] whole = File.ReadAllBytes(PathOf(name));
            for (int length = 0; length < whole.Length; length += 61)
            {
                PictureResult cut = PictureHash.Read(whole.AsMemory(0, length));
                Assert.True(cut.Reason is null or Unreadable.Damaged or Unreadable.UnknownType or Unreadable.Cut, $"{cut}");
            }
        }

        Assert.Equal(Unreadable.UnknownType, PictureHash.Read("nothing of a picture"u8.ToArray()).Reason);
    }

    private static long Hash(string name) => PictureHash.Read(File.ReadAllBytes(PathOf(name))).Hash!.Value;

    private static long Scene(int seed, int width, int height, int noise, double light, int turn = 0)
    {
        var drawn = new Random(seed);
        var boxes = Enumerable.Range(0, 14).Select(_ => (
            X: drawn.NextDouble(), Y: drawn.NextDouble(), W: 0.1 + (drawn.NextDouble() / 2), H: 0.1 + (drawn.NextDouble() / 2),
            Shade: drawn.Next(20, 240))).ToArray();
        var grain = new Random(seed + 1);
        byte[] grey = new byte[width * height];
        for (int i = 0; i < grey.Length; i++)
        {
            (double x, double y) = ((double)(i % width) / width, (double)(i / width) / height);
            int shade = boxes.Where(box => x >= box.X && x < box.X + box.W && y >= box.Y && y < box.Y + box.H)
                .Select(box => box.Shade).LastOrDefault(128);
            grey[i] = (byte)Math.Clamp((shade * light) + grain.Next(-noise, noise + 1), 0, 255);
        }

        return turn < 4
            ? PictureHash.Of(Turned(grey, width, turn), width, height)!.Value
            : PictureHash.Of(Turned(grey, width, turn), height, width)!.Value;
    }

    // The eight ways in which a camera says it was held (Exif 2.3, 4.6.4, orientation).
    private static byte[] Turned(byte[] grey, int width, int turn)
    {
        int height = grey.Length / width;
        (int wide, int high) = turn < 4 ? (width, height) : (height, width);
        byte[] turned = new byte[grey.Length];
        for (int i = 0; i < turned.Length; i++)
        {
            int x = turn % 2 == 0 ? i % wide : wide - 1 - (i % wide);
            int y = turn / 2 % 2 == 0 ? i / wide : high - 1 - (i / wide);
            turned[i] = turn < 4 ? grey[(y * width) + x] : grey[(x * width) + y];
        }

        return turned;
    }

    // From the lowest row up; the width is one that needs no filling.
    private static byte[] Bitmap(int width, int height, byte[] grey)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        writer.Write("BM"u8);
        foreach (int value in (int[])[54, 0, 54, 40, width, height, 1 | (24 << 16), 0, 0, 0, 0, 0, 0])
        {
            writer.Write(value);
        }

        foreach (byte shade in grey.Chunk(width).Reverse().SelectMany(row => row))
        {
            writer.Write([shade, shade, shade]);
        }

        return content.ToArray();
    }

    // Shades below 128, each as a code of its own: the table is cleared before codes grow beyond eight bits.
    private static byte[] Gif(byte[] grey, int width, int height)
    {
        const int Clear = 128, End = 129;
        var bits = new List<bool>();
        foreach (int code in grey.Chunk(100).SelectMany(run => run.Select(shade => (int)shade).Prepend(Clear)).Append(End))
        {
            bits.AddRange(Enumerable.Range(0, 8).Select(bit => (code >> bit & 1) == 1));
        }

        byte[] packed = [.. bits.Chunk(8).Select(eight => (byte)eight.Select((bit, i) => bit ? 1 << i : 0).Sum())];
        return
        [
            .. "GIF89a"u8, (byte)width, 0, (byte)height, 0, 0xF6, 0, 0,
            .. Enumerable.Range(0, 128).SelectMany(shade => Enumerable.Repeat((byte)shade, 3)),
            0x2C, 0, 0, 0, 0, (byte)width, 0, (byte)height, 0, 0, 7,
            .. packed.Chunk(255).SelectMany(block => block.Prepend((byte)block.Length)), 0, 0x3B,
        ];
    }

    private static string PathOf(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, name);
}
