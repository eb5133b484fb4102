using Gongxing.Core;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Statements;
using Gongxing.Storage.Materials;
using Gongxing.Text;

namespace Gongxing.Tests.Storage.Materials;

public abstract class MaterialStoreTests(TestServer server) : MaterialTests(server)
{
    [Fact]
    public async Task A_material_is_found_as_added_and_in_no_other_organisation()
    {
        Material material = NewMaterial(Clerk, subject: Administrator.Id);

        await Materials.AddAsync(material);

        Assert.Equal(material, await Materials.FindAsync(Organisation, material.Id));
        Assert.Null(await Materials.FindAsync(OrganisationId.New(), material.Id));
        Assert.Null(await Materials.DocumentAsync(material));
        Assert.Null(await Materials.StructureAsync(material));
    }

    [Fact]
    public async Task What_somebody_uploaded_within_a_day_before_is_counted_and_nobody_elses()
    {
        Person other = await AddPersonAsync("旁人", Roles.Clerk);
        await Materials.AddAsync(NewMaterial(Clerk));
        Clock.Advance(TimeSpan.FromHours(10));
        Material second = await Materials.AddAsync(NewMaterial(Clerk));
        await Materials.AddAsync(NewMaterial(other));
        Clock.Advance(TimeSpan.FromHours(15));
        Material third = await Materials.AddAsync(NewMaterial(Clerk));

        Assert.Equal(1, await Materials.CountBeforeAsync(second, TimeSpan.FromDays(1)));
        Assert.Equal(1, await Materials.CountBeforeAsync(third, TimeSpan.FromDays(1)));
        Assert.Equal(2, await Materials.CountBeforeAsync(third, TimeSpan.FromDays(2)));
    }

    [Fact]
    public async Task Text_and_structure_come_back_as_they_went_in()
    {
        var document = new Document(
            "一、标题\n单元格\n",
            [
                new Paragraph(new TextSpan(0, 4), ParagraphKind.Heading) { HeadingLevel = 1, NumberingLength = 2 },
                new Paragraph(new TextSpan(5, 3), ParagraphKind.TableCell) { Cell = new TableCell(0, 1, 2, true) },
            ],
            DocumentFormat.Docx,
            "",
            ["页眉"],
            ["有一处图片没有读"]);
        Statement statement = NewStatement();

        Material read = await AddReadAsync(NewMaterial(Clerk), document, statement);

        Assert.Equal((MaterialState.Read, "对照检查材料"), (read.State, read.Title));
        Assert.Equivalent(document, await Materials.DocumentAsync(read), strict: true);
        StructureRevision first = (await Materials.StructureAsync(read))!;
        Assert.Equivalent(statement, first.Statement, strict: true);
        Assert.Equal((1, null, Clock.GetUtcNow()), (first.Number, first.By, first.At));
    }

    [Fact]
    public async Task Of_two_corrections_of_one_revision_the_second_is_refused_and_nothing_is_lost()
    {
        Material material = await AddReadAsync();
        StructureRevision first = (await Materials.StructureAsync(material))!;

        Task[] corrections =
        [
            .. Enumerable.Range(0, 8).Select(i => Materials.ReviseAsync(
                material, first with { Number = 2, By = Clerk.Id, Change = $"{i}", At = Clock.GetUtcNow() })),
        ];
        await Assert.ThrowsAsync<RefusedException>(() => Task.WhenAll(corrections));

        Assert.Equal(1, corrections.Count(task => task.IsCompletedSuccessfully));
        Assert.All(
            corrections.Where(task => task.IsFaulted),
            task => Assert.Equal(Refusal.SomebodyWasFirst, Assert.IsType<RefusedException>(task.Exception!.InnerException).Reason));
        Assert.Equal([2, 1], (await Materials.RevisionsAsync(material)).Select(revision => revision.Number));
        Assert.Equal(2, (await Materials.StructureAsync(material))!.Number);
        Assert.Equal(1, (await Materials.StructureAsync(material, 1))!.Number);
        Assert.Null(await Materials.StructureAsync(material, 3));
    }

    [Fact]
    public async Task A_list_shows_the_counts_of_the_structure_in_force()
    {
        Material material = await AddReadAsync();
        StructureRevision first = (await Materials.StructureAsync(material))!;

        await Materials.ReviseAsync(
            material, first with { Number = 2, By = Clerk.Id, Change = "合并", Statement = first.Statement with { Causes = [] } });

        MaterialLine line = Assert.Single(await Materials.ListAsync(Clerk, null, null, 50));
        Assert.Equal((33, 1, 0, 1), (line.Characters, line.Findings, line.Causes, line.Measures));
    }

    [Fact]
    public async Task Of_each_material_the_newest_draft_that_was_read_is_told()
    {
        Material first = await AddReadAsync();
        Material second = await AddReadAsync(
            NewMaterial(Clerk) with { Series = first.Series }, Document.FromText(Text), NewStatement());
        Material other = await AddReadAsync();
        await Materials.AddAsync(NewMaterial(Clerk) with { Series = first.Series });

        Assert.Equal([(first.Series, second.Id), (other.Series, other.Id)], await Materials.NewestReadAsync(Organisation));
        Assert.Empty(await Materials.NewestReadAsync(OrganisationId.New()));
    }

    [Fact]
    public async Task A_list_goes_on_where_the_page_before_ended()
    {
        var added = new List<MaterialId>();
        for (int i = 0; i < 5; i++)
        {
            added.Add((await Materials.AddAsync(NewMaterial(Clerk))).Id);
        }

        IReadOnlyList<MaterialLine> first = await Materials.ListAsync(Clerk, MaterialState.Waiting, null, 3);
        IReadOnlyList<MaterialLine> rest = await Materials.ListAsync(Clerk, MaterialState.Waiting, first[^1].Material.Id, 3);

        Assert.Equal(added.OrderDescending(ById), first.Concat(rest).Select(line => line.Material.Id));
        Assert.Empty(await Materials.ListAsync(Clerk, MaterialState.Read, null, 3));
        Assert.Equal(5, (await Materials.CountAsync(Clerk))[MaterialState.Waiting]);
    }

    [Fact]
    public async Task Drafts_of_a_series_are_numbered()
    {
        Material first = await Materials.AddAsync(NewMaterial(Clerk));

        Material second = await Materials.AddAsync(NewMaterial(Clerk) with { Series = first.Series });

        Assert.Equal((1, 2), (first.Draft, second.Draft));
        Assert.Equal([first, second], await Materials.DraftsAsync(second));
    }

    [Fact]
    public async Task Of_a_file_uploaded_many_times_at_once_one_is_kept_and_all_are_told_which()
    {
        Material[] kept = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Materials.AddUnlessSameAsync(Clerk, NewMaterial(Clerk))));

        Material one = Assert.Single(kept.Distinct());
        Assert.Equal([one], (await Materials.ListAsync(Clerk, null, null, 10)).Select(line => line.Material));
    }

    [Fact]
    public async Task A_file_that_somebody_else_keeps_out_of_sight_is_no_hindrance()
    {
        Person author = await AddPersonAsync("撰写人", Roles.Author);
        await Materials.AddAsync(NewMaterial(Clerk));
        Material own = NewMaterial(author);

        Assert.Equal(own.Id, (await Materials.AddUnlessSameAsync(author, own)).Id);
        Assert.Equal(own.Id, (await Materials.AddUnlessSameAsync(author, NewMaterial(author))).Id);
    }

    [Fact]
    public async Task A_material_goes_with_its_text_unless_something_rests_on_it()
    {
        Material first = await AddReadAsync();
        Material second = await Materials.AddAsync(NewMaterial(Clerk) with { Series = first.Series });

        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(
            () => Materials.RemoveAsync(first, Clock.GetUtcNow()));
        Assert.Equal(Refusal.InUse, refused.Reason);
        Assert.NotNull(await Materials.DocumentAsync(first));

        await Materials.RemoveAsync(second, Clock.GetUtcNow());
        await Materials.RemoveAsync(first, Clock.GetUtcNow());
        Assert.Null(await Materials.FindAsync(Organisation, first.Id));
        Assert.Null(await Materials.DocumentAsync(first));
    }

    [Fact]
    public async Task Lists_show_exactly_what_the_rule_lets_somebody_read()
    {
        Office town = await AddOfficeAsync("镇");
        Office village = await AddOfficeAsync("村", town.Id);
        Office bureau = await AddOfficeAsync("局");
        OfficeId[] offices = [Administrator.Office, town.Id, village.Id, bureau.Id];
        Roles[] roles = [Roles.Clerk, Roles.Author, Roles.Owner, Roles.Verifier, Roles.Head, Roles.Clerk | Roles.Head];
        var people = new List<Person> { Administrator };
        foreach ((OfficeId office, Roles role) in offices.SelectMany(office => roles.Select(role => (office, role))))
        {
            people.Add(await AddPersonAsync($"{people.Count}", role, office));
        }

        Person gone = await AddPersonAsync("离职", Roles.Head);
        await People.ChangeAsync(gone with { IsActive = false }, Administrator.Id);
        people.Add(gone with { IsActive = false });
        var all = new List<Material>();
        for (int i = 0; i < 40; i++)
        {
            PersonId? subject = i % 3 == 0 ? null : people[i * 7 % people.Count].Id;
            all.Add(await Materials.AddAsync(NewMaterial(people[i * 5 % people.Count], offices[i % 4], subject)));
        }

        var tree = new OfficeTree(await People.OfficesAsync(Organisation));
        foreach (Person reader in people)
        {
            IEnumerable<MaterialId> listed = (await Materials.ListAsync(reader, null, null, 100)).Select(line => line.Material.Id);

            Assert.Equal(
                all.Where(material => material.WhyNotRead(reader, tree) is null).Select(material => material.Id).OrderDescending(ById),
                listed);
        }
    }

    private static Comparer<MaterialId> ById { get; } =
        Comparer<MaterialId>.Create((a, b) => string.CompareOrdinal($"{a}", $"{b}"));
}

public sealed class SqliteMaterialStoreTests() : MaterialStoreTests(TestServer.Sqlite);

public sealed class PostgresMaterialStoreTests() : MaterialStoreTests(TestServer.Postgres);
