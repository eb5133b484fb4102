using System.Text;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage.Materials;

namespace Gongxing.Web.Tests.Features.Materials;

/// <summary>What the tests of materials do over and over: a short statement, uploading it, waiting until it is read.</summary>
public static class MaterialSite
{
    public const string Statement =
        """
        2023年度民主生活会个人对照检查材料
        按照要求，我认真查摆了存在的问题。
        一、存在的主要问题
        （一）理论学习方面
        1.理论学习不够深入。满足于读原文，结合实际思考不多，学用脱节。
        （二）工作作风方面
        1.深入基层调研不够。全年只到村里去过三次，了解情况靠听汇报。
        二、产生问题的原因
        1.思想认识有偏差。对理论学习的重要性认识不足。
        2.宗旨意识有所淡化。同群众的联系少了。
        三、今后的整改措施
        1.加强理论学习。每月集中学习1次，2024年6月底前写出2篇学习体会。
        2.深入基层调研。每季度到村里蹲点2天，办公室负责记录。
        """;

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static Task<Page> UploadAsync(this Browser browser, params (string FileName, byte[] Content)[] files) =>
        browser.UploadAsync("/materials", "Files", files);

    /// <summary>Until nothing waits any more; the job itself is asked to hurry by every upload.</summary>
    public static async Task ReadAllAsync(this Site site, Person reader)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (true)
        {
            var counts = await site.Get<MaterialStore>().CountAsync(reader, patience.Token);
            if (!counts.ContainsKey(MaterialState.Waiting) && !counts.ContainsKey(MaterialState.Reading))
            {
                return;
            }

            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>A statement uploaded by <paramref name="by"/> and read.</summary>
    public static async Task<Material> ReadMaterialAsync(this Site site, Person by, string text = Statement, string name = "材料.txt")
    {
        (await site.SignedInAs(by).UploadAsync((name, Bytes(text)))).Expect(System.Net.HttpStatusCode.Redirect);
        await site.ReadAllAsync(by);
        return (await site.Get<MaterialStore>().ListAsync(by, null, null, 1))[0].Material;
    }
}
