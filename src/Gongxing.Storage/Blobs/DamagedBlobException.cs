namespace Gongxing.Storage.Blobs;

/// <summary>A file that was stored is gone, or has another size than it had.</summary>
public sealed class DamagedBlobException(string sha256, Exception? inner = null)
    : IOException($"The stored file {sha256} is missing or damaged.", inner);
