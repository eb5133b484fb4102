namespace Gongxing.Core.Rounds;

/// <summary>What can be done to a revision round. The web has a word for each.</summary>
public enum RoundAct
{
    Open,

    /// <summary>Title and date are set anew.</summary>
    Amend,

    /// <summary>结束: nothing more happens in it, and reviewers no longer see what they were assigned.</summary>
    Close,

    Reopen,
}

/// <summary>What can be done to a statement in a round. The web has a word for each.</summary>
public enum SubmissionAct
{
    /// <summary>Put into the round, with its present draft.</summary>
    Enter,

    /// <summary>分派: a reviewer is named.</summary>
    Assign,

    Unassign,

    /// <summary>批注</summary>
    Comment,

    EditComment,
    WithdrawComment,

    /// <summary>交回: a reviewer sets the outcome for the present draft; their comments become visible with it.</summary>
    HandBack,

    /// <summary>The author's side says what was done about a comment.</summary>
    Answer,

    /// <summary>Whoever commented is not content with the answer.</summary>
    AskAgain,

    /// <summary>再送审: the next draft takes the place of the one before.</summary>
    Submit,

    /// <summary>Taken out of the round.</summary>
    Remove,
}

/// <summary>What a reviewer decides about a draft.</summary>
public enum Outcome
{
    /// <summary>同意</summary>
    Accept,

    /// <summary>退回修改</summary>
    Return,

    /// <summary>重写</summary>
    Rewrite,
}
