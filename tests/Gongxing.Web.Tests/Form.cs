using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Gongxing.Web.Tests;

/// <summary>A form of a page, filled in and sent as a browser does.</summary>
internal sealed class Form(IHtmlFormElement element, string? action = null)
{
    /// <summary>The form in the main part of the page that has all these fields.</summary>
    /// <param name="action">Where it is sent instead of where it says.</param>
    public static Form With(Page page, IEnumerable<string> fields, string? action = null)
    {
        string[] wanted = [.. fields.Distinct()];
        IHtmlFormElement[] forms = [.. page.Document.QuerySelectorAll<IHtmlFormElement>("main form")];
        IHtmlFormElement? form = forms.FirstOrDefault(form => wanted.All(field => Names(form).Contains(field)));
        return form is not null ? new Form(form, action) : throw new InvalidOperationException(
            $"No form has the fields {string.Join(", ", wanted)}. There are: "
            + string.Join("; ", forms.Select(form => string.Join(", ", Names(form).Distinct()))) + $"\n{page.Text}");
    }

    public static Form Of(Page page, string button, out (string Name, string Value)[] pressed)
    {
        IHtmlButtonElement found = page.Document.QuerySelectorAll<IHtmlButtonElement>("form button")
            .FirstOrDefault(candidate => candidate.TextContent.Trim() == button)
            ?? throw new InvalidOperationException($"No button reads {button}:\n{page.Text}");
        pressed = found.Name is { Length: > 0 } name ? [(name, found.Value)] : [];
        return new Form(found.Form!, found.GetAttribute("formaction"));
    }

    public HttpRequestMessage ToRequest(
        Uri page,
        IReadOnlyCollection<(string Name, string Value)> fields,
        IReadOnlyCollection<(string Input, string FileName, byte[] Content)> files)
    {
        HashSet<string> given = [.. fields.Select(field => field.Name)];
        (string Name, string Value)[] all = [.. Present().Where(field => !given.Contains(field.Name)), .. fields];
        var target = new Uri(page, action ?? element.GetAttribute("action") ?? page.PathAndQuery);
        if (element.Method == "get")
        {
            string query = string.Join('&', all.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));
            return new HttpRequestMessage(HttpMethod.Get, new Uri(target, "?" + query));
        }

        return new HttpRequestMessage(HttpMethod.Post, target)
        {
            Content = element.Enctype == "multipart/form-data"
                ? Multipart(all, files)
                : new FormUrlEncodedContent(all.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
    }

    private static MultipartFormDataContent Multipart(
        IEnumerable<(string Name, string Value)> fields,
        IEnumerable<(string Input, string FileName, byte[] Content)> files)
    {
        var content = new MultipartFormDataContent();
        foreach ((string name, string value) in fields)
        {
            content.Add(new StringContent(value), $"\"{name}\"");
        }

        foreach ((string input, string fileName, byte[] bytes) in files)
        {
            // As browsers do: the name in UTF-8 between quotes.
            var file = new ByteArrayContent(bytes);
            file.Headers.TryAddWithoutValidation("Content-Disposition", Latin1(
                $"form-data; name=\"{input}\"; filename=\"{fileName.Replace("\"", "%22", StringComparison.Ordinal)}\""));
            content.Add(file);
        }

        return content;
    }

    private static string Latin1(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private IEnumerable<(string Name, string Value)> Present() =>
        from control in element.Elements
        let field = (object)control switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => default,
            IHtmlInputElement { Type: "file" or "submit" } or IHtmlButtonElement => default,
            IHtmlInputElement { IsDisabled: false } input => (input.Name, Value: (string?)input.Value),
            IHtmlTextAreaElement { IsDisabled: false } area => (area.Name, area.Value),
            IHtmlSelectElement { IsDisabled: false } list => (list.Name, list.Value),
            _ => default,
        }
        where field.Name is { Length: > 0 }
        select (field.Name!, field.Value ?? "");

    private static IEnumerable<string> Names(IHtmlFormElement form) =>
        form.Elements.Select(control => control.GetAttribute("name")).OfType<string>();
}
