using System.Runtime.InteropServices;
using Gongxing.Documents;

namespace Gongxing.Web.Commands;

/// <summary>A file that a command writes: whole or not at all, and never over one that it reads.</summary>
internal static partial class OutputFile
{
    // See statx(2); the layout is the same on every processor.
    private const int StatusLength = 256;
    private const int ModeAt = 28;
    private const int ModeAsked = 1;
    private const int Here = -100;
    private const int KindMask = 0xF000;
    private const int Ordinary = 0x8000;

    /// <summary>What is wrong with a path before any work is done for it; null for nothing.</summary>
    public static string? WhyNot(string path, IEnumerable<string> inputs)
    {
        string real = RealPath.Of(path);
        return Directory.Exists(real) ? CommandTexts.Get("OutputIsFolder", path)
            : !Directory.Exists(Path.GetDirectoryName(real)) ? CommandTexts.Get("OutputFolderMissing", path)
            : inputs.Any(input => RealPath.Comparer.Equals(RealPath.Of(input), real) || IsReadIn(RealPath.Of(input), real)) ? CommandTexts.Get("OutputIsInput", path)
            : null;
    }

    // A document that stands in a folder which is gone through.
    private static bool IsReadIn(string folder, string file) =>
        Directory.Exists(folder) && File.Exists(file) && FileName.IsKnown(Path.GetFileName(file))
        && Path.GetRelativePath(folder, file) is var name && !Path.IsPathRooted(name) && name.Split(Path.DirectorySeparatorChar)[0] != "..";

    /// <exception cref="IOException">It could not be written; what was there before is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string real = RealPath.Of(path);
        if (File.Exists(real) && !IsOrdinary(real))
        {
            // A pipe or a device has a name of its own and no content to replace.
            using FileStream end = new(real, FileMode.Open, FileAccess.Write);
            write(end);
            return;
        }

        string fresh = $"{real}.{Environment.ProcessId}.tmp";
        try
        {
            using (FileStream file = new(fresh, FileMode.CreateNew, FileAccess.Write))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(fresh, real, overwrite: true);
        }
        finally
        {
            File.Delete(fresh);
        }
    }

    private static bool IsOrdinary(string path)
    {
        byte[] status = new byte[StatusLength];
        return !OperatingSystem.IsLinux() || ReadStatus(Here, path, 0, ModeAsked, status) != 0
            || (BitConverter.ToUInt16(status, ModeAt) & KindMask) == Ordinary;
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ReadStatus(int folder, string path, int flags, uint asked, byte[] status);
}
