using Gongxing.Core.Materials;

namespace Gongxing.Storage.Materials;

/// <summary>A material in a list, with the size of its text and of the newest structure.</summary>
/// <param name="Characters">Without white space; 0 before it is read, as the other counts.</param>
public sealed record MaterialLine(Material Material, int Characters, int Findings, int Causes, int Measures);
