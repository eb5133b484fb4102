using System.Globalization;
using Gongxing.Web.Features.Shared;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web;

/// <summary>Dates as people here write and read them: in the organisation's time zone and the reader's language.</summary>
public sealed class LocalDates(TimeProvider clock, SiteOptions options, IStringLocalizer<SharedTexts> shared)
{
    public DateOnly Today => On(clock.GetUtcNow());

    /// <summary>The calendar day at that moment.</summary>
    public DateOnly On(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, options.TimeZone).DateTime);

    /// <summary>2024年1月15日, 15 Jan 2024.</summary>
    public string Day(DateOnly day) => day.ToString(shared["Date.Day"], CultureInfo.CurrentCulture);

    public string Day(DateTimeOffset moment) => Day(On(moment));

    /// <summary>2024年1月15日 星期一, Monday 15 Jan 2024.</summary>
    public string Weekday(DateOnly day) => day.ToString(shared["Date.Weekday"], CultureInfo.CurrentCulture);

    /// <summary>09:30</summary>
    public string Time(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, options.TimeZone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>2024年1月15日 09:30, 15 Jan 2024 09:30.</summary>
    public string Moment(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, options.TimeZone).ToString(shared["Date.Moment"], CultureInfo.CurrentCulture);
}
