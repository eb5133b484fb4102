using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Statements;
using Gongxing.Storage.Materials;
using Gongxing.Text;

namespace Gongxing.Tests.Storage.Materials;

/// <summary>A store test with a clerk and what it takes to upload and read a material.</summary>
public abstract class MaterialTests(TestServer server) : FoundedStoreTests(server)
{
    protected const string Text = "对照检查材料\n一是学习不深入。\n主观上重视不够。\n每季度学习不少于2次。\n";

    protected Person Clerk { get; private set; } = null!;

    protected MaterialStore Materials => new(Database);

    protected ReadingStore Reading => new(Database, Clock);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Clerk = await AddPersonAsync("经办", Roles.Clerk);
    }

    protected Material NewMaterial(Person uploader, OfficeId? office = null, PersonId? subject = null)
    {
        var id = MaterialId.New();
        return new Material
        {
            Organisation = Organisation,
            Id = id,
            Office = office ?? uploader.Office,
            Uploader = uploader.Id,
            Subject = subject,
            FileName = "张三 对照检查材料.docx",
            Sha256 = new string('a', 64),
            Size = 12345,
            MediaType = "application/octet-stream",
            UploadedAt = Clock.GetUtcNow(),
            Series = id,
        };
    }

    protected async Task<Material> AddReadAsync(Material material, Document document, Statement statement)
    {
        await Materials.AddAsync(material);
        (Material claimed, _) = (await Reading.ClaimAsync(Organisation))!.Value;
        await Reading.FinishAsync(claimed, document, statement);
        return (await Materials.FindAsync(Organisation, material.Id))!;
    }

    protected Task<Material> AddReadAsync() => AddReadAsync(NewMaterial(Clerk), Document.FromText(Text), NewStatement());

    protected static Statement NewStatement() => new()
    {
        Kind = StatementKind.Individual,
        IsStatement = true,
        Confidence = 0.9,
        Year = 2023,
        Title = "对照检查材料",
        Findings = [new Finding("F1", "理论学习", "学习不深入", new TextSpan(9, 6), 0.8)],
        Causes = [new Cause("K1", "主观上重视不够", new TextSpan(16, 8), 0.7)],
        Measures =
        [
            new Measure("M1", null, "学习", new TextSpan(25, 10), 0.9)
            {
                Cadence = "每季度",
                Commitments = [new Commitment(new TextSpan(25, 10)) { Quantity = "不少于2次" }],
            },
        ],
        Links = [new ElementLink("F1", "K1", LinkBasis.Explicit, new LinkReason(LinkGround.Named) { Words = ["学习"] }, 1)],
        Unplaced = [new Unplaced(new TextSpan(0, 6), UnplacedReason.Furniture)],
    };
}
