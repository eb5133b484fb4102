namespace Gongxing.Storage.Blobs;

/// <summary>Bytes kept under their hash: 64 lower-case hexadecimal digits of SHA-256.</summary>
public sealed record Blob(string Sha256, long Size);
