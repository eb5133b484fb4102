namespace Gongxing.Documents.Pictures;

/// <summary>The bytes of a picture for the decoder, which takes zeros for what is missing and goes on for ever in some JPEGs.</summary>
internal sealed class PictureStream(byte[] picture) : MemoryStream(picture, writable: false)
{
    // It looks a little ahead in sound ones too.
    private const int MostBeyond = 1 << 12;

    private int _beyond;

    public override int ReadByte()
    {
        int read = base.ReadByte();
        return read < 0 && ++_beyond > MostBeyond ? throw new EndOfStreamException() : read;
    }
}
