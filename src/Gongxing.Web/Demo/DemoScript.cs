using System.Text.Json;
using System.Text.Json.Serialization;
using Gongxing.Core.People;
using Gongxing.Core.Remarks;
using Gongxing.Core.Rounds;

namespace Gongxing.Web.Demo;

/// <summary>The worked example in words, from <c>demo.json</c> among the samples: who there is, whose files, how far each item came.</summary>
public sealed record DemoScript(
    string Organisation,
    IReadOnlyList<string> Offices,
    IReadOnlyList<DemoPerson> People,
    IReadOnlyList<DemoMaterial> Materials,
    IReadOnlyList<DemoReview> Reviews,
    DemoLedger Ledger,
    DemoRound Round)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="IOException">There is no such file in the folder.</exception>
    public static DemoScript Read(string folder) =>
        JsonSerializer.Deserialize<DemoScript>(File.ReadAllText(Path.Combine(folder, "demo.json")), _json)!;
}

/// <param name="Office">Name of one of the offices; empty for the topmost.</param>
public sealed record DemoPerson(string SignInName, string Name, string Office, string Post, Roles Roles);

/// <param name="Subject">Sign-in name of the person it is about; null for a statement of an office.</param>
public sealed record DemoMaterial(string File, string Office, string? Subject = null);

/// <summary>What was decided about the remarks on a file, and the draft that followed.</summary>
/// <param name="NextDraft">Another file of the folder.</param>
public sealed record DemoReview(string File, IReadOnlyList<DemoDecision> Decisions, string NextDraft);

/// <summary>About the first open remark of a rule, at these words if any; where the rule asks nothing there is nothing to decide.</summary>
public sealed record DemoDecision(string Rule, RemarkAct Act, string Reason = "", string Words = "");

/// <summary>The findings of these files become items; each is brought as far as its stage says, with these words.</summary>
public sealed record DemoLedger(
    IReadOnlyList<DemoItems> Items,
    string Criterion,
    string Measure,
    string Report,
    DemoReference Evidence,
    string Check,
    string Return,
    string Closing,
    string Reopening,
    string Voiding);

/// <summary>A revision round in progress.</summary>
/// <param name="DueIn">Days from today until it shall be through.</param>
public sealed record DemoRound(string Title, int Year, string Template, int DueIn, IReadOnlyList<DemoStatement> Statements);

/// <param name="Reviewer">Sign-in name; null for a statement that is not assigned yet.</param>
/// <param name="Outcome">Null as long as the reviewer has not decided.</param>
/// <param name="DueIn">Days from today until the next draft shall come.</param>
public sealed record DemoStatement(
    string File, string? Reviewer, IReadOnlyList<DemoComment> Comments, Outcome? Outcome = null, int DueIn = 0, string Note = "");

/// <param name="Words">As they stand in the text.</param>
/// <param name="Answer">What the author's side said was done about it; null for an open one.</param>
public sealed record DemoComment(string Words, string Text, string? Answer = null);

/// <param name="Stages">One a finding, in their order; findings beyond stay as proposed.</param>
/// <param name="On">The day that counts as today for them; null for today. Earlier items come first in the list.</param>
public sealed record DemoItems(string File, IReadOnlyList<DemoStage> Stages, DateOnly? On = null);

public sealed record DemoReference(string Number, string Where);

/// <param name="DueIn">Days from today to the due date; the past makes an item overdue.</param>
/// <param name="Evidence">A file of the folder that is handed in with the report; null for the reference all others have.</param>
public sealed record DemoStage(DemoReach Reach, int DueIn = 0, string? Evidence = null);

/// <summary>How far an item of the example has come, in the order of the work.</summary>
public enum DemoReach
{
    Proposed,
    Confirmed,
    Planned,
    InProgress,
    Reported,
    Returned,
    Verified,
    ClosureRequested,
    Closed,
    Reopened,
    Voided,
}
