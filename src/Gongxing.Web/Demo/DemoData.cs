using System.Security.Cryptography;
using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage.Blobs;
using Gongxing.Storage.Ledger;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Account;
using Gongxing.Web.Features.Ledger;
using Gongxing.Web.Features.Materials;

namespace Gongxing.Web.Demo;

/// <summary>Fills an empty installation with the worked example: the samples go through the same intake as anybody's files.</summary>
public sealed class DemoData(
    Installation installation,
    PeopleStore people,
    Passwords passwords,
    MaterialIntake intake,
    MaterialStore materials,
    DemoReviews reviews,
    LedgerStore ledger,
    BlobStore blobs,
    DemoRounds rounds,
    LocalDates dates,
    TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Makes the example once; a second start finds it made.</summary>
    /// <param name="folder">Where the samples and <c>demo.json</c> lie.</param>
    /// <param name="passwordFile">Keeps the one password of everybody in the example, which is made up here.</param>
    /// <returns>The password; null when the installation holds something else already.</returns>
    public async Task<string?> EnsureAsync(string folder, string passwordFile, CancellationToken ct)
    {
        if (await installation.OrganisationAsync(ct) is not null)
        {
            return File.Exists(passwordFile) ? await File.ReadAllTextAsync(passwordFile, ct) : null;
        }

        DemoScript script = DemoScript.Read(folder);
        string password = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 10);
        await File.WriteAllTextAsync(passwordFile, password, ct);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(passwordFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await FillAsync(script, folder, password, ct);
        return password;
    }

    private async Task FillAsync(DemoScript script, string folder, string password, CancellationToken ct)
    {
        string hash = await passwords.HashAsync(password, ct);
        Person administrator = await people.FoundAsync(script.Organisation, "admin", "系统管理员", hash, ct);
        var offices = new Dictionary<string, Office>(StringComparer.Ordinal)
        {
            [""] = new(administrator.Organisation, administrator.Office, script.Organisation, null),
        };
        foreach (string name in script.Offices)
        {
            offices[name] = await people.AddOfficeAsync(
                administrator.Organisation, name, administrator.Office, administrator.Id, ct);
        }

        var everybody = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (DemoPerson one in script.People)
        {
            var person = new Person(
                administrator.Organisation, PersonId.New(), one.SignInName, one.Name, offices[one.Office].Id, one.Post, one.Roles, true);
            await people.AddAsync(person, hash, mustChangePassword: false, administrator.Id, ct);
            everybody[one.SignInName] = person;
        }

        await TakeInAsync(script, folder, offices, everybody, ct);
    }

    private async Task TakeInAsync(
        DemoScript script,
        string folder,
        Dictionary<string, Office> offices,
        Dictionary<string, Person> everybody,
        CancellationToken ct)
    {
        Person clerk = everybody["clerk"];
        var taken = new Dictionary<string, Material>(StringComparer.Ordinal);
        foreach (DemoMaterial sample in script.Materials)
        {
            await using FileStream content = File.OpenRead(Path.Combine(folder, sample.File));
            PersonId? subject = sample.Subject is { } name ? everybody[name].Id : null;
            var place = new IntakePlace(offices[sample.Office].Id, subject);
            taken[sample.File] = (await intake.TakeAsync(clerk, sample.File, content, place, ct)).Material!;
        }

        foreach (DemoReview review in script.Reviews)
        {
            Material first = taken[review.File];
            if (await ReadAsync(first, ct))
            {
                await reviews.DecideAsync(review, first, clerk, ct);
                await using FileStream content = File.OpenRead(Path.Combine(folder, review.NextDraft));
                await intake.TakeAsync(clerk, review.NextDraft, content, new IntakePlace(first.Office, first.Subject, first.Series), ct);
            }
        }

        foreach (DemoItems items in script.Ledger.Items)
        {
            Material material = taken[items.File];
            if (await ReadAsync(material, ct))
            {
                Office office = offices.Values.First(office => office.Id == material.Office);
                await WorkAsync(script.Ledger, items, folder, material, office, everybody, ct);
            }
        }

        foreach (DemoStatement statement in script.Round.Statements)
        {
            await ReadAsync(taken[statement.File], ct);
        }

        await rounds.FillAsync(script.Round, taken, new OfficeTree(offices.Values), everybody, ct);
    }

    /// <summary>Waits until the job has read the material the items come from.</summary>
    private async Task<bool> ReadAsync(Material material, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200), clock);
        for (DateTimeOffset end = clock.GetUtcNow() + Patience; clock.GetUtcNow() < end && await timer.WaitForNextTickAsync(ct);)
        {
            switch ((await materials.FindAsync(material.Organisation, material.Id, ct))?.State)
            {
                case MaterialState.Read:
                    return true;
                case MaterialState.Unreadable or MaterialState.Stopped:
                    return false;
            }
        }

        return false;
    }

    private async Task WorkAsync(
        DemoLedger words,
        DemoItems items,
        string folder,
        Material material,
        Office office,
        Dictionary<string, Person> everybody,
        CancellationToken ct)
    {
        StructureRevision structure = (await materials.StructureAsync(material, ct: ct))!;
        DateTimeOffset now = items.On is { } on
            ? new DateTimeOffset(on, new TimeOnly(8, 0), TimeSpan.Zero)
            : clock.GetUtcNow();
        var subject = material.Subject is { } id ? everybody.Values.First(person => person.Id == id) : null;
        LedgerDryRun dryRun = LedgerDryRun.Of(
            structure.Statement,
            (await materials.DocumentAsync(material, ct))!,
            material.Id,
            structure.Number,
            structure.Statement.Year ?? dates.Today.Year,
            NamedOffice.Of(office),
            subject is null ? null : NamedPerson.Of(subject),
            []);
        IReadOnlyList<LedgerItemId> made = await ledger.ProposeManyAsync(
            dryRun.Proposals, areConfirmed: false, everybody["clerk"], $"demo/{items.File}", now.AddDays(-90), ct);
        var work = new DemoWork(words, everybody, items.On ?? dates.Today, now);
        foreach ((LedgerItemId item, DemoStage stage) in made.Zip(items.Stages))
        {
            LedgerItem found = (await ledger.FindAsync(material.Organisation, item, ct))!;
            work.Bring(found, stage, stage.Evidence is { } name ? await EvidenceAsync(Path.Combine(folder, name), ct) : null);
            if (found.Unstored.Count > 0)
            {
                await ledger.AppendAsync(found, "", ct);
            }
        }
    }

    private async Task<EvidenceFile> EvidenceAsync(string path, CancellationToken ct)
    {
        await using FileStream content = File.OpenRead(path);
        return await EvidenceForm.StoreAsync(blobs, content, Path.GetFileName(path), ct);
    }
}
