using Gongxing.Core.People;
using Gongxing.Core.Statements;

namespace Gongxing.Core.Materials;

/// <summary>The structure of a material (结构) as read by the program or corrected by a person; the newest is in force.</summary>
/// <param name="Number">From 1 in the material. Two corrections of the same revision get the same number, and one is refused.</param>
/// <param name="By">Null for the program.</param>
/// <param name="Change">What was corrected, for the list of revisions; empty for the first.</param>
public sealed record StructureRevision(int Number, Statement Statement, PersonId? By, DateTimeOffset At, string Change);
