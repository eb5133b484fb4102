namespace Gongxing.Documents.Packages;

/// <summary>The checksum of zip, ISO 3309; a default value is ready for use.</summary>
internal struct Crc32
{
    private static readonly uint[] Table = MakeTable();

    // Kept inverted, so that the default of zero is the right start.
    private uint _inverted;

    public readonly uint Value => _inverted;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        uint sum = ~_inverted;
        foreach (byte b in bytes)
        {
            sum = Table[(byte)sum ^ b] ^ (sum >> 8);
        }

        _inverted = ~sum;
    }

    private static uint[] MakeTable()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
