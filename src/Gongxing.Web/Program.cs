using System.CommandLine;
using Gongxing.Web.Commands;

var root = new RootCommand("躬行 Gongxing：把检视的话变成别人核验过的事")
{
    ServeCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
