using System.Buffers.Binary;
using System.Text;
using Gongxing.Documents.Packages;

namespace Gongxing.Tests.Documents.Packages;

public class CompoundFileTests
{
    [Theory]
    [InlineData("EncryptedPackage", CompoundKind.EncryptedPackage)]
    [InlineData("WordDocument", CompoundKind.Word)]
    [InlineData("Workbook", CompoundKind.Other)]
    public void The_directory_tells_what_a_compound_file_holds(string stream, CompoundKind kind) =>
        Assert.Equal(kind, CompoundFile.KindOf(Compound(stream)));

    [Fact]
    public void Anything_else_is_no_compound_file()
    {
        Assert.Equal(CompoundKind.None, CompoundFile.KindOf("PK"u8));
        Assert.Equal(CompoundKind.None, CompoundFile.KindOf([]));
    }

    [Fact]
    public void A_compound_file_that_was_cut_is_no_other_kind_of_file()
    {
        byte[] file = Compound("WordDocument");

        Assert.All([8, 100, 512, 600, 1024, 1024 + 128], (int length) =>
            Assert.Equal(CompoundKind.Cut, CompoundFile.KindOf(file.AsSpan(0, length))));
    }

    [Fact]
    public void A_word_document_whose_text_lies_beyond_the_end_was_cut()
    {
        byte[] file = Compound("WordDocument");
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(2 * 512 + 128 + 120), 8 * 512);
        for (uint sector = 2; sector < 9; sector++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(512 + 4 * (int)sector), sector + 1);
        }

        byte[] whole = [.. file, .. new byte[7 * 512]];

        Assert.Equal(CompoundKind.Word, CompoundFile.KindOf(whole));
        Assert.Equal(CompoundKind.Cut, CompoundFile.KindOf(whole.AsSpan(..^512)));
    }

    [Fact]
    public void A_compound_file_of_which_the_directory_was_wiped_is_damaged()
    {
        byte[] file = Compound("WordDocument");
        file.AsSpan(2 * 512, 512).Clear();

        Assert.Equal(CompoundKind.Damaged, CompoundFile.KindOf(file));
    }

    [Fact]
    public void A_directory_that_bites_its_tail_ends()
    {
        byte[] file = Compound("Workbook");
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(512 + 4), 1);

        Assert.Equal(CompoundKind.Other, CompoundFile.KindOf(file));
    }

    [Fact]
    public void A_word_document_with_a_password_is_known_by_its_header()
    {
        byte[] file = Compound("WordDocument");
        Assert.False(CompoundFile.IsLockedWord(file));

        file[3 * 512 + 11] |= 1;

        Assert.True(CompoundFile.IsLockedWord(file));
    }

    /// <summary>Header, allocation table, directory with the stream second, first sector of the stream.</summary>
    private static byte[] Compound(string stream)
    {
        byte[] file = new byte[4 * 512];
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(file, 0);
        file[30] = 9;
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(48), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(512 + 4), 0xFFFF_FFFE);
        WriteEntry(file.AsSpan(2 * 512), "Root Entry", 0);
        WriteEntry(file.AsSpan(2 * 512 + 128), stream, 2);
        return file;
    }

    private static void WriteEntry(Span<byte> entry, string name, uint sector)
    {
        int length = Encoding.Unicode.GetBytes(name, entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)(length + 2));
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], sector);
    }
}
