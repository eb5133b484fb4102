using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongxing.Web.Features.Workbench;

/// <summary>工作台: what waits for the person today.</summary>
[Authorize(Policy = Policies.Account)]
public sealed class IndexModel : PageModel;
