using System.Globalization;
using System.Text;
using Gongxing.Text;

namespace Gongxing.Benchmarks.Copies;

/// <summary>Writes the papers of one genre.</summary>
/// <remarks>
/// A paper has five layers: the form, in every paper; the prompts of the writer's office, in one of twenty; stock
/// sentences, in 4 to 25 of a hundred; fixed formulations; and own sentences by a grammar, some clauses of which are
/// turns of phrase that circulate.
/// </remarks>
internal sealed class PaperWriter
{
    private const int ParagraphLength = 430;
    private const int HalfSentence = 25;
    private const int PromptsOfUnit = 9;
    private const int CirculatingClauses = 10_000;
    private const double StockShare = 0.10;
    private const double FormulationShare = 0.28;
    private const ulong CorpusStream = 1UL << 40;

    private const string Surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛范彭郎";
    private const string GivenNames = "国建文志明海春秋德成永胜利民强平安新宏伟俊杰晓东红梅兰英秀玉珍芳丽华敏静慧勇军涛波峰辉刚斌超林森浩宇晨";

    private readonly Genre _genre;
    private readonly string[][] _prompts;
    private readonly double[] _stockEnds;
    private readonly string[] _circulating;

    public PaperWriter(Genre genre, ulong seed)
    {
        _genre = genre;
        var random = new RandomStream(seed, CorpusStream);
        _prompts = [.. genre.Units.Select(unit => PromptsOf(unit, random))];
        _stockEnds = new double[genre.Stock.Length];
        double sum = 0;
        for (int i = 0; i < _stockEnds.Length; i++)
        {
            _stockEnds[i] = sum += 0.35 + (1.3 * random.Fraction());
        }

        _circulating = new string[CirculatingClauses];
        var clause = new StringBuilder();
        for (int i = 0; i < _circulating.Length; i++)
        {
            clause.Clear();
            Clause(clause, random);
            _circulating[i] = clause.ToString();
        }
    }

    public PaperDraft Draft(RandomStream random, int length) =>
        Draft(random, length, Name(random), random.Between(2014, 2025), random.Below(_genre.Units.Length));

    /// <summary>What the same writer hands in a year later.</summary>
    public PaperDraft DraftOfNextYear(PaperDraft earlier, RandomStream random, int length) =>
        Draft(random, length, earlier.Writer, earlier.Year + 1, random.Below(_genre.Units.Length));

    private PaperDraft Draft(RandomStream random, int length, string writer, int year, int unit)
    {
        var draft = new PaperDraft(writer, year);
        string[] prompts = [.. _prompts[unit]];
        string[] form =
            [_genre.Title, _genre.Opening, .. _genre.Headings, .. _genre.Aspects, .. _genre.Demands, _genre.Closing];
        int given = form.Concat(prompts).Sum(part => part.Length + 1);
        int paragraphs = Math.Max(prompts.Length, (length - given) / ParagraphLength);
        int own = Math.Max(paragraphs * 60, length - given);
        draft.AddHeading(string.Format(CultureInfo.InvariantCulture, _genre.Title, year));
        draft.AddHeading(_genre.Opening);
        random.Shuffle<string>(prompts);
        int findings = paragraphs * 6 / 10;
        int causes = paragraphs * 8 / 10;
        for (int i = 0, aspect = 0; i < paragraphs; i++)
        {
            if (i == 0 || i == findings || i == causes)
            {
                draft.AddHeading(_genre.Headings[i == 0 ? 0 : i == findings ? 1 : 2]);
            }

            if (i < findings && aspect * findings / _genre.Aspects.Length <= i)
            {
                draft.AddHeading(_genre.Aspects[aspect]);
                draft.AddHeading(_genre.Demands[aspect++]);
            }

            int wanted = own / paragraphs * random.Between(60, 140) / 100;
            draft.AddBody(Paragraph(random, i < prompts.Length ? prompts[i] : null, wanted));
        }

        draft.AddHeading(_genre.Closing);
        return draft;
    }

    private List<DraftSentence> Paragraph(RandomStream random, string? prompt, int length)
    {
        List<DraftSentence> paragraph = prompt is null ? [] : [new DraftSentence(prompt, isOwn: false)];
        var sentence = new StringBuilder();
        while (length > HalfSentence || paragraph.Count < 2)
        {
            bool own = !random.Chance(StockShare);
            sentence.Clear();
            if (own)
            {
                Sentence(sentence, random);
            }
            else
            {
                sentence.Append(Stock(random));
            }

            paragraph.Add(new DraftSentence(sentence.ToString(), own));
            length -= sentence.Length;
        }

        return paragraph;
    }

    private string Stock(RandomStream random)
    {
        int i = Array.BinarySearch(_stockEnds, random.Fraction() * _stockEnds[^1]);
        return _genre.Stock[i < 0 ? ~i : i];
    }

    private void Sentence(StringBuilder text, RandomStream random)
    {
        if (random.Chance(0.14))
        {
            text.Append(random.Pick(_genre.Leads));
        }

        if (random.Chance(FormulationShare))
        {
            string formulation = random.Pick(_genre.Formulations);
            text.AppendFormat(CultureInfo.InvariantCulture, random.Pick(_genre.Frames), formulation).Append('，');
        }

        for (int clauses = random.Between(2, 4); clauses > 0; clauses--)
        {
            if (random.Chance(_genre.CirculatingShare))
            {
                text.Append(random.PickEarly(_circulating));
            }
            else
            {
                Clause(text, random);
            }

            text.Append(clauses > 1 ? '，' : '。');
        }
    }

    private void Clause(StringBuilder text, RandomStream random)
    {
        foreach (char c in random.PickEarly(_genre.Clauses))
        {
            switch (c)
            {
                case 'P':
                    text.Append(random.Pick(_genre.PlaceStarts)).Append(random.Pick(_genre.PlaceEnds));
                    text.Append(random.Pick(_genre.PlaceKinds));
                    break;
                case 'N':
                    text.Append(Name(random));
                    break;
                case 'M':
                    Date(text, random);
                    break;
                case 'K':
                    Number(text, random, random.Between(2, 60));
                    text.Append(random.Pick(_genre.Measures));
                    break;
                case >= 'A' and <= 'Z':
                    text.Append(random.PickEarly(_genre.Words[c]));
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }
    }

    private static void Date(StringBuilder text, RandomStream random)
    {
        Number(text, random, random.Between(1, 12));
        text.Append('月');
        if (random.Chance(0.4))
        {
            text.Append(random.Between(1, 28)).Append('日');
        }
    }

    private static void Number(StringBuilder text, RandomStream random, int number)
    {
        if (random.Chance(0.35))
        {
            text.Append(ChineseNumeral.Format(number));
        }
        else
        {
            text.Append(number);
        }
    }

    private static string Name(RandomStream random) =>
        string.Create(3, random, (name, random) =>
            (name[0], name[1], name[2]) = (random.Pick(Surnames), random.Pick(GivenNames), random.Pick(GivenNames)));

    private string[] PromptsOf(string unit, RandomStream random)
    {
        string[] words = unit.Split(' ');
        string[] prompts = [.. _genre.Prompts];
        random.Shuffle<string>(prompts);
        return [.. prompts.Take(2 * PromptsOfUnit).Chunk(2)
            .Select(two => string.Format(CultureInfo.InvariantCulture, string.Join('；', two), words) + "。")];
    }
}
