using Gongxing.Review.Relapses;

namespace Gongxing.Tests.Review.Relapses;

/// <summary>How many findings of each kind were known again, or asked of without reason, and every error in words.</summary>
internal sealed class RelapseScore
{
    public SortedDictionary<string, (int Asked, int Of)> Kinds { get; } = new(StringComparer.Ordinal);

    public List<string> Errors { get; } = [];

    public int Right { get; private set; }

    public int Wrong { get; private set; }

    public double Precision => (double)Right / (Right + Wrong);

    public double Recall { get; private set; }

    /// <summary>Holds each later statement of a folder against the earlier one of the same person, as the site does.</summary>
    public static RelapseScore Of(string folder)
    {
        var score = new RelapseScore();
        int repeats = 0;
        foreach (TwoYears years in TwoYears.In(folder))
        {
            using var radar = new RelapseRadar(years.Before.Said);
            foreach (Told told in years.Told)
            {
                score.Add(told, years, radar);
                repeats += told.IsRepeat ? 1 : 0;
            }
        }

        score.Recall = (double)score.Right / repeats;
        return score;
    }

    private void Add(Told told, TwoYears years, RelapseRadar radar)
    {
        SaidFinding? now = years.Now.StartingWith(told.Start);
        SaidFinding? known = told.IsRepeat ? years.Before.StartingWith(told.Earlier) : null;
        SaidFinding[] found = now is null ? [] : [.. radar.Find(now).Select(relapse => years.Before.Said[relapse.Earlier])];
        bool right = known is not null && found.Contains(known);
        if (told.IsRepeat && !right)
        {
            Errors.Add($"missed {told.Kind}: {now?.Text ?? told.Start} <> {known?.Text ?? told.Earlier}");
        }

        Errors.AddRange(found.Where(one => one != known).Select(one => $"false {told.Kind}: {told.Start} <> {one.Text}"));
        Right += right ? 1 : 0;
        Wrong += found.Length - (right ? 1 : 0);
        (int asked, int of) = Kinds.GetValueOrDefault(told.Kind);
        Kinds[told.Kind] = (asked + ((told.IsRepeat ? right : found.Length > 0) ? 1 : 0), of + 1);
    }
}
