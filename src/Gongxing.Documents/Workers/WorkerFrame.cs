using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Gongxing.Core.Statements;
using Gongxing.Documents.Comments;
using Gongxing.Documents.Pictures;
using Gongxing.Text;

namespace Gongxing.Documents.Workers;

/// <summary>What goes over the pipes between the program and its worker: four bytes of length, then one request or one result.</summary>
/// <remarks>Characters go as UTF-16, so that every offset is the same on both sides.</remarks>
internal static class WorkerFrame
{
    /// <summary>No document within the default limits comes near this; a worker that announces more is broken.</summary>
    private const int Longest = 1 << 30;

    /// <summary>The next frame, or null at the end of the stream. A frame that breaks off is an <see cref="EndOfStreamException"/>.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken ct)
    {
        byte[] head = new byte[sizeof(int)];
        int read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        if (read == 0)
        {
            return null;
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (read < head.Length || length is < 0 or > Longest)
        {
            throw new EndOfStreamException($"frame of {length}");
        }

        byte[] frame = new byte[length];
        await stream.ReadExactlyAsync(frame, ct);
        return frame;
    }

    public static async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> frame, CancellationToken ct)
    {
        byte[] head = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(head, frame.Length);
        await stream.WriteAsync(head, ct);
        await stream.WriteAsync(frame, ct);
        await stream.FlushAsync(ct);
    }

    public static ReadOnlyMemory<byte> OfRequest(WorkerRequest request)
    {
        (ReadOnlyMemory<byte> content, string name, ReadLimits limits, CommentRequest? comments) = request;
        var buffer = new MemoryStream(content.Length + 256);
        using var writer = new BinaryWriter(buffer, Encoding.UTF8, leaveOpen: true);
        Write(writer, name);
        writer.Write(limits.FileBytes);
        writer.Write(limits.UnpackedBytes);
        writer.Write(limits.Expansion);
        writer.Write(limits.Parts);
        writer.Write(limits.Depth);
        writer.Write(limits.Pages);
        writer.Write(limits.TextLength);
        writer.Write(limits.Time.Ticks);
        writer.Write(limits.WorkerBytes);
        writer.Write((byte)request.Pictures);
        writer.Write(request.Number);
        writer.Write(comments is not null);
        if (comments is not null)
        {
            Write(writer, comments);
        }

        writer.Write(content.Span);
        writer.Flush();
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    public static WorkerRequest ToRequest(byte[] frame)
    {
        using var reader = new BinaryReader(new MemoryStream(frame));
        string name = ReadString(reader);
        var limits = new ReadLimits
        {
            FileBytes = reader.ReadInt64(),
            UnpackedBytes = reader.ReadInt64(),
            Expansion = reader.ReadInt32(),
            Parts = reader.ReadInt32(),
            Depth = reader.ReadInt32(),
            Pages = reader.ReadInt32(),
            TextLength = reader.ReadInt32(),
            Time = TimeSpan.FromTicks(reader.ReadInt64()),
            WorkerBytes = reader.ReadInt64(),
        };
        var pictures = (PictureRequest)reader.ReadByte();
        int number = reader.ReadInt32();
        CommentRequest? comments = reader.ReadBoolean() ? ReadComments(reader) : null;
        return new WorkerRequest(frame.AsMemory((int)reader.BaseStream.Position), name, limits, comments)
        {
            Pictures = pictures,
            Number = number,
        };
    }

    public static ReadOnlyMemory<byte> OfResult(ReadResult result)
    {
        var buffer = new MemoryStream((2 * (result.Document?.Text.Length ?? 0)) + 4096);
        using var writer = new BinaryWriter(buffer, Encoding.UTF8, leaveOpen: true);
        writer.Write(result.Reason is { } reason ? (int)reason : -1);
        Write(writer, result.Detail);
        if (result.Document is { } document)
        {
            Write(writer, document);
        }

        writer.Flush();
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    public static ReadResult ToResult(byte[] frame)
    {
        using var reader = new BinaryReader(new MemoryStream(frame));
        int reason = reader.ReadInt32();
        string detail = ReadString(reader);
        return reason < 0 ? ReadResult.Of(ReadDocument(reader)) : ReadResult.Failed((Unreadable)reason, detail);
    }

    public static ReadOnlyMemory<byte> OfCommented(CommentResult result)
    {
        var buffer = new MemoryStream((result.Content?.Length ?? 0) + 4096);
        using var writer = new BinaryWriter(buffer, Encoding.UTF8, leaveOpen: true);
        writer.Write(result.Reason is { } reason ? (int)reason : -1);
        Write(writer, result.Detail);
        Write(writer, result.Notices);
        writer.Write(result.Unplaced.Count);
        foreach (int unplaced in result.Unplaced)
        {
            writer.Write(unplaced);
        }

        writer.Write((result.Content ?? default).Span);
        writer.Flush();
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    public static CommentResult ToCommented(byte[] frame)
    {
        using var reader = new BinaryReader(new MemoryStream(frame));
        int reason = reader.ReadInt32();
        string detail = ReadString(reader);
        string[] notices = ReadStrings(reader);
        int[] unplaced = new int[reader.ReadInt32()];
        for (int i = 0; i < unplaced.Length; i++)
        {
            unplaced[i] = reader.ReadInt32();
        }

        return reason < 0
            ? new CommentResult(frame.AsMemory((int)reader.BaseStream.Position), null, detail, unplaced, notices)
            : CommentResult.Failed((Unreadable)reason, detail);
    }

    public static ReadOnlyMemory<byte> OfPictures(PicturesResult result)
    {
        var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer, Encoding.UTF8, leaveOpen: true);
        writer.Write(result.Reason is { } reason ? (int)reason : -1);
        Write(writer, result.Detail);
        writer.Write(result.Pictures.Count);
        foreach (NumberedPicture picture in result.Pictures)
        {
            writer.Write(picture.Number);
            writer.Write(picture.Hash);
        }

        writer.Flush();
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    public static PicturesResult ToPictures(byte[] frame)
    {
        using var reader = new BinaryReader(new MemoryStream(frame));
        int reason = reader.ReadInt32();
        string detail = ReadString(reader);
        var pictures = new NumberedPicture[reader.ReadInt32()];
        for (int i = 0; i < pictures.Length; i++)
        {
            pictures[i] = new NumberedPicture(reader.ReadInt32(), reader.ReadInt64());
        }

        return new PicturesResult(pictures, reason < 0 ? null : (Unreadable)reason, detail);
    }

    public static ReadOnlyMemory<byte> OfTaken(TakenPicture result)
    {
        var buffer = new MemoryStream(result.Content.Length + 256);
        using var writer = new BinaryWriter(buffer, Encoding.UTF8, leaveOpen: true);
        writer.Write(result.Reason is { } reason ? (int)reason : -1);
        Write(writer, result.Detail);
        writer.Write(result.Content.Span);
        writer.Flush();
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    public static TakenPicture ToTaken(byte[] frame)
    {
        using var reader = new BinaryReader(new MemoryStream(frame));
        int reason = reader.ReadInt32();
        string detail = ReadString(reader);
        return reason < 0
            ? new TakenPicture(frame.AsMemory((int)reader.BaseStream.Position), null, detail)
            : TakenPicture.Failed((Unreadable)reason, detail);
    }

    private static void Write(BinaryWriter writer, CommentRequest request)
    {
        Write(writer, request.Text);
        writer.Write(request.At.Ticks);
        writer.Write(request.At.Offset.Ticks);
        writer.Write(request.Comments.Count);
        foreach (WordComment comment in request.Comments)
        {
            writer.Write(comment.Span.Start);
            writer.Write(comment.Span.Length);
            Write(writer, comment.Text);
            Write(writer, comment.Author);
            Write(writer, comment.Initials);
        }
    }

    private static CommentRequest ReadComments(BinaryReader reader)
    {
        string text = ReadString(reader);
        var at = new DateTimeOffset(reader.ReadInt64(), TimeSpan.FromTicks(reader.ReadInt64()));
        var comments = new WordComment[reader.ReadInt32()];
        for (int i = 0; i < comments.Length; i++)
        {
            var span = new TextSpan(reader.ReadInt32(), reader.ReadInt32());
            comments[i] = new WordComment(span, ReadString(reader)) { Author = ReadString(reader), Initials = ReadString(reader) };
        }

        return new CommentRequest(text, comments, at);
    }

    private static void Write(BinaryWriter writer, Document document)
    {
        Write(writer, document.Text);
        writer.Write((int)document.Format);
        Write(writer, document.Encoding);
        Write(writer, document.Margins);
        Write(writer, document.Notices);
        writer.Write(document.Paragraphs.Count);
        foreach (Paragraph paragraph in document.Paragraphs)
        {
            writer.Write(paragraph.Span.Start);
            writer.Write(paragraph.Span.Length);
            writer.Write((byte)paragraph.Kind);
            writer.Write(paragraph.HeadingLevel);
            writer.Write(paragraph.NumberingLength);
            writer.Write(paragraph.Cell is not null);
            if (paragraph.Cell is { } cell)
            {
                writer.Write(cell.Table);
                writer.Write(cell.Row);
                writer.Write(cell.Column);
                writer.Write(cell.IsHeader);
            }
        }
    }

    private static Document ReadDocument(BinaryReader reader)
    {
        string text = ReadString(reader);
        var format = (DocumentFormat)reader.ReadInt32();
        string encoding = ReadString(reader);
        string[] margins = ReadStrings(reader);
        string[] notices = ReadStrings(reader);
        var paragraphs = new Paragraph[reader.ReadInt32()];
        for (int i = 0; i < paragraphs.Length; i++)
        {
            var span = new TextSpan(reader.ReadInt32(), reader.ReadInt32());
            paragraphs[i] = new Paragraph(span, (ParagraphKind)reader.ReadByte())
            {
                HeadingLevel = reader.ReadInt32(),
                NumberingLength = reader.ReadInt32(),
                Cell = reader.ReadBoolean()
                    ? new TableCell(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadBoolean())
                    : null,
            };
        }

        return new Document(text, paragraphs, format, encoding, margins, notices);
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<string> values)
    {
        writer.Write(values.Count);
        foreach (string value in values)
        {
            Write(writer, value);
        }
    }

    private static string[] ReadStrings(BinaryReader reader)
    {
        string[] values = new string[reader.ReadInt32()];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = ReadString(reader);
        }

        return values;
    }

    private static void Write(BinaryWriter writer, string value)
    {
        writer.Write(value.Length);
        writer.Write(MemoryMarshal.AsBytes(value.AsSpan()));
    }

    private static string ReadString(BinaryReader reader)
    {
        int length = reader.ReadInt32();
        return length == 0 ? "" : string.Create(length, reader, static (units, from) =>
            from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(units)));
    }
}
