using System.Data;
using System.Globalization;
using Dapper;
using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;

namespace Gongxing.Storage;

/// <summary>How our types stand in columns: ids as 32 hexadecimal digits, times and dates as ISO 8601 text.</summary>
/// <remarks>
/// Text, because both databases then hold and order them alike (columns of the types <c>id_text</c> and <c>time_text</c>).
/// Dapper uses these for parameters and for reading, also as constructor parameters of a row's record.
/// Counts and flags are <c>bigint</c> in both, hence <see langword="long"/> in such records.
/// </remarks>
internal static class ColumnTypes
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    private const string DateFormat = "yyyy-MM-dd";

    public static void Register()
    {
        Add(id => id.ToString(), text => new OrganisationId(Guid.ParseExact(text, "N")));
        Add(id => id.ToString(), text => new OfficeId(Guid.ParseExact(text, "N")));
        Add(id => id.ToString(), text => new PersonId(Guid.ParseExact(text, "N")));
        Add(id => id.ToString(), text => new MaterialId(Guid.ParseExact(text, "N")));
        Add(id => id.ToString(), text => new LedgerItemId(Guid.ParseExact(text, "N")));
        Add(id => id.ToString(), text => new RoundId(Guid.ParseExact(text, "N")));
        Add(id => id.ToString(), text => new SubmissionId(Guid.ParseExact(text, "N")));
        Add(
            time => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
            text => DateTimeOffset.ParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        Add(
            date => date.ToString(DateFormat, CultureInfo.InvariantCulture),
            text => DateOnly.ParseExact(text, DateFormat, CultureInfo.InvariantCulture));
    }

    /// <summary>Registers a type that is kept as text; once a type, before its first query.</summary>
    public static void Add<T>(Func<T, string> write, Func<string, T> read)
        where T : struct
    {
        // Dapper knows dates and times already, and its own way would go before ours.
        SqlMapper.RemoveTypeMap(typeof(T));
        SqlMapper.RemoveTypeMap(typeof(T?));
        SqlMapper.AddTypeHandler(new TextHandler<T>(write, read));
    }

    private sealed class TextHandler<T>(Func<T, string> write, Func<string, T> read) : SqlMapper.TypeHandler<T>
        where T : struct
    {
        public override void SetValue(IDbDataParameter parameter, T value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = write(value);
        }

        public override T Parse(object value) => read((string)value);
    }
}
