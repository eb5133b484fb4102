using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gongxing.Documents.Workers;
using Gongxing.Storage;
using Gongxing.Storage.Blobs;
using Gongxing.Storage.Duplicates;
using Gongxing.Storage.EvidenceReuse;
using Gongxing.Storage.Ledger;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Storage.Relapses;
using Gongxing.Storage.Remarks;
using Gongxing.Storage.Rounds;
using Gongxing.Storage.Search;
using Gongxing.Web.Demo;
using Gongxing.Web.Duplicates;
using Gongxing.Web.EvidenceReuse;
using Gongxing.Web.Features.Account;
using Gongxing.Web.Features.FirstRun;
using Gongxing.Web.Features.Ledger;
using Gongxing.Web.Features.Materials;
using Gongxing.Web.Features.Remarks;
using Gongxing.Web.Features.Rounds;
using Gongxing.Web.Features.Shared;
using Gongxing.Web.Features.Similar;
using Gongxing.Web.Intake;
using Gongxing.Web.Jobs;
using Gongxing.Web.Relapses;
using Gongxing.Web.Review;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Gongxing.Web;

/// <summary>Puts the site together: everything that is registered stands here.</summary>
public static class GongxingSite
{
    // Pages that take files say themselves how large they may be.
    private const long LargestForm = 1 << 20;

    /// <summary>The site, its tables brought up to date, not yet listening.</summary>
    /// <exception cref="MigrationException">The tables could not be brought up to this program.</exception>
    public static async Task<WebApplication> CreateAsync(SiteOptions options, CancellationToken ct = default)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // Pages are looked for in this assembly, also when a test starts the site.
            ApplicationName = typeof(GongxingSite).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        Listen(builder, options);
        Log(builder.Logging);
        bool running = false;

        // What keeps a site from starting is said by the command, in words for its reader.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => running && level >= LogLevel.Warning);
        AddSite(builder.Services, options);
        AddPages(builder.Services);
        AddSecurity(builder.Services, options);

        WebApplication app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => running = true);
        await app.Services.GetRequiredService<Database>().MigrateAsync(ct);
        Pipeline(app, options);
        Routes(app);
        return app;
    }

    private static void Listen(WebApplicationBuilder builder, SiteOptions options)
    {
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls(options.Urls).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestForm;
            kestrel.Limits.MaxConcurrentConnections = 4000;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
    }

    private static void Log(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.IncludeScopes = true;
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
        });
        logging.SetMinimumLevel(LogLevel.Warning);

        // It warns that the keys are not encrypted: they are as safe as the database in the same folder.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    private static void AddSite(IServiceCollection services, SiteOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddSingleton(_ => Database.Create(options.Database, options.Data));
        services.AddSingleton(site => new DocumentWorkers(ReadingLimits.Of(site.GetRequiredService<IConfiguration>())));
        services.AddSingleton<LedgerStore>();
        services.AddSingleton<LedgerListStore>();
        services.AddSingleton<WorkbenchStore>();
        services.AddSingleton<LedgerChainStore>();
        services.AddSingleton<PeopleStore>();
        services.AddSingleton<SignInStore>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SecurityStore>();
        services.AddSingleton(_ => new BlobStore(options.Data));
        services.AddSingleton<RemovedFiles>();
        services.AddSingleton<MaterialStore>();
        services.AddSingleton<ReadingStore>();
        services.AddSingleton<RemarkStore>();
        services.AddSingleton<ReviewStore>();
        services.AddSingleton<RuleStore>();
        services.AddSingleton<RelapseStore>();
        services.AddSingleton<EarlierSayings>();
        services.AddSingleton<RelapseLinks>();
        services.AddSingleton<ReviewRules>();
        services.AddSingleton<MaterialReviews>();
        services.AddSingleton<EarlierTexts>();
        services.AddSingleton<WordingStore>();
        services.AddSingleton<DuplicateIndexes>();
        services.AddSingleton<EvidenceContentStore>();
        services.AddSingleton<EvidenceIndexes>();
        services.AddSingleton<EvidenceReader>();
        services.AddSingleton<EvidenceMatches>();
        services.AddSingleton<SearchStore>();
        services.AddSingleton<RoundStore>();
        services.AddSingleton<RoundListStore>();
        services.AddSingleton<Installation>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<UnknownNames>();
        services.AddSingleton<FirstRunCode>();
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<SignInTickets>();
        services.AddSingleton<SignInFlow>();
        services.AddScoped<LedgerDesk>();
        services.AddSingleton<EvidenceCheck>();
        services.AddScoped<RoundDesk>();
        services.AddScoped<SimilarDesk>();
        services.AddScoped<DemoRounds>();
        services.AddScoped<DemoData>();
        services.AddSingleton<DemoReviews>();
        services.AddSingleton<MaterialIntake>();
        services.AddSingleton<MaterialWords>();
        services.AddSingleton<SimilarWords>();
        services.AddSingleton<ReadingJob>();
        services.AddHostedService(site => site.GetRequiredService<ReadingJob>());
        services.AddScoped<ReviewFileEndpoint>();
        services.AddSingleton<ReviewJob>();
        services.AddHostedService(site => site.GetRequiredService<ReviewJob>());
        services.AddHostedService<RemovedFilesJob>();
        services.AddHostedService<DuplicateIndexJob>();
        services.AddHostedService<EvidenceJob>();
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentPerson>();
        services.AddScoped<Navigation>();
        services.AddScoped<LocalDates>();
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(Display.Configure);
        services.AddRazorPages(pages => pages.RootDirectory = "/Features")
            .AddDataAnnotationsLocalization(ValidationTexts.Localise)
            .AddViewOptions(views => views.HtmlHelperOptions.ClientValidationEnabled = false);
        services.Configure<CookieTempDataProviderOptions>(kept =>
        {
            kept.Cookie.Name = Notices.Cookie;
            kept.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddOptions<MvcOptions>().Configure<IStringLocalizer<SharedTexts>>(ValidationTexts.Localise);

        // Chinese as it is, and not as &#x…;: pages are half as large and can be read.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));

        // Over TLS too: the one secret of ours in a page, the form token, is masked anew in every answer, and the session
        // cookie does not come with requests that another site makes, so lengths tell a stranger nothing (BREACH).
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html"];
        });
    }

    private static void AddSecurity(IServiceCollection services, SiteOptions options)
    {
        services.AddDataProtection()
            .SetApplicationName("gongxing")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.Data, "keys")));
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton<SignInRate>();
        services.AddAuthentication(SessionSignIn.Name).AddScheme<AuthenticationSchemeOptions, SessionSignIn>(SessionSignIn.Name, null);
        Policies.Add(services.AddAuthorizationBuilder());
    }

    private static void Pipeline(WebApplication app, SiteOptions options)
    {
        if (options.Proxy is not null)
        {
            app.UseForwardedHeaders(Trusting(options.Proxy));
        }

        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseRequestLocalization(app.Services.GetRequiredService<IOptions<RequestLocalizationOptions>>().Value);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            StatusCodeSelector = failure => failure switch
            {
                WriteFailedException { Reason: WriteFailure.DiskFull } => StatusCodes.Status507InsufficientStorage,
                WriteFailedException { Reason: WriteFailure.Busy } => StatusCodes.Status503ServiceUnavailable,
                BadHttpRequestException bad => bad.StatusCode,
                _ => StatusCodes.Status500InternalServerError,
            },
        });
        app.UseStatusCodePagesWithReExecute("/error");
        app.UseRefusedActs();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    private static void Routes(WebApplication app)
    {
        app.MapRazorPages();
        app.MapAssets();
        app.MapDisplay();
        app.MapEvidence();
        app.MapEvidencePictures();
        app.MapMaterialFile();
        ReviewFileEndpoint.Map(app);
        app.MapRead("/healthz", () => "ok").AllowAnonymous();

        // Without this, the rule for pages that name no policy would answer an address that leads nowhere.
        app.MapFallback("{*nowhere}", () => Results.NotFound()).AllowAnonymous();
    }

    private static ForwardedHeadersOptions Trusting(IPAddress proxy)
    {
        var headers = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        headers.KnownProxies.Add(proxy);
        return headers;
    }
}
