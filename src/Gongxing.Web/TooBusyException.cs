namespace Gongxing.Web;

/// <summary>Too many ask for something that is done few at a time. Answered with 503; nothing was done.</summary>
public sealed class TooBusyException() : Exception("Too many wait already.");
