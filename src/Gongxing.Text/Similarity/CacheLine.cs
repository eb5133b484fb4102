using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Gongxing.Text.Similarity;

/// <summary>Hints to the processor about memory that will be read.</summary>
internal static unsafe class CacheLine
{
    /// <summary>
    /// Has memory bring what will be asked for; nobody waits for it, and any address will do. On processors for which there is no
    /// such hint the read itself waits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Expect(void* address)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(address);
        }
    }

    /// <inheritdoc cref="Expect(void*)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Expect<T>(ref readonly T item)
        where T : unmanaged => Expect(Unsafe.AsPointer(in item));
}
