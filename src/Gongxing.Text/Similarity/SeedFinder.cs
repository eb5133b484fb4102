using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gongxing.Text.Similarity;

/// <summary>Chooses the places of a text by which others find it: closed syncmers (Edgar, 2020).</summary>
/// <remarks>
/// A stretch of k units is a seed if the smallest hash of the stretches of four in it comes first or last. That depends on
/// nothing around it, so an edit never unseats a seed it does not touch, and equal stretches of 2k - 5 units always share one.
/// </remarks>
internal static class SeedFinder
{
    /// <summary>The length of the stretches whose hashes are compared.</summary>
    public const int Part = 4;

    /// <summary>How many places are written at once.</summary>
    public const int Lanes = 8;

    private const uint First = 0x9E3779B1;
    private const uint Second = 0x85EBCA77;
    private const uint Third = 0xC2B2AE3D;
    private const uint Fourth = 0x27D4EB2F;
    private const uint Mixer = 0x2C1B3C6D;

    private static readonly ulong[] s_offsets = Offsets();

    /// <summary>How many parts a form of so many units has.</summary>
    public static int Parts(int units) => Math.Max(0, units - Part + 1);

    /// <summary>Hashes every stretch of four units.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void HashParts(ReadOnlySpan<ushort> form, Span<uint> hashes, int widestVector)
    {
        int count = Parts(form.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(hashes.Length, count);
        ref ushort unit = ref MemoryMarshal.GetReference(form);
        ref uint hash = ref MemoryMarshal.GetReference(hashes);
        int i = 0;
        if (widestVector >= 256 && Vector256.IsHardwareAccelerated)
        {
            // The last of the four loads of eight units begins three further on.
            for (; i + 11 <= form.Length; i += 8)
            {
                Vector256<uint> x = (Wide256(ref unit, i) * First) + (Wide256(ref unit, i + 1) * Second)
                    + (Wide256(ref unit, i + 2) * Third) + (Wide256(ref unit, i + 3) * Fourth);
                x = (x ^ (x >>> 15)) * Mixer;
                (x ^ (x >>> 13)).StoreUnsafe(ref hash, (nuint)i);
            }
        }
        else if (widestVector >= 128 && Vector128.IsHardwareAccelerated)
        {
            for (; i + 11 <= form.Length; i += 4)
            {
                Vector128<uint> x = (Wide128(ref unit, i) * First) + (Wide128(ref unit, i + 1) * Second)
                    + (Wide128(ref unit, i + 2) * Third) + (Wide128(ref unit, i + 3) * Fourth);
                x = (x ^ (x >>> 15)) * Mixer;
                (x ^ (x >>> 13)).StoreUnsafe(ref hash, (nuint)i);
            }
        }

        for (; i < count; i++)
        {
            uint x = (form[i] * First) + (form[i + 1] * Second) + (form[i + 2] * Third) + (form[i + 3] * Fourth);
            x = (x ^ (x >> 15)) * Mixer;
            hashes[i] = x ^ (x >> 13);
        }
    }

    /// <summary>Finds the seeds among the hashed parts of a form.</summary>
    /// <param name="places">As long as the parts, and by <see cref="Lanes"/> longer.</param>
    /// <returns>How many there are; their hashes and places are in order of place.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Find(ReadOnlySpan<uint> parts, int seedLength, Span<ulong> seeds, Span<int> places, int widestVector)
    {
        int inner = seedLength - Part;
        int found = FindPlaces(parts, inner, places, widestVector);
        ref uint part = ref MemoryMarshal.GetReference(parts);
        ref ulong seed = ref MemoryMarshal.GetReference(seeds[..found]);
        for (int i = 0; i < found; i++)
        {
            Unsafe.Add(ref seed, i) = Seed(ref Unsafe.Add(ref part, places[i]), inner);
        }

        return found;
    }

    // Places are written eight at a time, those after the last found being written over: which of them are seeds is as good as
    // chance, and a branch on it would be wrong as often as right.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int FindPlaces(ReadOnlySpan<uint> parts, int inner, Span<int> places, int widestVector)
    {
        int count = parts.Length - inner;
        ArgumentOutOfRangeException.ThrowIfLessThan(places.Length, parts.Length + Lanes);
        int found = 0;
        int i = 0;
        ref uint part = ref MemoryMarshal.GetReference(parts);
        ref int place = ref MemoryMarshal.GetReference(places);
        ref ulong offsets = ref MemoryMarshal.GetArrayDataReference(s_offsets);
        if (widestVector >= 256 && Vector256.IsHardwareAccelerated)
        {
            for (; i + Lanes <= count; i += Lanes)
            {
                Vector256<uint> ends = Vector256.Min(Load256(ref part, i), Load256(ref part, i + inner));
                Vector256<uint> smallest = Load256(ref part, i + 1);
                for (int j = 2; j < inner; j++)
                {
                    smallest = Vector256.Min(smallest, Load256(ref part, i + j));
                }

                uint bits = ~Vector256.Equals(Vector256.Min(ends, smallest), smallest).ExtractMostSignificantBits() & 0xFF;
                Vector128<byte> lanes = Vector128.CreateScalarUnsafe(Unsafe.Add(ref offsets, bits)).AsByte();
                Vector256<int> chosen = Vector256.WidenLower(Vector128.WidenLower(lanes).ToVector256Unsafe()).AsInt32();
                (chosen + Vector256.Create(i)).StoreUnsafe(ref place, (nuint)found);
                found += BitOperations.PopCount(bits);
            }
        }
        else if (widestVector >= 128 && Vector128.IsHardwareAccelerated)
        {
            for (; i + 4 <= count; i += 4)
            {
                Vector128<uint> ends = Vector128.Min(Load128(ref part, i), Load128(ref part, i + inner));
                Vector128<uint> smallest = Load128(ref part, i + 1);
                for (int j = 2; j < inner; j++)
                {
                    smallest = Vector128.Min(smallest, Load128(ref part, i + j));
                }

                uint bits = ~Vector128.Equals(Vector128.Min(ends, smallest), smallest).ExtractMostSignificantBits() & 0xF;
                Vector128<byte> lanes = Vector128.CreateScalarUnsafe(Unsafe.Add(ref offsets, bits)).AsByte();
                Vector128<int> chosen = Vector128.WidenLower(Vector128.WidenLower(lanes)).AsInt32();
                (chosen + Vector128.Create(i)).StoreUnsafe(ref place, (nuint)found);
                found += BitOperations.PopCount(bits);
            }
        }

        for (; i < count; i++)
        {
            uint smallest = uint.MaxValue;
            for (int j = 1; j < inner; j++)
            {
                smallest = Math.Min(smallest, parts[i + j]);
            }

            places[found] = i;
            found += Math.Min(parts[i], parts[i + inner]) < smallest ? 1 : 0;
        }

        return found;
    }

    // For each choice of eight lanes, the numbers of those chosen, a byte each.
    private static ulong[] Offsets()
    {
        ulong[] offsets = new ulong[1 << Lanes];
        for (uint bits = 0; bits < offsets.Length; bits++)
        {
            int at = 0;
            for (uint rest = bits; rest != 0; rest &= rest - 1)
            {
                offsets[bits] |= (ulong)BitOperations.TrailingZeroCount(rest) << at;
                at += 8;
            }
        }

        return offsets;
    }

    // Its first and last part make up a seed of eight; shorter ones overlap, longer ones need what lies between.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Seed(ref uint first, int inner)
    {
        ulong x = ((ulong)first << 32) | Unsafe.Add(ref first, inner);
        for (int between = Part; between < inner; between += Part)
        {
            x += Unsafe.Add(ref first, between) * 0x9E3779B97F4A7C15;
            x = BitOperations.RotateLeft(x, 23);
        }

        x = (x ^ (x >> 31)) * 0x7FB5D329728EA185;
        x = (x ^ (x >> 27)) * 0x81DADEF4BC2DD44D;
        return x ^ (x >> 33);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Wide256(ref ushort unit, int i) =>
        Vector256.WidenLower(Vector128.LoadUnsafe(ref unit, (nuint)i).ToVector256Unsafe());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Wide128(ref ushort unit, int i) =>
        Vector128.WidenLower(Vector128.LoadUnsafe(ref unit, (nuint)i));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Load256(ref uint part, int i) => Vector256.LoadUnsafe(ref part, (nuint)i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Load128(ref uint part, int i) => Vector128.LoadUnsafe(ref part, (nuint)i);
}
