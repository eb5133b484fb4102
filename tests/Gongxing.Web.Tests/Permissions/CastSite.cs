using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Dapper;
using Gongxing.Core.Duplicates;
using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;
using Gongxing.Storage;
using Gongxing.Storage.Blobs;
using Gongxing.Storage.Duplicates;
using Gongxing.Storage.Ledger;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Storage.Rounds;
using Gongxing.Text;
using Gongxing.Web.Features.Ledger;
using Gongxing.Web.Tests.Features.Ledger;
using Gongxing.Web.Tests.Features.Materials;
using Gongxing.Web.Tests.Features.Remarks;
using Gongxing.Web.Tests.Features.Similar;

namespace Gongxing.Web.Tests.Permissions;

/// <summary>A site with somebody of every kind, and makers of everything that a page can be about, in every state.</summary>
public sealed partial class CastSite : IAsyncDisposable
{
    // Of what the statement shares with the one beside it.
    private const string Passage = "两座小水库无人接听";

    private readonly Dictionary<char, Browser> _browsers = [];
    private Office _town = null!;
    private OfficeTree _offices = null!;
    private Material _statement = null!;
    private Material _nextDraft = null!;
    private Material _beside = null!;
    private Material _again = null!;
    private EvidenceFile _picture = null!;
    private EvidenceFile _paper = null!;

    // The same database as another organisation would have it for its own.
    private Site _elsewhere = null!;

    private CastSite(Site site) => Site = site;

    public Site Site { get; }

    /// <summary>By the letter that stands for them at the head of a table.</summary>
    public Dictionary<char, Person> People { get; } = [];

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static DateOnly Due => DateOnly.FromDateTime(Now.UtcDateTime).AddDays(30);

    public static async Task<CastSite> StartAsync()
    {
        var site = new CastSite(await Site.StartAsync());
        await site.CallAsync();
        await site.FillAsync();
        await site.OpenElsewhereAsync();
        return site;
    }

    /// <summary>The browser of one of the cast; of <c>n</c> one in which nobody is signed in.</summary>
    public Browser As(char letter)
    {
        if (!_browsers.TryGetValue(letter, out Browser? browser))
        {
            browser = letter == 'n' ? Site.Visitor() : SiteOf(letter).SignedInAs(People[letter]);
            _browsers.Add(letter, browser);
        }

        return browser;
    }

    /// <summary>Where they find the site.</summary>
    public Uri AddressOf(char letter) => SiteOf(letter).Address;

    /// <summary>The site as their organisation has it.</summary>
    public Site SiteOf(char letter) => letter == 'g' ? _elsewhere : Site;

    /// <summary>An address, or a row of fields, with something real in place of every name in braces.</summary>
    /// <remarks>What is named is made anew for each call, but materials are not.</remarks>
    public async Task<string> ResolveAsync(string text)
    {
        var made = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match name in Names().Matches(text))
        {
            string key = name.Groups[1].Value;
            if (!made.ContainsKey(key))
            {
                made.Add(key, await MakeAsync(key));
            }
        }

        return Names().Replace(text, name => made[name.Groups[1].Value]);
    }

    /// <summary>All that people gave: rows of the database and names and sizes of files. Not who is signed in, and what jobs work out.</summary>
    public async Task<IReadOnlyList<string>> KeptAsync()
    {
        await Site.ReadAllAsync(People['c']);
        await using var connection = await Site.Get<Database>().OpenAsync();
        var kept = new List<string>();
        foreach (string table in await connection.QueryAsync<string>(
            """
            select name from sqlite_master
            where type = 'table' and sql not like '%virtual%'
                and name not in ('session', 'data_version', 'material_review', 'evidence_content', 'evidence_picture', 'evidence_seen', 'evidence_use')
            """))
        {
            foreach (IDictionary<string, object?> row in await connection.QueryAsync($"select * from \"{table}\""))
            {
                kept.Add($"{table}: {string.Join('|', row.Values.Select(value =>
                    value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}"))}");
            }
        }

        string blobs = Path.Combine(Site.Data, "blobs");
        kept.AddRange(Directory.EnumerateFiles(blobs, "*", SearchOption.AllDirectories)
            .Select(file => $"{Path.GetRelativePath(blobs, file)}: {new FileInfo(file).Length}"));
        return kept;
    }

    public async ValueTask DisposeAsync()
    {
        await _elsewhere.DisposeAsync();
        await Site.DisposeAsync();
    }

    private async Task CallAsync()
    {
        Person administrator = await Site.AdministratorAsync();
        _town = await Site.OfficeAsync("云岭镇");
        Office otherTown = await Site.OfficeAsync("石桥镇");
        People['x'] = administrator;
        People['c'] = await Site.PersonAsync(Roles.Clerk, "经办甲", _town.Id);
        People['e'] = await Site.PersonAsync(Roles.Clerk, "经办乙", otherTown.Id);
        People['a'] = await Site.PersonAsync(Roles.Author, "镇长甲", _town.Id);
        People['b'] = await Site.PersonAsync(Roles.Author, "副镇长乙", _town.Id);
        People['o'] = await Site.PersonAsync(Roles.Owner, "责任人甲", _town.Id);
        People['p'] = await Site.PersonAsync(Roles.Owner, "责任人乙", otherTown.Id);
        People['r'] = await Site.PersonAsync(Roles.Verifier, "督查员甲");
        People['v'] = await Site.PersonAsync(Roles.Verifier, "督查员乙");
        People['h'] = await Site.PersonAsync(Roles.Head, "领导甲");
        People['s'] = await Site.PersonAsync(Roles.Head, "领导乙", otherTown.Id);
        People['g'] = await StrangerAsync(Policies.Admits[Policies.Content]);
        _offices = new OfficeTree(await Site.Get<PeopleStore>().OfficesAsync(administrator.Organisation));
    }

    // The first-run page founds one organisation; the tables hold several.
    private async Task<Person> StrangerAsync(Roles roles)
    {
        var person = new Person(
            OrganisationId.New(), PersonId.New(), "stranger", "外单位的人", OfficeId.New(), "", roles, IsActive: true);
        await Site.Get<Database>().WriteAsync((connection, transaction) => connection.ExecuteAsync(
            """
            insert into organisation (id, name, settings, made_at) values (@Organisation, '别的街道', '{}', @at);
            insert into data_version (organisation, version) values (@Organisation, 1);
            insert into office (organisation, id, name, parent) values (@Organisation, @Office, '别的街道', null);
            """,
            new { person.Organisation, person.Office, at = Now },
            transaction));
        await Site.Get<PeopleStore>().AddAsync(person, "hash", mustChangePassword: false, person.Id);
        return person;
    }

    private async Task OpenElsewhereAsync()
    {
        await Site.Get<Database>().WriteAsync((connection, transaction) => connection.ExecuteAsync(
            "update founding set organisation = @Organisation", People['g'], transaction));
        _elsewhere = await Site.StartAsync(change: options => options with { Data = Site.Data });
    }

    private async Task FillAsync()
    {
        string text = SimilarSite.OwnText().Replace("到李家湾", "到××湾", StringComparison.Ordinal)
            .Replace("在李家湾", "在××湾", StringComparison.Ordinal);
        _again = await UploadAsync(SimilarSite.OwnText(year: 2022), "去年.txt", 'a');
        _beside = await UploadAsync(SimilarSite.OtherText(SimilarSite.Shared), "旁边.txt", 'b');
        _statement = await UploadAsync(text, "材料.txt", 'a');
        (await As('a').UploadAsync(
            $"/materials/{_statement.Id}/drafts", "Files", [("下一稿.txt", MaterialSite.Bytes(text + "\n补充一句。"))]))
            .Expect(HttpStatusCode.Redirect);
        await Site.ReadAllAsync(People['a']);
        _nextDraft = (await Site.Get<MaterialStore>().DraftsAsync(_statement))[^1];
        await Site.ReviewAllAsync(People['c']);
        await Site.ReviewAllAsync(People['h']);
        await using var picture = new MemoryStream(await File.ReadAllBytesAsync(Picture()));
        Blob blob = (await Site.Get<BlobStore>().AddAsync(picture, picture.Length))!;
        _picture = new EvidenceFile(blob.Sha256, blob.Size, "image/jpeg", "现场.jpg");
        await using var paper = new MemoryStream(IllustratedPaper.Docx("现场情况", await File.ReadAllBytesAsync(Picture())));
        blob = (await Site.Get<BlobStore>().AddAsync(paper, paper.Length))!;
        _paper = new EvidenceFile(blob.Sha256, blob.Size, MediaTypes.Unknown, "现场.docx");
        await SubmittedAsync();
    }

    private async Task<Material> UploadAsync(string text, string name, char subject)
    {
        (await As('c').UploadAsync(
            "/materials", "Files", [(name, MaterialSite.Bytes(text))],
            ("Office", $"{_town.Id.Value}"), ("Subject", $"{People[subject].Id.Value}"))).Expect(HttpStatusCode.Redirect);
        await Site.ReadAllAsync(People['c']);
        return (await Site.Get<MaterialStore>().ListAsync(People['c'], null, null, 1))[0].Material;
    }

    private async Task<string> MakeAsync(string name) => name switch
    {
        "statement" => $"{_statement.Id}",
        "beside" => $"{_beside.Id}",
        "same-round" => $"{await BesideInRoundAsync()}",
        "next" => $"{_nextDraft.Id}",
        "earlier" => $"{_again.Id}",
        "held" => $"{await HeldAsync()}",
        "passage" => $"start={await PlaceAsync(Passage)}&length={Passage.Length}",
        "sentence" => $"{await PlaceAsync("全年集中学习")}",
        "wording" => await WordingAsync(),
        "person" => $"{(await Site.PersonAsync(Roles.Owner, office: _town.Id)).Id}",
        "office" => $"{(await Site.OfficeAsync("办公室")).Id}",
        "owner" => $"{People['o'].Id.Value}",
        "other" => $"{People['p'].Id.Value}",
        "new-reviewer" => $"{(await Site.PersonAsync(Roles.Verifier)).Id.Value}",
        "reviewer" => $"{People['r'].Id.Value}",
        "town" => $"{_town.Id.Value}",
        "round" => $"{(await SubmittedAsync()).Round}",
        "closed-round" => $"{(await SubmittedAsync(round => round.Close(People['c'], _offices, "", Now))).Round}",
        "in-review" => $"{(await SubmittedAsync(acts: [Comment])).Id}",
        "returned" => $"{(await SubmittedAsync(acts: [Comment, Return])).Id}",
        "answered" => $"{(await SubmittedAsync(acts: [Comment, Return, Answer, Submit])).Id}",
        _ => $"{(await ItemAsync(name)).Id}",
    };

    /// <summary>A material whose reading the clerk has stopped before it began.</summary>
    private async Task<MaterialId> HeldAsync()
    {
        MaterialId id = MaterialId.New();
        await Site.Get<MaterialStore>().AddAsync(
            _beside with { Id = id, Series = id, Title = null, FileName = "停下.txt" });
        await Site.Get<ReadingStore>().HoldAsync(People['c'], id);
        return id;
    }

    private async Task<int> PlaceAsync(string words) =>
        (await Site.Get<MaterialStore>().DocumentAsync(_statement))!.Text.IndexOf(words, StringComparison.Ordinal);

    private async Task<string> WordingAsync()
    {
        WordingStore store = Site.Get<WordingStore>();
        WordingEntry entry = WordingEntry.After(
            null, WordingAct.Allow, $"按规定逐级报告{Guid.CreateVersion7():N}", "统一要求", People['h'].Id, Now);
        await store.AddAsync(People['h'].Organisation, entry);
        return entry.Key;
    }

    /// <summary>A round with the statement in it, given to the reviewer, after these acts.</summary>
    private async Task<Submission> SubmittedAsync(
        Action<RevisionRound>? then = null, params Action<RevisionRound, Submission>[] acts)
    {
        RoundStore store = Site.Get<RoundStore>();
        Person clerk = People['c'];
        var terms = new RoundTerms("审改", 2023, "", Due, NamedOffice.Of(_town));
        RevisionRound round = RevisionRound.Open(RoundId.New(), clerk, terms, Due.AddDays(-30), Now);
        await store.OpenAsync(round, $"{Guid.CreateVersion7()}");
        await store.EnterAsync(
            clerk.Organisation, round.Id, [(_statement, NamedOffice.Of(_town), NamedPerson.Of(People['a']))], [People['r']], clerk,
            _offices, $"{Guid.CreateVersion7()}", Now);
        SubmissionId id = (await Site.Get<RoundListStore>().LinesAsync(clerk, round.Id))[0].Id;
        foreach (Action<RevisionRound, Submission> act in acts)
        {
            await store.ActAsync(clerk.Organisation, id, $"{Guid.CreateVersion7()}", act);
        }

        if (then is not null)
        {
            await store.ActAsync(clerk.Organisation, round.Id, round.Entries.Count, $"{Guid.CreateVersion7()}", then);
        }

        return (await store.FindAsync(clerk.Organisation, id))!;
    }

    /// <summary>The statement beside, in a round in which the reviewer has the other one.</summary>
    private async Task<MaterialId> BesideInRoundAsync()
    {
        RoundId round = (await SubmittedAsync()).Round;
        await Site.Get<RoundStore>().EnterAsync(
            People['c'].Organisation, round, [(_beside, NamedOffice.Of(_town), NamedPerson.Of(People['b']))], [], People['c'],
            _offices, $"{Guid.CreateVersion7()}", Now);
        return _beside.Id;
    }

    private void Comment(RevisionRound round, Submission submission) => submission.Comment(
        round, new QuotedPlace(_statement.Id, new TextSpan(0, 4), "2023", "", "", 1000), "哪一年？", People['r'], _offices, Now);

    private void Return(RevisionRound round, Submission submission) =>
        submission.HandBack(round, Outcome.Return, Due, "", Due, People['r'], _offices, Now);

    private void Answer(RevisionRound round, Submission submission) => submission.Answer(round, 1, "改了", People['a'], _offices, Now);

    private void Submit(RevisionRound round, Submission submission) =>
        submission.Submit(round, _nextDraft, "", People['a'], _offices, Now);

    /// <summary>An item about the author, kept by the town, that has come as far as its name says.</summary>
    private async Task<LedgerItem> ItemAsync(string state)
    {
        LedgerStore store = Site.Get<LedgerStore>();
        Proposal proposal = new()
        {
            Year = 2023,
            Title = "值守不实",
            Text = "夜间抽查无人接听",
            Office = NamedOffice.Of(_town),
            Subject = NamedPerson.Of(People['a']),
        };
        LedgerItemId id = (await store.ProposeManyAsync([proposal], areConfirmed: false, People['c'], $"{Guid.CreateVersion7()}", Now))[0];
        LedgerItem item = (await store.FindAsync(People['c'].Organisation, id))!;
        foreach (Action<LedgerItem> step in Steps(state))
        {
            step(item);
        }

        await store.AppendAsync(item, "");
        return item;
    }

    private Action<LedgerItem>[] Steps(string state) => state switch
    {
        "proposed" => [],
        "confirmed" => [Confirm],
        "planned" => [Confirm, Plan],
        "working" => [Confirm, Plan, Accept],
        "reported" or "alike" => [Confirm, Plan, Accept, Report],
        "verified" => [Confirm, Plan, Accept, Report, Verify],
        "closing" => [Confirm, Plan, Accept, Report, Verify, RequestClosure],
        "closed" => [Confirm, Plan, Accept, Report, Verify, RequestClosure, Close],
        "extending" => [Confirm, Plan, Accept, item => item.RequestExtension(People['o'], Due.AddDays(30), "雨季", Due, Now)],
        "voiding" => [Confirm, Plan, Accept, item => item.RequestVoid(People['o'], "重复", Now)],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Nothing is called so."),
    };

    private void Confirm(LedgerItem item) => item.Confirm(People['c'], "", Now);

    private void Plan(LedgerItem item) => item.Plan(
        People['c'],
        new LedgerPlan
        {
            Office = NamedOffice.Of(_town),
            Owner = NamedPerson.Of(People['o']),
            Due = Due,
            Measures = [new PlannedMeasure("逐库核对", ["有记录"])],
        },
        "",
        Now);

    private void Accept(LedgerItem item) => item.Accept(People['o'], "", Now);

    private void Report(LedgerItem item) => item.Report(
        People['o'], 1, "核对了", [new Evidence { File = _picture }, new Evidence { File = _paper }], Now);

    private void Verify(LedgerItem item) => item.VerifyMeasure(
        People['v'],
        new Verification
        {
            Measure = 1,
            Method = VerificationMethod.Documents,
            Checks = [new CriterionCheck(1, CheckResult.Met, "属实", [1])],
        },
        "",
        Now);

    private void RequestClosure(LedgerItem item) => item.RequestClosure(People['o'], "完成", Now);

    private void Close(LedgerItem item) => item.Close(People['v'], "同意", Now);

    private static string Picture([CallerFilePath] string here = "") => Path.Combine(
        Path.GetDirectoryName(here)!, "..", "..", "Gongxing.Tests", "Documents", "Pictures", "yard.jpg");

    [GeneratedRegex(@"\{([a-z-]+)\}")]
    private static partial Regex Names();
}
