using System.Globalization;
using Gongxing.Tests;
using Gongxing.Tests.Review.Relapses;
using Gongxing.Tests.Review.Structure;
using Gongxing.Tests.Storage;
using Gongxing.Tests.Text.Similarity;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

return args switch
{
    [KilledWriter.Verb, string folder, string organisation] => await KilledWriter.WriteAsync(folder, organisation),
    [KilledIndex.Verb, string folder, string seed] => await KilledIndex.ChangeAsync(folder, int.Parse(seed, CultureInfo.InvariantCulture)),
    [RelapseMeasurement.Verb, .. string[] folders] => RelapseMeasurement.Print(folders),
    [StructureMeasurement.Verb, .. string[] folders] => StructureMeasurement.Print(folders),
    _ when args.Any(arg => arg is "--server" or "--internal-msbuild-node") =>
        await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    _ => await ConsoleRunner.Run(args),
};
