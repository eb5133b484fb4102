namespace Gongxing.Tests.Storage;

/// <summary>The kind of database a test of a store runs on.</summary>
public enum TestServer
{
    Sqlite,
    Postgres,
}
