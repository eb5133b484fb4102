using System.Data.Common;
using Dapper;
using Gongxing.Core.People;
using Gongxing.Text;

namespace Gongxing.Storage.Search;

/// <summary>What the stores of materials and items keep up to date, in the transaction of the change itself.</summary>
/// <remarks>The databases differ in how parts are kept and how a word is looked up; the rest is the same.</remarks>
internal abstract class SearchIndex
{
    /// <summary>So many parts of a text are found; they are some eight million characters.</summary>
    protected const int MostParts = 4096;

    /// <summary>Position of a string in another, from 1; 0 when it is not there.</summary>
    public abstract string PositionFunction { get; }

    /// <summary>SQL that gives the numbers of the texts with a part that holds the word in the parameter.</summary>
    /// <remarks>Also of texts of other organisations: join them to search_text.</remarks>
    public abstract string NumbersWith(string parameter);

    /// <summary>The value of that parameter.</summary>
    public abstract string QueryFor(SearchQuery word);

    /// <summary>SQL that is true where a row <c>t</c> of search_text holds the word, in its title or its text.</summary>
    /// <param name="word">Folded, as in a <see cref="SearchQuery"/>.</param>
    /// <param name="parameter">The name under which the word is added to <paramref name="parameters"/>.</param>
    public string Holds(string word, string parameter, DynamicParameters parameters)
    {
        // No index of pairs finds one character alone.
        bool isOne = word.Length == 1;
        parameters.Add(parameter, isOne ? TextColumn.Of(word) : QueryFor(new SearchQuery([word], [])));
        return isOne ? $"{PositionFunction}(t.folded, {parameter}) > 0" : $"t.number in ({NumbersWith(parameter)})";
    }

    /// <summary>The same for the subject in a column, for lists that have one.</summary>
    public string SubjectHolds(string column, string word, string parameter, DynamicParameters parameters) =>
        $"""
        {column} in (
            select t.subject from search_text t
            where t.organisation = @organisation and {Holds(word, parameter, parameters)})
        """;

    /// <summary>Puts a text in, in place of what was there of the same subject.</summary>
    public async Task SetAsync(DbConnection connection, DbTransaction transaction, SearchText text)
    {
        var row = new
        {
            text.Organisation,
            text.Subject,
            kind = text.Kind.ToString(),
            text.Title,
            body = text.Kind == SearchKind.Material ? null : text.Body,
            text.Folded,
        };
        long? number = await connection.ExecuteScalarAsync<long?>(
            """
            update search_text set title = @Title, body = @body, folded = @Folded
            where organisation = @Organisation and subject = @Subject returning number
            """,
            row,
            transaction);
        if (number is { } known)
        {
            await RemovePartsAsync(connection, transaction, text.Organisation, known);
        }

        number ??= await connection.ExecuteScalarAsync<long>(
            """
            insert into search_text (organisation, subject, kind, title, body, folded)
            values (@Organisation, @Subject, @kind, @Title, @body, @Folded) returning number
            """,
            row,
            transaction);
        IReadOnlyList<string> parts = text.Parts.Count > MostParts ? [.. text.Parts.Take(MostParts)] : text.Parts;
        await AddPartsAsync(connection, transaction, text.Organisation, number.Value, parts);
    }

    public async Task RemoveAsync(
        DbConnection connection,
        DbTransaction transaction,
        OrganisationId organisation,
        string subject)
    {
        var key = new { organisation, subject };
        long? number = await connection.ExecuteScalarAsync<long?>(
            "select number from search_text where organisation = @organisation and subject = @subject", key, transaction);
        if (number is { } known)
        {
            await RemovePartsAsync(connection, transaction, organisation, known);
            await connection.ExecuteAsync(
                "delete from search_text where organisation = @organisation and subject = @subject", key, transaction);
        }
    }

    protected abstract Task AddPartsAsync(
        DbConnection connection,
        DbTransaction transaction,
        OrganisationId organisation,
        long number,
        IReadOnlyList<string> parts);

    protected abstract Task RemovePartsAsync(
        DbConnection connection,
        DbTransaction transaction,
        OrganisationId organisation,
        long number);
}
