using Gongxing.Text;
using Gongxing.Text.Similarity;

namespace Gongxing.Web.Duplicates;

/// <summary>Puts passages of many pairs together where they are the same words: each group once, with all its places.</summary>
internal sealed class SharedGroups
{
    private readonly List<(int Text, TextSpan Span)> _places = [];
    private readonly List<int> _groups = [];
    private readonly Dictionary<int, List<int>> _byText = [];

    public void Add(int a, TextSpan inA, int b, TextSpan inB)
    {
        (int one, int other) = (Find(Place(a, inA)), Find(Place(b, inB)));
        _groups[Math.Max(one, other)] = Math.Min(one, other);
    }

    public void Add(CirculatingPassage passage)
    {
        CirculatingPlace first = passage.Places[0];
        foreach (CirculatingPlace place in passage.Places.Skip(1))
        {
            Add(first.Text, first.Span, place.Text, place.Span);
        }
    }

    /// <summary>What stands in most texts first.</summary>
    public IReadOnlyList<CirculatingPassage> ToList() =>
    [
        .. Enumerable.Range(0, _places.Count).GroupBy(Find)
            .Select(group => new CirculatingPassage(
            [
                .. group.Select(place => new CirculatingPlace(_places[place].Text, _places[place].Span))
                    .OrderBy(place => (place.Text, place.Span.Start)),
            ]))
            .OrderByDescending(group => group.Texts)
            .ThenBy(group => (group.Places[0].Text, group.Places[0].Span.Start)),
    ];

    // The same words end a little earlier or later in another pair.
    private int Place(int text, TextSpan span)
    {
        if (!_byText.TryGetValue(text, out List<int>? places))
        {
            _byText[text] = places = [];
        }

        foreach (int place in places)
        {
            TextSpan known = _places[place].Span;
            if (2 * known.Intersect(span).Length >= Math.Min(known.Length, span.Length))
            {
                _places[place] = (text, TextSpan.Cover(known, span));
                return place;
            }
        }

        places.Add(_places.Count);
        _groups.Add(_places.Count);
        _places.Add((text, span));
        return places[^1];
    }

    private int Find(int place)
    {
        while (_groups[place] != place)
        {
            place = _groups[place] = _groups[_groups[place]];
        }

        return place;
    }
}
