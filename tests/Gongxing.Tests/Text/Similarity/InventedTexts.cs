using System.Text;

namespace Gongxing.Tests.Text.Similarity;

/// <summary>Texts of invented sentences, the same for the same seed: all different unless something is put into them.</summary>
internal sealed class InventedTexts(int seed)
{
    private const string Letters =
        "的人在有了不为这和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机民第公此已工使情明性知全关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔";

    private readonly Random _random = new(seed);

    /// <summary>So many characters of sentences that stand nowhere else.</summary>
    public string Text(int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            int sentence = Math.Min(length - text.Length - 1, _random.Next(8, 40));
            for (int i = 0; i < sentence; i++)
            {
                text.Append(Letters[_random.Next(Letters.Length)]);
            }

            text.Append('。');
        }

        return text.ToString(0, length);
    }

    /// <summary>Each character replaced with this chance, in a hundred.</summary>
    public string Edited(string text, int chance)
    {
        var edited = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            edited.Append(_random.Next(100) < chance ? Letters[_random.Next(Letters.Length)] : c);
        }

        return edited.ToString();
    }
}
