namespace Gongxing.Web.Features.People;

/// <summary>Names the sentences of PeopleTexts.resx (Chinese) and PeopleTexts.en.resx.</summary>
public sealed class PeopleTexts;
