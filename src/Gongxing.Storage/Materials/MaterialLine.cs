using Gongxing.Core.Materials;

namespace Gongxing.Storage.Materials;

/// <summary>A material in a list, with the size of its text and of the newest structure.</summary>
/// <param name="Characters">Without white space; 0 before it is read, as the other counts.</param>
/// <param name="IsReviewHeld">The uploader stopped the reviewing, and it has not been reviewed.</param>
public sealed record MaterialLine(
    Material Material, int Characters, int Findings, int Causes, int Measures, bool IsReviewHeld);
