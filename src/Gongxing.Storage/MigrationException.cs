namespace Gongxing.Storage;

/// <summary>The tables could not be brought up to this program; they are as they were. The message is for the operator.</summary>
public sealed class MigrationException(string message, Exception? inner = null) : Exception(message, inner);
