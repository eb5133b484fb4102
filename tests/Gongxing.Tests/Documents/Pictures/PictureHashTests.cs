using System.Runtime.CompilerServices;
using Gongxing.Documents;
using Gongxing.Documents.Pictures;

namespace Gongxing.Tests.Documents.Pictures;

public sealed class PictureHashTests
{
    [Theory]
    [InlineData("yard-small.jpg")]
    [InlineData("yard-bright.png")]
    public void The_same_picture_smaller_poorer_or_brighter_is_near(string other) =>
        Assert.InRange(PictureHash.Distance(Hash("yard.jpg"), Hash(other)), 0, PictureHash.Near);

    [Fact]
    public void Another_picture_is_far() =>
        Assert.InRange(PictureHash.Distance(Hash("yard.jpg"), Hash("meeting.jpg")), PictureHash.Near + 8, 64);

    // Two hundred drawn scenes, each again at another size with noise and less light.
    [Fact]
    public void Of_many_scenes_each_is_near_to_its_copy_and_far_from_all_others()
    {
        long[] scenes = [.. Enumerable.Range(0, 200).Select(seed => Scene(seed, 320, 240, noise: 0, light: 1))];
        long[] copies = [.. Enumerable.Range(0, 200).Select(seed => Scene(seed, 211, 158, noise: 24, light: 0.85))];

        for (int i = 0; i < scenes.Length; i++)
        {
            Assert.InRange(PictureHash.Distance(scenes[i], copies[i]), 0, PictureHash.Near);
            Assert.All(scenes[(i + 1)..], other => Assert.InRange(PictureHash.Distance(scenes[i], other), PictureHash.Near + 1, 64));
        }
    }

    [Fact]
    public void What_is_blank_or_tiny_looks_like_nothing()
    {
        byte[] sheet = [.. Enumerable.Repeat((byte)250, 100 * 100)];

        Assert.Null(PictureHash.Of(sheet, 100, 100));
        Assert.Equal(PictureResult.Of(null), PictureHash.Read(Bitmap(8, 8)));
    }

    [Fact]
    public void A_picture_that_would_unpack_to_more_than_memory_is_not_unpacked()
    {
        byte[] huge = File.ReadAllBytes(PathOf("yard-bright.png"));
        huge[18] = huge[22] = 0x20;

        Assert.Equal(Unreadable.TooLarge, PictureHash.Read(huge).Reason);
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

    private static long Scene(int seed, int width, int height, int noise, double light)
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

        return PictureHash.Of(grey, width, height)!.Value;
    }

    private static byte[] Bitmap(int width, int height)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        writer.Write("BM"u8);
        foreach (int value in (int[])[54, 0, 54, 40, width, height, 1 | (24 << 16), 0, 0, 0, 0, 0, 0])
        {
            writer.Write(value);
        }

        writer.Write(new byte[256]);
        return content.ToArray();
    }

    private static string PathOf(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, name);
}
