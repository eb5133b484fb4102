using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gongxing.Core.Statements;
using Gongxing.Documents;
using Gongxing.Documents.LegacyWord;
using Gongxing.Tests.Documents.Docx;

namespace Gongxing.Tests.Documents.LegacyWord;

/// <remarks>These set the office program and the temporary folder of the whole process, so nothing runs beside them.</remarks>
[Collection(nameof(Alone))]
public sealed class LegacyWordReaderTests : IDisposable
{
    private const string Setting = "GONGXING_SOFFICE";

    private static readonly byte[] Rtf = Encoding.ASCII.GetBytes(@"{\rtf1\ansi\pard \u36208?\u35775?\par }");

    private readonly string _folder = Directory.CreateTempSubdirectory("gongxing-test-").FullName;

    public LegacyWordReaderTests() => Environment.SetEnvironmentVariable("TMPDIR", _folder);

    [Fact]
    public void Without_an_office_program_a_file_needs_conversion()
    {
        Environment.SetEnvironmentVariable(Setting, "none");

        Assert.Equal(Unreadable.NeedsConversion, Refused(ReadLimits.Default));
    }

    [Fact]
    public void A_program_that_makes_nothing_of_the_file_calls_it_damaged()
    {
        SetProgram("exit 0");

        Assert.Equal(Unreadable.Damaged, Refused(ReadLimits.Default));
        Assert.Empty(Leftovers());
    }

    [Fact]
    public void A_program_that_hangs_is_ended_with_its_children_and_leaves_no_folder()
    {
        string marker = Path.Combine(_folder, "child");
        SetProgram($"sleep 600 & echo $! > {marker}; wait");

        Assert.Equal(Unreadable.TimedOut, Refused(new ReadLimits { Time = TimeSpan.FromSeconds(1) }));

        Assert.True(HasEnded(int.Parse(File.ReadAllText(marker), CultureInfo.InvariantCulture)));
        Assert.Empty(Leftovers());
    }

    [Fact]
    public void What_the_program_writes_is_read_and_its_folder_removed()
    {
        File.WriteAllBytes(Path.Combine(_folder, "made.docx"), new DocxMaker { Body = DocxMaker.P("走访") }.Make());
        SetProgram($"""test "$5" = --outdir && cp {_folder}/made.docx "$6/source.docx" """);

        Document document = LegacyWordReader.Read(Rtf, "a.doc", ReadLimits.Default);

        Assert.Equal("走访\n", document.Text);
        Assert.Equal(DocumentFormat.LegacyWord, document.Format);
        Assert.Empty(Leftovers());
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Setting, null);
        Environment.SetEnvironmentVariable("TMPDIR", null);
        Directory.Delete(_folder, recursive: true);
    }

    private void SetProgram(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in is a shell script.");
        string program = Path.Combine(_folder, "program");
        File.WriteAllText(program, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Environment.SetEnvironmentVariable(Setting, program);
    }

    private static Unreadable Refused(ReadLimits limits) =>
        Assert.Throws<UnreadableException>(() => LegacyWordReader.Read(Rtf, "a.doc", limits)).Reason;

    private static bool HasEnded(int process)
    {
        try
        {
            return Process.GetProcessById(process).WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private string[] Leftovers() => Directory.GetDirectories(_folder, "gongxing-convert-*");
}

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
