using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Gongxing.Documents;
using Gongxing.Documents.Workers;
using Gongxing.Review.Duplicates;
using Gongxing.Text.Similarity;
using Gongxing.Web.Duplicates;
using Gongxing.Web.Intake;

namespace Gongxing.Web.Commands;

/// <summary>What stands in the documents of a folder, kept in another, so that only new and changed ones are read again.</summary>
/// <remarks>No text is kept: a document that may share something is read again. It gives away as much as the documents.</remarks>
internal sealed class FolderIndex : IDisposable
{
    // Tells which folder's documents it is of.
    private const string SourceName = "source";

    private readonly DocumentWorkers _workers;
    private readonly StoredSimilarityIndex _index;
    private readonly string _source;
    private readonly Dictionary<Guid, (string Path, string Name)> _files = [];
    private readonly Dictionary<Guid, string> _texts = [];
    private readonly List<UnreadFile> _unread = [];
    private readonly List<(string File, string Notice)> _notices = [];
    private bool _isRenewed;
    private int _read;

    /// <exception cref="IndexInUseException">Another program has it open.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public FolderIndex(string folder, string source, SimilarityOptions options, DocumentWorkers workers)
    {
        _workers = workers;
        _source = RealPath.Of(source);
        _index = StoredSimilarityIndex.Open(folder, options, TextsAsync);
        if (SourceOf(folder) is null)
        {
            OutputFile.Write(Path.Combine(folder, SourceName), file => file.Write(Encoding.UTF8.GetBytes(_source)));
        }
    }

    /// <summary>Whether what was there could not be used, so that every document was read again.</summary>
    public bool WasUnusable => _index.Opening is IndexOpening.Damaged or IndexOpening.Other;

    /// <summary>How many documents it knows.</summary>
    public int Count => _index.Count;

    /// <summary>New or changed documents that could not be read, or had something left out.</summary>
    public IReadOnlyList<UnreadFile> Unread => _unread;

    public IReadOnlyList<(string File, string Notice)> Notices => _notices;

    /// <summary>The folder an index is of; null when there is no index.</summary>
    public static string? SourceOf(string folder) =>
        Path.Combine(folder, SourceName) is var file && File.Exists(file) ? File.ReadAllText(file, Encoding.UTF8) : null;

    /// <summary>Reads what is new or changed in the folder, and forgets what is gone.</summary>
    /// <returns>How many documents were read, and how many forgotten.</returns>
    public async Task<(int Added, int Removed)> RenewAsync(CancellationToken ct)
    {
        var wanted = new List<IndexedText>();
        foreach ((string path, string name) in DocumentFolder.Of(_source, "").Files)
        {
            Guid id = IdOf(name);
            _files[id] = (path, name);
            wanted.Add(new IndexedText(id, VersionOf(path)));
        }

        (int Added, int Removed) renewed = await _index.SynchroniseAsync(wanted, ct);
        await _index.SettleAsync(ct);
        EndProgress();
        _isRenewed = true;
        return renewed;
    }

    public Task<FoundTexts> FindAsync(ComparedText text, CancellationToken ct)
    {
        Guid own = IdOf(Path.GetRelativePath(_source, text.File).Replace('\\', '/'));
        return _index.FindAsync(text.Text, own, CommonWording.BuiltIn, ct).AsTask();
    }

    /// <summary>A document that was found.</summary>
    public ComparedText TextOf(Guid id) =>
        new(_files[id].Name, RealPath.Of(_files[id].Path), _texts[id], TextRoles.Reference);

    public void Dispose() => _index.Dispose();

    private async ValueTask<IReadOnlyDictionary<Guid, string>> TextsAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        Guid[] missing = [.. ids.Where(id => !_texts.ContainsKey(id))];
        var texts = ids.Except(missing).ToDictionary(id => id, id => _texts[id]);
        int next = 0;
        await foreach (Reading reading in Reading.TextsAsync([.. missing.Select(id => _files[id].Path)], _workers, ct))
        {
            Guid id = missing[next++];
            if (reading.Result.Document is { } document)
            {
                texts.Add(id, document.Text);
            }

            if (!_isRenewed)
            {
                Tell(_files[id].Name, reading.Result);
            }
            else if (reading.Result.Document is { } found)
            {
                _texts.Add(id, found.Text);
            }
        }

        return texts;
    }

    private void Tell(string name, ReadResult result)
    {
        if (result.Document is { } document)
        {
            _notices.AddRange(document.Notices.Select(notice => (name, notice)));
        }
        else
        {
            _unread.Add(UnreadFile.Of(name, result.Reason!.Value, _workers.Limits));
            TerminalText.Complain($"{name}: {_unread[^1].Message}");
        }

        _read++;
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write($"\r{CommandTexts.Get("Indexing", _read)}");
        }
    }

    private void EndProgress()
    {
        if (_read > 0 && !Console.IsErrorRedirected)
        {
            Console.Error.WriteLine();
        }
    }

    private static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    // Another program may read the same document otherwise.
    private static ulong VersionOf(string path)
    {
        var file = new FileInfo(path);
        Guid program = typeof(DocumentReader).Assembly.ManifestModule.ModuleVersionId;
        string state = $"{(file.Exists ? file.Length : 0)} {file.LastWriteTimeUtc.Ticks} {program}";
        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(state)));
    }
}
