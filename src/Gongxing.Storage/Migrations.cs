using System.Reflection;
using DbUp.Builder;
using DbUp.Engine;

namespace Gongxing.Storage;

/// <summary>The numbered scripts in Migrations/, run by DbUp in one transaction and noted in its journal.</summary>
/// <remarks>
/// <c>NNNN_what.sql</c> runs on both databases, <c>NNNN_what.sqlite.sql</c> and <c>NNNN_what.postgres.sql</c> on one. A script
/// that was released is never changed again.
/// </remarks>
internal static class Migrations
{
    private const string Folder = ".Migrations.";

    /// <param name="database">The ending of the scripts for one database: <c>sqlite</c> or <c>postgres</c>.</param>
    public static void Run(UpgradeEngineBuilder builder, string database)
    {
        SqlScript[] scripts = [.. Scripts(database)];
        UpgradeEngine engine = builder
            .WithScripts(scripts)
            .WithTransaction()
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build();

        string? unknown = engine.GetExecutedScripts().Except(scripts.Select(script => script.Name)).Max(StringComparer.Ordinal);
        if (unknown is not null)
        {
            throw new MigrationException(
                $"数据库由更新的版本写过（{unknown}），这个版本不认识。请换用写它的版本或更新的版本；数据没有改动。");
        }

        DatabaseUpgradeResult result = engine.PerformUpgrade();
        if (!result.Successful)
        {
            throw new MigrationException(
                $"数据库升级没有成功，停在 {result.ErrorScript?.Name ?? "开头"}，数据没有改动：{result.Error.Message}", result.Error);
        }
    }

    private static IEnumerable<SqlScript> Scripts(string database)
    {
        Assembly assembly = typeof(Migrations).Assembly;
        foreach (string resource in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            int start = resource.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length;
            string[] parts = resource[start..].Split('.');
            if (parts.Length == 2 || parts[1] == database)
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
                yield return new SqlScript(parts[0], reader.ReadToEnd());
            }
        }
    }

    private static string? Max(this IEnumerable<string> names, StringComparer order) => names.Order(order).LastOrDefault();
}
