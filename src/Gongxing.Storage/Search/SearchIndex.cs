using System.Data.Common;
using Dapper;
using Gongxing.Core.People;
using Gongxing.Text;

namespace Gongxing.Storage.Search;

/// <summary>What the stores of materials and items keep up to date, in the transaction of the change itself.</summary>
/// <remarks>The databases differ in how parts are kept and how a word is looked up; the rest is the same.</remarks>
internal abstract class SearchIndex
{
    /// <summary>Position of a string in another, from 1; 0 when it is not there.</summary>
    public abstract string PositionFunction { get; }

    /// <summary>SQL that gives the subjects with a part that holds the word in the parameter.</summary>
    public abstract string SubjectsWith(string parameter);

    /// <summary>The value of that parameter.</summary>
    public abstract string QueryFor(SearchQuery word);

    /// <summary>SQL that is true where the subject in a column holds the word, in its title or its text.</summary>
    /// <param name="word">Folded, as in a <see cref="SearchQuery"/>.</param>
    /// <param name="parameter">The name under which the word is added to <paramref name="parameters"/>.</param>
    public string Holds(string column, string word, string parameter, DynamicParameters parameters)
    {
        // No index of pairs finds one character alone.
        bool isOne = word.Length == 1;
        parameters.Add(parameter, isOne ? TextColumn.Of(word) : QueryFor(new SearchQuery([word], [])));
        string subjects = isOne
            ? $"select s.subject from search_text s where s.organisation = @organisation and {PositionFunction}(s.folded, {parameter}) > 0"
            : SubjectsWith(parameter);
        return $"{column} in ({subjects})";
    }

    /// <summary>Puts a text in, in place of what was there of the same subject.</summary>
    public async Task SetAsync(DbConnection connection, DbTransaction transaction, SearchText text)
    {
        await RemoveAsync(connection, transaction, text.Organisation, text.Subject);
        await connection.ExecuteAsync(
            """
            insert into search_text (organisation, subject, kind, title, body, folded)
            values (@Organisation, @Subject, @kind, @Title, @body, @Folded)
            """,
            new
            {
                text.Organisation,
                text.Subject,
                kind = text.Kind.ToString(),
                text.Title,
                body = text.Kind == SearchKind.Material ? null : text.Body,
                text.Folded,
            },
            transaction);
        await AddPartsAsync(connection, transaction, text);
    }

    public async Task RemoveAsync(
        DbConnection connection,
        DbTransaction transaction,
        OrganisationId organisation,
        string subject)
    {
        var key = new { organisation, subject };
        await RemovePartsAsync(connection, transaction, organisation, subject);
        await connection.ExecuteAsync(
            "delete from search_text where organisation = @organisation and subject = @subject", key, transaction);
    }

    protected abstract Task AddPartsAsync(DbConnection connection, DbTransaction transaction, SearchText text);

    protected abstract Task RemovePartsAsync(
        DbConnection connection,
        DbTransaction transaction,
        OrganisationId organisation,
        string subject);
}
