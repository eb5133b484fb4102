namespace Gongxing.Documents.PlainText;

/// <summary>The characters of a text file, and the IANA name of the encoding they were in.</summary>
/// <param name="Broken">How many places of the file are no character in that encoding.</param>
internal sealed record DecodedText(string Text, string Encoding, int Broken);
