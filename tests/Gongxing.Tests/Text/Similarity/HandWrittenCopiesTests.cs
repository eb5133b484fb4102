using System.Runtime.CompilerServices;
using System.Text.Json;
using Gongxing.Benchmarks.Copies;
using Gongxing.Review.Duplicates;
using Gongxing.Text;
using Gongxing.Text.Similarity;

namespace Gongxing.Tests.Text.Similarity;

/// <summary>Pairs of texts written by hand, in tests/corpus/duplicates: what was copied is found, and nothing
/// else.</summary>
public class HandWrittenCopiesTests
{
    // A passage that was found may begin earlier than the copy: with the writer's post in the title, say, that both
    // have too.
    private const double LeastPrecision = 0.6;
    private const double LeastRecall = 0.9;

    private static readonly string[] s_names =
        [.. from file in Directory.EnumerateFiles(Folder(), "*.json")
            orderby file
            select Path.GetFileNameWithoutExtension(file)];

    private static readonly string[] s_texts =
        [.. s_names.SelectMany(name => (string[])[Read(name + ".a.txt"), Read(name + ".b.txt")])];

    // What the notices of these meetings prescribe: the titles. In a corpus of thirty texts no count tells that they
    // are usual.
    private static readonly string[] s_notice =
    [
        "2023年度主题教育专题民主生活会个人对照检查材料", "2022年度民主生活会个人对照检查材料", "2022年度民主生活会对照检查材料",
        "2024年度组织生活会对照检查材料", "2024年度民主生活会对照检查材料", "2023年度对照检查材料",
        "2021年度述责与对照检查材料", "2025年度民主生活会发言提纲", "2023年度安全生产自查报告",
    ];

    private static readonly Lazy<IReadOnlyList<SimilarPair>> s_found = new(() => Found([]));

    public static TheoryData<string> Pairs => [.. s_names];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_was_copied_is_found_where_it_stands(string name)
    {
        int a = 2 * Array.IndexOf(s_names, name);
        SimilarPair? pair = s_found.Value.SingleOrDefault(pair => pair.A == a && pair.B == a + 1);
        Passage[] found = [.. (pair?.Passages ?? []).OrderBy(passage => passage.A.Start)];
        AnnotatedCopy[] copies = CopiesIn(name);

        Assert.True(copies.Length == found.Length, $"{found.Length} found: {string.Join("\n", found.Select(Words))}");
        Assert.All(copies.Zip(found), both =>
        {
            (AnnotatedCopy copy, Passage passage) = both;
            AlignmentScore score = CopyScore.Of(
                [new PlantedCopy(default, new CopiedPassage(0, copy.A, 1, copy.B))],
                [new CopiedPassage(0, passage.A, 1, passage.B)]).ByPassage;
            Assert.True(score.Precision >= LeastPrecision && score.Recall >= LeastRecall, $"{score}\n{Words(passage)}");
            Assert.Equal(TraitOf(copy), passage.Traits & TraitOf(copy));
        });

        string Words(Passage passage) => passage.A.In(s_texts[a]).ToString();
    }

    [Fact]
    public void Texts_of_different_pairs_share_nothing() =>
        Assert.DoesNotContain(s_found.Value, pair => pair.A / 2 != pair.B / 2);

    [Fact]
    public void A_quoted_notice_that_is_marked_as_common_is_no_copy()
    {
        const string Name = "quoted-notice";
        int a = 2 * Array.IndexOf(s_names, Name);
        string notice = CopiesIn(Name).Single().A.In(s_texts[a]).ToString();

        IReadOnlyList<SimilarPair> pairs = Found([notice]);

        Assert.DoesNotContain(pairs, pair => pair.A == a);
        Assert.Equal(s_found.Value.Count - 1, pairs.Count);
    }

    [Fact]
    public void Of_two_texts_alone_as_much_is_found_as_among_many() =>
        Assert.All(s_names, name =>
        {
            int a = 2 * Array.IndexOf(s_names, name);
            SimilarityResult two = NearDuplicates.FindAll(
                s_texts[a..(a + 2)], SimilarityOptions.Corpus, CommonWording.With("1", s_notice));

            Assert.Equal(CopiesIn(name).Length, two.Pairs.Sum(pair => pair.Passages.Count));
        });

    private static IReadOnlyList<SimilarPair> Found(string[] common)
    {
        CommonText wording = CommonWording.With("1", [.. s_notice, .. common]);
        return NearDuplicates.FindAll(s_texts, SimilarityOptions.Corpus, wording).Pairs;
    }

    private static PassageTraits TraitOf(AnnotatedCopy copy) => copy.Kind switch
    {
        "reordered" => PassageTraits.Reordered,
        "renumbered" => PassageTraits.Renumbered,
        "otherScript" => PassageTraits.OtherScript,
        _ => PassageTraits.None,
    };

    private static AnnotatedCopy[] CopiesIn(string name)
    {
        using JsonDocument json = JsonDocument.Parse(Read(name + ".json"));
        string a = Read(name + ".a.txt");
        string b = Read(name + ".b.txt");
        return
        [
            .. from passage in json.RootElement.GetProperty("passages").EnumerateArray()
               select new AnnotatedCopy(
                   passage.GetProperty("kind").GetString()!,
                   Find(a, passage.GetProperty("a")),
                   Find(b, passage.GetProperty("b"))),
        ];
    }

    private static TextSpan Find(string text, JsonElement ends)
    {
        string from = ends.GetProperty("from").GetString()!;
        string to = ends.GetProperty("to").GetString()!;
        int start = text.IndexOf(from, StringComparison.Ordinal);
        int end = text.IndexOf(to, Math.Max(0, start), StringComparison.Ordinal) + to.Length;
        Assert.True(start >= 0 && end >= to.Length, $"{from} … {to} does not stand in the text.");
        return TextSpan.FromBounds(start, end);
    }

    private static string Read(string file) => Corpus.Read("duplicates/" + file);

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "corpus", "duplicates");

    private sealed record AnnotatedCopy(string Kind, TextSpan A, TextSpan B);
}
