using System.Net;
using System.Text;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Web.Tests.Features.Materials;
using static Gongxing.Web.Tests.Features.Ledger.ReportedItem;

namespace Gongxing.Web.Tests.Features.Ledger;

/// <summary>An item from the finding to the striking-off, by people who fill in the forms, on both databases.</summary>
public class LoopTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_finding_becomes_a_deed_that_somebody_else_has_checked(bool onPostgres)
    {
        await using Site site = onPostgres ? await PostgresSite.StartAsync() : await Site.StartAsync();
        Office office = await site.OfficeAsync("项目办");
        Person clerk = await site.PersonAsync(Roles.Clerk, "经办甲", office.Id);
        Person owner = await site.PersonAsync(Roles.Owner, "责任人乙", office.Id);
        Person verifier = await site.PersonAsync(Roles.Verifier, "核验人丙");
        Browser asClerk = site.SignedInAs(clerk), asOwner = site.SignedInAs(owner), asVerifier = site.SignedInAs(verifier);

        string item = (await asClerk.FillInAsync(
            "/ledger/new", ("FindingTitle", "重点项目落地难"), ("Text", "4个项目会后无人跟踪"), ("Office", $"{office.Id.Value}"))).Location!;
        await DoneAsync(asClerk.FillInAsync($"{item}/confirmation", ("Note", "属实")));
        await DoneAsync(PlanAsync(asClerk, item, office, owner));
        await DoneAsync(asOwner.FillInAsync($"{item}/acceptance", ("Note", "")));
        await DoneAsync(asOwner.UploadAsync(
            $"{item}/measures/1/report", "Evidence.Files", [("../开工令.pdf", "%PDF-1.4 开工令"u8.ToArray())], ("Note", "4个项目均已开工")));
        await DoneAsync(VerifyAsync(asVerifier, item));
        await DoneAsync(asOwner.FillInAsync($"{item}/closure-request", ("Note", "全部完成")));
        await DoneAsync(asVerifier.FillInAsync($"{item}/closure", ("Note", "现场看过，同意")));

        LedgerItem closed = await site.ItemAsync(clerk, item);
        Assert.Equal(LedgerState.Closed, closed.State);
        Assert.Equal(
            [
                LedgerAct.Propose, LedgerAct.Confirm, LedgerAct.Plan, LedgerAct.Accept, LedgerAct.Report,
                LedgerAct.VerifyMeasure, LedgerAct.RequestClosure, LedgerAct.Close,
            ],
            closed.Entries.Select(entry => entry.Act));
        EvidenceFile file = closed.Measures[0].Evidence[0].Evidence.File!;
        Assert.Equal(("开工令.pdf", "application/pdf"), (file.Name, file.MediaType));

        await DoneAsync(asVerifier.FillInAsync(
            $"{item}/reopening", ("Note", "2号项目又停工"), ("Due", "2099-12-31"), ("Redo", "1")));
        Assert.Equal(LedgerState.Reopened, (await site.ItemAsync(clerk, item)).State);
        Assert.Contains("重新挂号", (await asClerk.GetAsync(item)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_cannot_verify_by_page_by_forged_form_or_by_replaying_somebody_elses()
    {
        await using Site site = await Site.StartAsync();
        (string item, Person clerk, Person owner, Person verifier) = await ReportedAsync(site);
        Person ownerWhoVerifies = owner with { Roles = Roles.Owner | Roles.Verifier };
        await site.Get<Gongxing.Storage.People.PeopleStore>().ChangeAsync(ownerWhoVerifies, (await site.AdministratorAsync()).Id);
        Browser asOwner = site.SignedInAs(ownerWhoVerifies);
        string url = $"{item}/measures/1/verification";

        Page page = await asOwner.GetAsync(url);
        Page theirs = await site.SignedInAs(verifier).GetAsync(url);
        Page forged = await asOwner.PostAsync(url, [.. Verification(page.Token), ("Seen", "5"), ("Form", "forged")]);
        Page replayed = await asOwner.PostAsync(url, [.. Verification(theirs.Token), ("Seen", "5"), ("Form", "replayed")]);

        Assert.Equal("核验 – 躬行", page.Title);
        Assert.Equal("备注 – 躬行", (await asOwner.GetAsync($"{item}/note")).Title);
        Assert.Empty(page.All("form input[type=radio]"));
        Assert.Equal(HttpStatusCode.Conflict, forged.Status);
        Assert.Equal(["这一步没有办成"], forged.All(".summary h2"));
        Assert.Equal(forged.Errors, forged.All("main li"));
        Assert.Equal(HttpStatusCode.BadRequest, replayed.Status);
        Assert.Equal(MeasureState.Reported, (await site.ItemAsync(clerk, item)).Measures[0].State);
    }

    [Fact]
    public async Task Every_page_of_an_act_leads_back_to_the_item()
    {
        await using Site site = await Site.StartAsync();
        (string item, Person clerk, _, Person verifier) = await ReportedAsync(site);
        string number = (await site.ItemAsync(clerk, item)).Number;
        string[] acts =
        [
            "confirmation", "plan", "acceptance", "closure-request", "closure", "reopening", "extension", "voiding",
            "extension-request", "measure-addition", "handover", "void-request", "note", "measures/1/report",
            "measures/1/verification", "measures/1/evidence", "measures/1/cancellation", "measures/1/evidence/1/withdrawal",
            "measures/1/criteria/1/amendment",
        ];

        foreach (string act in acts)
        {
            Page page = await site.SignedInAs(verifier).GetAsync($"{item}/{act}");

            Assert.Equal(["工作台", "整改台账", number], page.All(".crumbs a"));
        }
    }

    [Fact]
    public async Task An_administrator_is_nobody_an_item_can_be_about()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk, "经办甲");
        Person administrator = await site.AdministratorAsync();
        Browser browser = site.SignedInAs(clerk);

        Page form = await browser.GetAsync("/ledger/new");
        Page made = await browser.FillInAsync(
            "/ledger/new", ("FindingTitle", "落地难"), ("Text", "无人跟踪"), ("Subject", $"{administrator.Id.Value}"));

        Assert.Empty(form.All($"option[value='{administrator.Id.Value}']"));
        Assert.Single(form.All($"option[value='{clerk.Id.Value}']"));
        Assert.Null((await site.ItemAsync(clerk, made.Location!)).Subject);
    }

    [Fact]
    public async Task Evidence_that_is_not_there_cannot_be_withdrawn_and_the_page_says_so()
    {
        await using Site site = await Site.StartAsync();
        (string item, _, Person owner, _) = await ReportedAsync(site);

        Page page = await site.SignedInAs(owner).GetAsync($"{item}/measures/1/evidence/99/withdrawal");

        Assert.Contains("没有这", page.Text, StringComparison.Ordinal);
        Assert.Contains(item, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verifier_who_keeps_another_office_changes_nothing_here()
    {
        await using Site site = await Site.StartAsync();
        (string item, Person clerk, _, _) = await ReportedAsync(site);
        Office beside = await site.OfficeAsync("督查室");
        Person other = await site.PersonAsync(Roles.Clerk | Roles.Head | Roles.Verifier, "督查员丁", beside.Id);
        Browser browser = site.SignedInAs(other);
        LedgerItem before = await site.ItemAsync(clerk, item);

        Page seen = await browser.GetAsync(item);
        Page handed = await browser.PostAsync(
            $"{item}/handover",
            ("__RequestVerificationToken", seen.Token), ("Seen", $"{before.Entries.Count}"), ("Form", "forged"),
            ("Owner", $"{other.Id}"), ("Office", $"{beside.Id}"), ("Note", "我来"));

        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.DoesNotContain($"{item}/handover", seen.Html, StringComparison.Ordinal);
        Assert.Contains($"{item}/measures/1/verification", seen.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, handed.Status);
        Assert.Equal(before.Entries.Count, (await site.ItemAsync(clerk, item)).Entries.Count);
    }

    [Fact]
    public async Task The_second_of_two_who_act_on_the_same_state_is_refused_and_told_what_happened()
    {
        await using Site site = await Site.StartAsync();
        (string item, Person clerk, _, Person verifier) = await ReportedAsync(site);
        Person head = await site.PersonAsync(Roles.Verifier, "核验人丁");
        Browser first = site.SignedInAs(verifier), second = site.SignedInAs(head);
        string url = $"{item}/measures/1/verification";

        Page drawn = await second.GetAsync(url);
        await DoneAsync(VerifyAsync(first, item));
        Page late = await second.PostAsync($"{url}?handler=Return", ("__RequestVerificationToken", drawn.Token), ("Seen", "5"), ("Form", "x"), ("Note", "缺验收单"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("核验人丙", late.Text, StringComparison.Ordinal);
        Assert.Equal(MeasureState.Verified, (await site.ItemAsync(clerk, item)).Measures[0].State);
    }

    [Fact]
    public async Task Who_verifies_second_is_told_that_it_is_done_and_nothing_that_is_not_so()
    {
        await using Site site = await Site.StartAsync();
        (string item, _, _, Person verifier) = await ReportedAsync(site);
        Browser second = site.SignedInAs(await site.PersonAsync(Roles.Verifier, "核验人丁"));
        string url = $"{item}/measures/1/verification";

        Page drawn = await second.GetAsync(url);
        await DoneAsync(VerifyAsync(site.SignedInAs(verifier), item));
        Page late = await second.PostAsync(url, [.. Verification(drawn.Token), ("Seen", "5"), ("Form", "x")]);
        Page again = await second.GetAsync(url);

        Assert.Equal(["已有人先办了这件事，请刷新后再看。"], late.Errors);
        Assert.Contains("已经有人核验通过", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("还没有报结", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_verification_lacks_is_said_at_the_standard_that_lacks_it()
    {
        await using Site site = await Site.StartAsync();
        (string item, _, _, Person verifier) = await ReportedAsync(site);

        Page page = await site.SignedInAs(verifier).FillInAsync(
            $"{item}/measures/1/verification", ("Checks[1].Result", "Met"), ("Note", "抽查属实"));

        Assert.Equal(
            ["标准 1：请选择核验结果。", "标准 2：请勾选看过的佐证，或写明您看到了什么、问了谁。"], page.Errors);
        Assert.Equal(["#Checks_0__Result", "#Checks_1__Note"], page.Document.QuerySelectorAll(".summary a").Select(link => link.GetAttribute("href")));
        Assert.All(page.Document.QuerySelectorAll(".summary a"), link => Assert.NotNull(page.Document.QuerySelector(link.GetAttribute("href")!)));
        Assert.Contains("请选择核验结果", page.Document.QuerySelector("#Checks_0__Result")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_has_passed_is_taken_and_pointed_out()
    {
        await using Site site = await Site.StartAsync();
        Office office = await site.OfficeAsync("项目办");
        Person owner = await site.PersonAsync(Roles.Owner, "责任人乙", office.Id);
        Browser clerk = site.SignedInAs(await site.PersonAsync(Roles.Clerk, "经办甲", office.Id));
        string item = (await clerk.FillInAsync(
            "/ledger/new", ("FindingTitle", "重点项目落地难"), ("Text", "4个项目会后无人跟踪"), ("Office", $"{office.Id.Value}"))).Location!;
        await DoneAsync(clerk.FillInAsync($"{item}/confirmation", ("Note", "")));

        Page planned = await clerk.FollowAsync(await PlanAsync(clerk, item, office, owner, "2020-06-30"));

        Assert.Contains("完成时限 2020年6月30日 已经过去", planned.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_acts_once()
    {
        await using Site site = await Site.StartAsync();
        (string item, Person clerk, Person owner, _) = await ReportedAsync(site);
        Browser asOwner = site.SignedInAs(owner);
        Page drawn = await asOwner.GetAsync($"{item}/note");
        string form = drawn.Document.QuerySelector("input[name=Form]")!.GetAttribute("value")!;
        (string, string)[] fields = [("__RequestVerificationToken", drawn.Token), ("Seen", "5"), ("Form", form), ("Note", "记一笔")];

        Page once = await asOwner.PostAsync($"{item}/note", fields);
        Page twice = await asOwner.PostAsync($"{item}/note", fields);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (once.Status, twice.Status));
        Assert.Equal(6, (await site.ItemAsync(clerk, item)).Entries.Count);
    }

    [Fact]
    public async Task Who_may_not_see_an_item_is_told_it_is_not_there()
    {
        await using Site site = await Site.StartAsync();
        (string item, _, _, _) = await ReportedAsync(site);
        Office other = await site.OfficeAsync("文化站");

        foreach (Roles role in new[] { Roles.Clerk, Roles.Author, Roles.Owner, Roles.Head })
        {
            Browser stranger = site.SignedInAs(await site.PersonAsync(role, office: other.Id));

            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(item)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{item}/evidence/1")).Status);
            Assert.DoesNotContain("重点项目", (await stranger.GetAsync("/ledger")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Evidence_with_a_secrecy_mark_or_a_personal_number_is_stopped_and_nothing_of_the_form_is_kept()
    {
        await using Site site = await Site.StartAsync();
        (string item, Person clerk, Person owner, _) = await ReportedAsync(site);
        string url = $"{item}/measures/1/evidence";
        byte[] good = "调度记录四次。"u8.ToArray();
        byte[] numbered = "调度记录。\n联系人手机13700002468。"u8.ToArray();
        byte[] secret = "机密★1年\n关于项目的会议纪要"u8.ToArray();

        Page page = await site.SignedInAs(owner).UploadAsync(
            url, "Evidence.Files", [("记录.txt", good), ("名单.txt", numbered), ("纪要.txt", secret)], ("Note", "补四次记录"));

        Assert.Equal(2, page.Expect(HttpStatusCode.OK).Errors.Length);
        Assert.StartsWith(
            "“名单.txt”里有不能放在这里的内容，没有收下，一份也没有保存：第2段 手机号码“13*******68”",
            page.Errors[0], StringComparison.Ordinal);
        Assert.StartsWith("“纪要.txt”里有不能放在这里的内容", page.Errors[1], StringComparison.Ordinal);
        Assert.Equal("补四次记录", page.Document.QuerySelector("textarea[name=Note]")!.TextContent.Trim());
        Assert.Single((await site.ItemAsync(clerk, item)).Measures[0].Evidence);
        StoppedTests.AssertNowhere(site, "13700002468");
        StoppedTests.AssertNowhere(site, "调度记录四次");
    }

    [Fact]
    public async Task Evidence_that_has_no_text_to_be_read_is_taken_as_it_is()
    {
        await using Site site = await Site.StartAsync();
        (string item, Person clerk, Person owner, _) = await ReportedAsync(site);

        await DoneAsync(site.SignedInAs(owner).UploadAsync(
            $"{item}/measures/1/evidence", "Evidence.Files",
            [("照片.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]), ("扫描.pdf", "%PDF-1.4 坏"u8.ToArray())], ("Note", "照片")));

        Assert.Equal(3, (await site.ItemAsync(clerk, item)).Measures[0].Evidence.Count);
    }

    [Fact]
    public async Task A_program_or_a_script_is_no_evidence_whatever_it_is_called()
    {
        await using Site site = await Site.StartAsync();
        (string item, Person clerk, Person owner, _) = await ReportedAsync(site);

        Page page = await site.SignedInAs(owner).UploadAsync(
            $"{item}/measures/1/evidence",
            "Evidence.Files",
            [
                ("记录.txt", "MZ是苗族的代号。"u8.ToArray()), ("照片.jpg", [(byte)'M', (byte)'Z', 0x90, 0, 3, 0]),
                ("台账.xlsx.EXE", "空"u8.ToArray()), ("清单.txt", "#!/bin/sh\nrm -r /"u8.ToArray()), ("汇总.vbs ", "MsgBox 1"u8.ToArray()),
            ],
            ("Note", "补记录"));

        Assert.Equal(4, page.Expect(HttpStatusCode.OK).Errors.Length);
        Assert.StartsWith("“照片.jpg”是程序或脚本，没有收下，一份也没有保存。可以收图片", page.Errors[0], StringComparison.Ordinal);
        Assert.Single((await site.ItemAsync(clerk, item)).Measures[0].Evidence);
    }

    [Fact]
    public async Task A_picture_is_shown_to_whoever_may_see_the_item_and_nothing_else_is()
    {
        await using Site site = await Site.StartAsync();
        byte[] picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2];
        (string item, _, Person owner, Person verifier) = await ReportedAsync(site, ("现场.png", picture));
        byte[] drawing = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray();
        await DoneAsync(site.SignedInAs(owner).UploadAsync(
            $"{item}/measures/1/evidence", "Evidence.Files", [("图.png", drawing)], ("Note", "图")));
        Browser asVerifier = site.SignedInAs(verifier);

        Page page = await asVerifier.GetAsync(item);
        Page shown = await asVerifier.GetAsync($"{item}/evidence/1/picture");
        Page stranger = await site.SignedInAs(await site.PersonAsync(Roles.Owner)).GetAsync($"{item}/evidence/1/picture");

        Assert.Equal($"{item}/evidence/1/picture", Assert.Single(page.Document.QuerySelectorAll("main img")).GetAttribute("src"));
        Assert.Equal("image/png", shown.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", shown.Response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(picture, shown.Body);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await asVerifier.GetAsync($"{item}/evidence/2/picture")).Status);
    }

    [Fact]
    public async Task Evidence_comes_back_as_a_download_whatever_it_is()
    {
        await using Site site = await Site.StartAsync();
        (string item, _, _, Person verifier) = await ReportedAsync(site, ("页面.html", "<script>alert(1)</script>"u8.ToArray()));

        Page file = await site.SignedInAs(verifier).GetAsync($"{item}/evidence/1");

        Assert.Equal("application/octet-stream", file.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", file.Response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("<script>alert(1)</script>", Encoding.UTF8.GetString(file.Body));
    }

    [Fact]
    public async Task The_workbench_says_how_many_things_wait_and_for_whom()
    {
        await using Site site = await Site.StartAsync();
        (string item, _, Person owner, Person verifier) = await ReportedAsync(site);
        Browser asVerifier = site.SignedInAs(verifier), asOwner = site.SignedInAs(owner);

        Page ofVerifier = await asVerifier.GetAsync("/");
        Page reported = await asOwner.GetAsync("/");
        Page form = await asVerifier.GetAsync($"{item}/measures/1/verification");
        await DoneAsync(asVerifier.PostAsync(
            $"{item}/measures/1/verification?handler=Return",
            ("__RequestVerificationToken", form.Token), ("Seen", "5"), ("Form", "x"), ("Note", "缺验收单")));
        Page returned = await asOwner.GetAsync("/");

        Assert.Contains("今天有 1 件事等您办", ofVerifier.Text, StringComparison.Ordinal);
        Assert.Contains("等您核验（1）", ofVerifier.Text, StringComparison.Ordinal);
        Assert.Contains("今天没有要办的事", reported.Text, StringComparison.Ordinal);
        Assert.Contains("马上要办（1）", returned.Text, StringComparison.Ordinal);
    }

    private static Task<Page> VerifyAsync(Browser verifier, string item) => verifier.FillInAsync(
        $"{item}/measures/1/verification",
        ("Checks[0].Result", "Met"), ("Checks[0].Evidence", "1"),
        ("Checks[1].Result", "Partly"), ("Checks[1].Note", "缺一周记录"),
        ("Note", "抽查属实"));

    private static (string, string)[] Verification(string token) =>
    [
        ("__RequestVerificationToken", token), ("Method", "Documents"), ("Note", "属实"),
        ("Checks[0].Criterion", "1"), ("Checks[0].Result", "Met"), ("Checks[0].Evidence", "1"),
        ("Checks[1].Criterion", "2"), ("Checks[1].Result", "Met"), ("Checks[1].Evidence", "1"),
    ];
}
