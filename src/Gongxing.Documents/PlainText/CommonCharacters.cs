using System.Buffers;

namespace Gongxing.Documents.PlainText;

/// <summary>The everyday characters of Chinese prose in both scripts, with its punctuation: what a right decoding is full of.</summary>
internal static class CommonCharacters
{
    private static readonly SearchValues<char> All = SearchValues.Create(
        "，。、；：？！“”‘’（）《》〈〉【】「」『』—…·　" +
        "一二三四五六七八九十百千万个年月日时不是的了在有和人这中大为上来国我以要他到说们地出会也生对于下自之后得着里过家学" +
        "可多么起都没与但起还发成只如事把行所面前又然样向现实加量动心回业当主部员长从本定见开力理体分内新进手重物应明政意" +
        "民资期全等方制工机高性作此些关三并其用法问无种最通各因点化同由特教产已经间使社名美水北立数次情文受信气法期" +
        "党委组织干领导班支书记责任落整改措施问题查摆对照检批评群众服务基层思想习近平主义精神神学理论政治廉洁担当风" +
        "建设设完善不够强足存反映深入推提升效果差距坚持认真贯彻抓实安排部署督促指研究决策管监督纪律规矩形式官僚联系单位" +
        "為個們來國說時會這對過發後裡學現當沒動還進樣開從實業務關黨導責問題組織幹領習際員機應經體與於無並產種場處變電" +
        "見認話長間點給將區東運總統萬設議論證計許語讀調財貨質買費資賢輕較達選遠連適遵邊難須項順預類顯風專擔當廉");

    public static bool Contains(char c) => All.Contains(c);
}
