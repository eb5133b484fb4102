using Gongxing.Core.Rounds;

namespace Gongxing.Storage.Rounds;

/// <summary>A round in the list of rounds.</summary>
/// <param name="Statements">How many are in it that the reader may know of, and how many of these are accepted.</param>
public sealed record RoundLine(
    RoundId Id, string Title, long Year, string OfficeName, DateOnly Due, bool IsOpen, long Statements, long Accepted);
