namespace Gongxing.Core.People;

/// <summary>What a person may do in an organisation. A person may hold several, but an administrator holds no other.</summary>
[Flags]
public enum Roles
{
    None = 0,

    /// <summary>系统管理员: people, offices, settings; sees no content.</summary>
    Administrator = 1,

    /// <summary>经办: takes materials in, keeps the ledger of the office.</summary>
    Clerk = 2,

    /// <summary>撰写人: uploads and reads own statements.</summary>
    Author = 4,

    /// <summary>责任人: plans, works and reports on the items assigned.</summary>
    Owner = 8,

    /// <summary>核验人: verifies and closes what others did.</summary>
    Verifier = 16,

    /// <summary>领导: sees the office and those below it, approves.</summary>
    Head = 32,
}
