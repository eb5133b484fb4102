using System.Text;
using System.Text.Json;
using Gongxing.Documents.Workers;
using Gongxing.Web.Duplicates;
using Gongxing.Web.Intake;

namespace Gongxing.Web.Commands;

/// <summary>Gathers the texts of files, folders and <c>.jsonl</c> lists. What cannot be read is named, and the rest goes on.</summary>
/// <param name="left">Files that are not to be taken, by their whole paths.</param>
internal sealed class ComparedFiles(DocumentWorkers workers, IEnumerable<string>? left = null)
{
    private readonly List<ComparedText> _texts = [];
    private readonly HashSet<string> _taken = new(left ?? [], RealPath.Comparer);
    private readonly List<UnreadFile> _unread = [];
    private readonly List<(string File, string Notice)> _notices = [];

    public IReadOnlyList<ComparedText> Texts => _texts;

    public IReadOnlyList<UnreadFile> Unread => _unread;

    /// <summary>Files of a folder that are no documents.</summary>
    public int Skipped { get; private set; }

    /// <summary>What the readers left out or guessed.</summary>
    public IReadOnlyList<(string File, string Notice)> Notices => _notices;

    /// <summary>
    /// Adds what is to be compared, or what it is held against. What was added before, also by another spelling of its path or
    /// by a link, is one text: it may be both.
    /// </summary>
    public async Task AddAsync(IReadOnlyList<string> paths, TextRoles role, CancellationToken ct)
    {
        // The names of one folder are relative to it; with several, each is what tells its files from the others'.
        string[] distinct = [.. paths.DistinctBy(RealPath.Of, RealPath.Comparer)];
        var files = new List<(string Path, string Name)>();
        foreach (string path in distinct)
        {
            if (Directory.Exists(path))
            {
                DocumentFolder folder = DocumentFolder.Of(path, distinct.Length == 1 ? "" : path);
                files.AddRange(folder.Files.Where(file => IsNew(file.Path, role)));
                Skipped += folder.Skipped;
            }
            else if (IsNew(path, role))
            {
                if (IsList(path))
                {
                    await AddListAsync(path, role, ct);
                }
                else
                {
                    files.Add((path, path));
                }
            }
        }

        IAsyncEnumerable<Reading> readings = Reading.TextsAsync([.. files.Select(file => file.Path)], workers, ct);
        int next = 0;
        await foreach (Reading reading in ReadingProgress.ShowAsync(readings, files.Count, workers.Limits, ct))
        {
            string name = files[next++].Name;
            if (reading.Result.Document is { } document)
            {
                _texts.Add(new ComparedText(name, RealPath.Of(reading.File), document.Text, role));
                _notices.AddRange(document.Notices.Select(notice => (name, notice)));
            }
            else
            {
                _unread.Add(UnreadFile.Of(name, reading.Result.Reason!.Value, workers.Limits));
            }
        }
    }

    private bool IsNew(string path, TextRoles role)
    {
        string file = RealPath.Of(path);
        if (_taken.Add(file))
        {
            return true;
        }

        for (int i = 0; i < _texts.Count; i++)
        {
            if (RealPath.Comparer.Equals(_texts[i].File, file))
            {
                _texts[i] = _texts[i] with { Roles = _texts[i].Roles | role };
            }
        }

        return false;
    }

    private static bool IsList(string path) => Path.GetExtension(path).Equals(".jsonl", StringComparison.OrdinalIgnoreCase);

    private async Task AddListAsync(string path, TextRoles role, CancellationToken ct)
    {
        string file = RealPath.Of(path);
        int number = 0;
        try
        {
            await foreach (string line in File.ReadLinesAsync(path, Encoding.UTF8, ct))
            {
                number++;
                if (string.IsNullOrWhiteSpace(line))
                {
                    continue;
                }

                if (ReadLine(line) is var (id, text))
                {
                    _texts.Add(new ComparedText(id, file, text, role));
                }
                else
                {
                    Fail($"{path}:{number}", "badLine", CommandTexts.Get("BadLine"));
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail(path, "unreadable", e.Message);
        }
    }

    private void Fail(string name, string reason, string message)
    {
        _unread.Add(new UnreadFile(name, reason, message));
        TerminalText.Complain($"{name}: {message}");
    }

    private static (string Id, string Text)? ReadLine(string line)
    {
        try
        {
            using JsonDocument read = JsonDocument.Parse(line);
            return read.RootElement.ValueKind == JsonValueKind.Object
                && read.RootElement.TryGetProperty("id", out JsonElement id)
                && read.RootElement.TryGetProperty("text", out JsonElement text)
                && text.ValueKind == JsonValueKind.String
                && id.ValueKind is JsonValueKind.String or JsonValueKind.Number
                ? (id.ToString(), text.GetString()!)
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
