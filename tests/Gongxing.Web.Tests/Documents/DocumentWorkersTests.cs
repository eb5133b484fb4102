using System.Diagnostics;
using System.Globalization;
using Gongxing.Documents;
using Gongxing.Documents.Comments;
using Gongxing.Documents.Pictures;
using Gongxing.Documents.Workers;
using Gongxing.Text;
using Gongxing.Web.Tests.Features.Ledger;

namespace Gongxing.Web.Tests.Documents;

/// <summary>The real worker process on friendly and on hostile files.</summary>
public sealed class DocumentWorkersTests : IDisposable
{
    private readonly DocumentWorkers workers = new(ReadLimits.Default, count: 1);

    [Fact]
    public async Task A_document_comes_through_the_worker_as_it_is_read_in_process()
    {
        byte[] content = "落实不够。\r\n二是𠀀字。\r\n"u8.ToArray();
        ReadResult here = DocumentReader.Read(content, "a.txt", ReadLimits.Default);
        ReadResult there = await workers.ReadAsync(content, "a.txt", default);

        Assert.Equal(here.Document!.Text, there.Document!.Text);
        Assert.Equal(here.Document.Paragraphs, there.Document.Paragraphs);
        Assert.Equal(here.Document.Encoding, there.Document.Encoding);
    }

    [Fact]
    public async Task A_reason_comes_through_the_worker()
    {
        Assert.Equal(Unreadable.NoText, (await workers.ReadAsync("  \n"u8.ToArray(), "a.txt", default)).Reason);
        Assert.Equal(Unreadable.Empty, (await workers.ReadAsync(default, "a.txt", default)).Reason);
    }

    [Fact]
    public async Task Pictures_are_looked_at_and_taken_by_the_worker()
    {
        byte[] picture = IllustratedPaper.Picture("yard.jpg");
        byte[] paper = IllustratedPaper.Docx("现场情况", "none"u8.ToArray(), picture);

        PicturesResult looked = await workers.LookAsync(paper, default);
        TakenPicture taken = await workers.TakeAsync(paper, 2, default);
        TakenPicture none = await workers.TakeAsync(paper, 3, default);

        Assert.Equal([new NumberedPicture(2, PictureHash.Read(picture).Hash!.Value)], looked.Pictures);
        Assert.Equal(picture, taken.Content.ToArray());
        Assert.Equal((Unreadable.NotFound, 0), (none.Reason, none.Content.Length));
        Assert.Equal(Unreadable.UnknownType, (await workers.LookAsync("nothing"u8.ToArray(), default)).Reason);
    }

    [Fact]
    public async Task Pictures_before_one_that_never_ends_have_been_looked_at_and_the_next_file_has_a_worker()
    {
        byte[] yard = IllustratedPaper.Picture("yard.jpg"), meeting = IllustratedPaper.Picture("meeting.jpg");
        using var hurried = new DocumentWorkers(ReadLimits.Default with { Time = TimeSpan.FromSeconds(4) }, count: 1);
        byte[] sound = IllustratedPaper.Docx("现场情况", yard);
        await hurried.LookAsync(sound, default);

        PicturesResult looked = await hurried.LookAsync(
            IllustratedPaper.Docx("现场情况", yard, IllustratedPaper.EndlessPicture(), meeting), default);
        PicturesResult next = await hurried.LookAsync(sound, default);

        Assert.Equal([new NumberedPicture(1, PictureHash.Read(yard).Hash!.Value)], looked.Pictures);
        Assert.Equal((Unreadable.TimedOut, "at picture 2"), (looked.Reason, looked.Detail));
        Assert.Equal((null, 1), (next.Reason, next.Pictures.Count));
    }

    [Fact]
    public async Task A_worker_that_ends_is_reported_with_what_it_said()
    {
        using var dying = new DocumentWorkers(
            ReadLimits.Default, command: new WorkerCommand("sh", ["-c", "echo out of luck >&2; exit 7"]));
        ReadResult result = await dying.ReadAsync("甲"u8.ToArray(), "a.txt", default);

        Assert.Equal(Unreadable.WorkerDied, result.Reason);
        Assert.Contains("exit 7", result.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_never_answers_is_killed_with_its_children_when_time_is_up()
    {
        using var endless = new DocumentWorkers(
            ReadLimits.Default with { Time = TimeSpan.FromMilliseconds(300) }, command: new WorkerCommand("sh", ["-c", "sleep 1000 & wait"]));

        Assert.Equal(Unreadable.TimedOut, (await endless.ReadAsync("甲"u8.ToArray(), "a.txt", default)).Reason);
    }

    [Fact]
    public async Task Writing_comments_has_the_limits_of_reading()
    {
        byte[] content = "PK"u8.ToArray();
        WordComment[] comments = [new(new TextSpan(0, 1), "问")];
        using var dying = new DocumentWorkers(ReadLimits.Default, command: new WorkerCommand("sh", ["-c", "exit 7"]));
        using var endless = new DocumentWorkers(
            ReadLimits.Default with { Time = TimeSpan.FromMilliseconds(300) }, command: new WorkerCommand("sh", ["-c", "sleep 1000"]));
        using var small = new DocumentWorkers(ReadLimits.Default with { FileBytes = 1 });

        Assert.Equal(Unreadable.WorkerDied, (await dying.CommentAsync(content, "甲", comments, default, default)).Reason);
        Assert.Equal(Unreadable.TimedOut, (await endless.CommentAsync(content, "甲", comments, default, default)).Reason);
        Assert.Equal(Unreadable.TooLarge, (await small.CommentAsync(content, "甲", comments, default, default)).Reason);
        Assert.Equal(Unreadable.UnknownType, (await workers.CommentAsync(content, "甲", comments, default, default)).Reason);
    }

    [Fact]
    public async Task Cancelling_ends_the_worker_and_the_next_document_has_a_new_one()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => workers.ReadAsync("甲"u8.ToArray(), "a.txt", cancelled.Token));
        Assert.NotNull((await workers.ReadAsync("甲"u8.ToArray(), "a.txt", default)).Document);
    }

    [Fact]
    public async Task A_worker_that_ended_between_two_documents_harms_neither()
    {
        WorkerCommand own = WorkerCommand.Own();
        string pids = Path.GetTempFileName();
        string line = $"echo $$ >> '{pids}'; exec '{own.FileName}' {string.Join(' ', own.Arguments.Select(argument => $"'{argument}'"))}";
        using var pool = new DocumentWorkers(ReadLimits.Default, count: 1, command: new WorkerCommand("sh", ["-c", line]));
        Assert.NotNull((await pool.ReadAsync("甲"u8.ToArray(), "a.txt", default)).Document);
        using (Process worker = Process.GetProcessById(int.Parse((await File.ReadAllLinesAsync(pids))[0], CultureInfo.InvariantCulture)))
        {
            worker.Kill();
            await worker.WaitForExitAsync();
        }

        Assert.NotNull((await pool.ReadAsync("乙"u8.ToArray(), "a.txt", default)).Document);
        Assert.Equal(2, (await File.ReadAllLinesAsync(pids)).Length);
        File.Delete(pids);
    }

    [Fact]
    public async Task Many_documents_at_once_all_get_their_own_answer()
    {
        using var pool = new DocumentWorkers(ReadLimits.Default, count: 2);
        string[] texts = [.. Enumerable.Range(0, 40).Select(i => $"第{i}项落实不够。")];
        ReadResult[] results = await Task.WhenAll(
            texts.Select(text => pool.ReadAsync(System.Text.Encoding.UTF8.GetBytes(text), "a.txt", default)));

        Assert.Equal(texts, results.Select(result => result.Document!.Text));
    }

    [Fact]
    public async Task More_documents_than_the_queue_holds_are_told_to_come_back()
    {
        using var pool = new DocumentWorkers(ReadLimits.Default, count: 1, queue: 0);
        Task<ReadResult> first = pool.ReadAsync("甲"u8.ToArray(), "a.txt", default);

        Assert.Equal(Unreadable.Busy, (await pool.ReadAsync("乙"u8.ToArray(), "a.txt", default)).Reason);
        Assert.NotNull((await first).Document);
    }

    [Fact]
    public async Task A_worker_ends_when_its_standard_input_is_closed()
    {
        WorkerCommand command = WorkerCommand.Own();
        using Process process = Process.Start(
            new ProcessStartInfo(command.FileName, command.Arguments) { RedirectStandardInput = true })!;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await process.WaitForExitAsync(patience.Token);

        Assert.Equal(0, process.ExitCode);
    }

    public void Dispose() => workers.Dispose();
}
