using Gongxing.Core.Materials;
using Gongxing.Core.Statements;

namespace Gongxing.Web.Duplicates;

/// <summary>A material that was read, with its text and what was understood of it.</summary>
public sealed record ReadMaterial(Material Material, Document Document, Statement Statement);
