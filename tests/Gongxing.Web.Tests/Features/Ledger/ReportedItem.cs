using System.Net;
using Gongxing.Core.People;

namespace Gongxing.Web.Tests.Features.Ledger;

/// <summary>An item as it comes to whoever verifies it: planned, accepted and reported, by people who fill in the forms.</summary>
internal static class ReportedItem
{
    public static async Task<(string Item, Person Clerk, Person Owner, Person Verifier)> ReportedAsync(
        Site site, params (string Name, byte[] Content)[] files)
    {
        Office office = await site.OfficeAsync("项目办");
        Person clerk = await site.PersonAsync(Roles.Clerk, "经办甲", office.Id);
        Person owner = await site.PersonAsync(Roles.Owner, "责任人乙", office.Id);
        Person verifier = await site.PersonAsync(Roles.Verifier, "核验人丙");
        Browser asClerk = site.SignedInAs(clerk), asOwner = site.SignedInAs(owner);
        string item = (await asClerk.FillInAsync(
            "/ledger/new", ("FindingTitle", "重点项目落地难"), ("Text", "4个项目会后无人跟踪"), ("Office", $"{office.Id.Value}"))).Location!;
        await DoneAsync(asClerk.FillInAsync($"{item}/confirmation", ("Note", "")));
        await DoneAsync(PlanAsync(asClerk, item, office, owner));
        await DoneAsync(asOwner.FillInAsync($"{item}/acceptance", ("Note", "")));
        (string, byte[])[] evidence = files.Length > 0 ? files : [("记录.txt", "开工记录"u8.ToArray())];
        await DoneAsync(asOwner.UploadAsync($"{item}/measures/1/report", "Evidence.Files", evidence, ("Note", "已开工")));
        return (item, clerk, owner, verifier);
    }

    public static Task<Page> PlanAsync(Browser clerk, string item, Office office, Person owner, string due = "2099-06-30") => clerk.FillInAsync(
        $"{item}/plan",
        ("Plan.Office", $"{office.Id.Value}"),
        ("Plan.Owner", $"{owner.Id.Value}"),
        ("Plan.Due", due),
        ("Plan.Measures[0].Text", "一个项目一个专班"),
        ("Plan.Measures[0].Criteria", "4个项目全部开工\n每周调度一次有记录"));

    public static async Task DoneAsync(Task<Page> act)
    {
        Page page = await act;
        Assert.True(page.Status == HttpStatusCode.Redirect, $"{page.Status}: {string.Join('；', page.Errors)}\n{page.Text}");
    }
}
