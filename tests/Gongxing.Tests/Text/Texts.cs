using CsCheck;

namespace Gongxing.Tests.Text;

/// <summary>Generated texts that look like damaged office texts, and any UTF-16 besides.</summary>
internal static class Texts
{
    private const string Alphabet =
        "一二三十百是不深学習學導領領落实整改的，。：；、！？…“”‘’「」『』\"'（）()〔〕【】[]《》〈〉,.:;!? \n\r\t\u3000\u00A0\u200B\uFEFF\u00AD\u0000"
        + "aAzZｄＯ１２3.45%-—·ǎéüāɡ著瞭臺㗲⻓⼈豈";

    private static readonly string[] Pieces =
        ["(dǎo)", "導(dǎo)", "（ＤǍＯ）", "\r\n", " ", "2023 年", "GB 18030", "𫝈", "𠵾"];

    /// <summary>Mostly characters that mean something to the normaliser or the splitter, a tenth anything at all.</summary>
    public static Gen<string> Damaged { get; } = Gen.Frequency(
        (20, Gen.Int[0, Alphabet.Length - 1].Select(i => Alphabet[i].ToString())),
        (3, Gen.Char[char.MinValue, char.MaxValue].Select(c => c.ToString())),
        (2, Gen.Char['\uD800', '\uDFFF'].Select(c => c.ToString())),
        (2, Gen.Int[0x10000, 0x2FFFF].Select(char.ConvertFromUtf32)),
        (2, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i])))
        .Array[0, 60].Select(string.Concat);
}
