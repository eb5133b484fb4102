using Gongxing.Core.Ledger;
using Gongxing.Core.People;

namespace Gongxing.Tests.Core.Ledger;

/// <summary>The people of the ledger tests, and an item brought as far as a test needs it.</summary>
public sealed class Cast
{
    public static readonly DateTimeOffset Monday = new(2024, 3, 4, 1, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2024, 3, 4);
    public static readonly DateOnly Due = new(2024, 3, 31);

    public Cast()
    {
        Office = new Office(Organisation, OfficeId.New(), "综合办", null);
        Clerk = Somebody("经办人甲", Roles.Clerk);
        Subject = Somebody("撰写人乙", Roles.Author);
        Owner = Somebody("责任人丙", Roles.Owner);
        Helper = Somebody("协办人丁", Roles.Owner);
        Lead = Somebody("牵头人戊", Roles.Head);
        Head = Somebody("领导己", Roles.Head);
        Verifier = Somebody("核验人庚", Roles.Verifier);
        Closer = Somebody("核验人辛", Roles.Verifier);
        Administrator = Somebody("管理员壬", Roles.Administrator);
    }

    public OrganisationId Organisation { get; } = OrganisationId.New();
    public Office Office { get; }
    public Person Clerk { get; }
    public Person Subject { get; }
    public Person Owner { get; }
    public Person Helper { get; }
    public Person Lead { get; }
    public Person Head { get; }
    public Person Verifier { get; }
    public Person Closer { get; }
    public Person Administrator { get; }

    public static Evidence File { get; } = new()
    {
        File = new EvidenceFile(new string('a', 64), 2048, "image/jpeg", "走访照片.jpg"),
        Caption = "走访照片",
    };

    public static Evidence Minutes { get; } = new() { Reference = new EvidenceReference("综办〔2024〕3号", null, "档案室") };

    public Person Somebody(string name, Roles roles) =>
        new(Organisation, PersonId.New(), name, name, Office.Id, "", roles, IsActive: true);

    public Proposal Proposal(string title = "下乡调研次数少") => new()
    {
        Year = 2023,
        Serial = 7,
        Title = title,
        Text = "下乡调研次数少，与群众聊家常少。",
        Aspect = "工作作风",
        Subject = NamedPerson.Of(Subject),
        Office = NamedOffice.Of(Office),
        Causes = [new ProposedCause("宗旨意识不够牢", null)],
        Measures = [new ProposedMeasure("每月蹲点调研不少于2天", null)],
    };

    public LedgerPlan Plan(ClosingLevel level = ClosingLevel.B, int measures = 1) => new()
    {
        Office = NamedOffice.Of(Office),
        Owner = NamedPerson.Of(Owner),
        Lead = NamedPerson.Of(Lead),
        Helpers = [NamedPerson.Of(Helper)],
        Due = Due,
        Level = level,
        Measures =
        [
            .. Enumerable.Range(1, measures).Select(n =>
                new PlannedMeasure($"每月蹲点调研不少于{n + 1}天", ["有每次的记录", "群众知道办了什么"])),
        ],
    };

    public static Verification Verification(
        int measure = 1, int evidence = 1, CheckResult result = CheckResult.Met) => new()
        {
            Measure = measure,
            Method = VerificationMethod.Documents,
            Checks =
        [
            new CriterionCheck(1, result, "看了记录", [evidence]),
            new CriterionCheck(2, CheckResult.Met, "看了回执", [evidence]),
        ],
        };

    public LedgerItem Proposed() => LedgerItem.Propose(LedgerItemId.New(), Proposal(), Clerk, Monday);

    public LedgerItem Confirmed() => With(Proposed(), item => item.Confirm(Clerk, "", Monday));

    public LedgerItem Planned(ClosingLevel level = ClosingLevel.B, int measures = 1) =>
        With(Confirmed(), item => item.Plan(Clerk, Plan(level, measures), "", Monday));

    public LedgerItem InProgress(ClosingLevel level = ClosingLevel.B, int measures = 1) =>
        With(Planned(level, measures), item => item.Accept(Owner, "", Monday));

    public LedgerItem Reported(ClosingLevel level = ClosingLevel.B) =>
        With(InProgress(level), item => item.Report(Owner, 1, "走访4次", [File], Monday));

    public LedgerItem Verified(ClosingLevel level = ClosingLevel.B) =>
        With(Reported(level), item => item.VerifyMeasure(Verifier, Verification(), "抽查2户，属实", Monday));

    public LedgerItem ClosureRequested(ClosingLevel level = ClosingLevel.B) =>
        With(Verified(level), item => item.RequestClosure(Owner, "", Monday));

    public LedgerItem Returned() =>
        With(ClosureRequested(), item => item.ReturnClosure(Closer, [1], "照片看不出日期", Monday));

    public LedgerItem Closed(ClosingLevel level = ClosingLevel.B) =>
        With(ClosureRequested(level), item => item.Close(Closer, "同意销号", Monday));

    public LedgerItem Reopened() =>
        With(Closed(), item => item.Reopen(Closer, [1], new DateOnly(2024, 9, 30), "同类问题再次出现", Today, Monday));

    public LedgerItem Voided()
    {
        LedgerItem item = Proposed();
        item.RequestVoid(Clerk, "与第6项重复", Monday);
        item.Void(Head, "属实", Monday);
        return item;
    }

    public LedgerItem In(LedgerState state) => state switch
    {
        LedgerState.Proposed => Proposed(),
        LedgerState.Confirmed => Confirmed(),
        LedgerState.Planned => Planned(),
        LedgerState.InProgress => InProgress(),
        LedgerState.ClosureRequested => ClosureRequested(),
        LedgerState.Returned => Returned(),
        LedgerState.Closed => Closed(),
        LedgerState.Reopened => Reopened(),
        LedgerState.Voided => Voided(),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static LedgerItem With(LedgerItem item, Action<LedgerItem> act)
    {
        act(item);
        return item;
    }
}
