using System.Text;
using System.Xml.Linq;

namespace Gongxing.Tests.Documents.Comments;

/// <summary>Reads what stands between the two marks of each comment: a second reader, far simpler than ours.</summary>
internal sealed class RangeWalk
{
    private readonly Dictionary<string, StringBuilder> _open = [];
    private readonly Dictionary<string, string> _closed = [];
    private readonly HashSet<string> _referred = [];
    private readonly Stack<bool> _instructions = new();

    public static Dictionary<string, string> Of(XDocument body)
    {
        var walk = new RangeWalk();
        walk.Walk(body.Root!);
        Assert.Empty(walk._open);
        Assert.Equal(walk._closed.Keys.Order(), walk._referred.Order());
        return walk._closed;
    }

    private void Walk(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "commentRangeStart":
                _open.Add(Attribute(element, "id"), new StringBuilder());
                break;
            case "commentRangeEnd":
                string id = Attribute(element, "id");
                _closed.Add(id, _open[id].ToString());
                _open.Remove(id);
                break;
            case "commentReference":
                Assert.Contains(Attribute(element, "id"), _closed.Keys);
                _referred.Add(Attribute(element, "id"));
                break;
            case "t" when !_instructions.Contains(true):
                string text = element.Value.Replace('\n', ' ');
                Write(element.Attribute(XNamespace.Xml + "space")?.Value == "preserve" ? text : text.Trim());
                break;
            case "tab" when element.Parent!.Name.LocalName == "r":
                Write("\t");
                break;
            case "br":
                Write("\n");
                break;
            case "noBreakHyphen":
                Write("-");
                break;
            case "fldChar":
                Turn(Attribute(element, "fldCharType"));
                break;
            case "footnoteReference":
                Write("¹");
                break;
            case "Fallback" or "del" or "moveFrom" or "pPr" or "rPr" or "instrText":
                return;
            case "txbxContent":
                Write("▣");
                return;
        }

        foreach (XElement child in element.Elements())
        {
            Walk(child);
        }

        if (element.Name.LocalName == "p")
        {
            Write("\n");
        }
    }

    private void Turn(string kind)
    {
        switch (kind)
        {
            case "begin":
                _instructions.Push(true);
                break;
            case "separate":
                _instructions.Pop();
                _instructions.Push(false);
                break;
            case "end":
                _instructions.Pop();
                break;
        }
    }

    private void Write(string text)
    {
        foreach (StringBuilder range in _open.Values)
        {
            range.Append(text);
        }
    }

    private static string Attribute(XElement element, string name) =>
        element.Attributes().Single(attribute => attribute.Name.LocalName == name).Value;
}
