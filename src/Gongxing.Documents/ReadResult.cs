using Gongxing.Core.Statements;

namespace Gongxing.Documents;

/// <summary>Either a <see cref="Document"/> or the reason there is none; never both.</summary>
public sealed record ReadResult(Document? Document, Unreadable? Reason, string Detail)
{
    public static ReadResult Of(Document document) => new(document, null, "");

    public static ReadResult Failed(Unreadable reason, string detail = "") => new(null, reason, detail);
}
