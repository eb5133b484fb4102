using System.ComponentModel.DataAnnotations;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web;

/// <summary>
/// What forms say of their fields, from resources: names of fields and messages of attributes from the feature's own texts,
/// what those lack from the shared ones, and a sentence of ours for every attribute that was given none.
/// </summary>
public sealed class ValidationTexts : IValidationMetadataProvider
{
    public static void Localise(MvcDataAnnotationsLocalizationOptions options) =>
        options.DataAnnotationLocalizerProvider = (model, factory) =>
            new OwnThenShared(TextsOf(model) is { } texts ? factory.Create(texts) : null, factory.Create(typeof(SharedTexts)));

    public static void Localise(MvcOptions mvc, IStringLocalizer shared)
    {
        mvc.ModelMetadataDetailsProviders.Add(new ValidationTexts());
        DefaultModelBindingMessageProvider say = mvc.ModelBindingMessageProvider;
        say.SetAttemptedValueIsInvalidAccessor((value, name) => shared["Wrong.Value", name, value]);
        say.SetValueMustNotBeNullAccessor(name => shared["Wrong.Required", name]);
        say.SetMissingBindRequiredValueAccessor(name => shared["Wrong.Required", name]);
        say.SetUnknownValueIsInvalidAccessor(name => shared["Wrong.Unreadable", name]);
        say.SetValueIsInvalidAccessor(value => shared["Wrong.Unreadable", value]);
        say.SetValueMustBeANumberAccessor(name => shared["Wrong.Unreadable", name]);
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (ValidationAttribute attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            attribute.ErrorMessage ??= attribute switch
            {
                RequiredAttribute => "Wrong.Required",
                MaxLengthAttribute => "Wrong.TooLong",
                StringLengthAttribute { MinimumLength: > 0 } => "Wrong.Length",
                StringLengthAttribute => "Wrong.TooLong",
                RangeAttribute => "Wrong.Range",
                _ => "Wrong.Form",
            };
        }
    }

    /// <summary>The texts beside a page: <c>LedgerTexts</c> for what stands in <c>Features.Ledger</c>.</summary>
    private static Type? TextsOf(Type model) =>
        model.Namespace is { } folder ? model.Assembly.GetType($"{folder}.{folder[(folder.LastIndexOf('.') + 1)..]}Texts") : null;

    private sealed class OwnThenShared(IStringLocalizer? own, IStringLocalizer shared) : IStringLocalizer
    {
        public LocalizedString this[string name] => own?[name] is { ResourceNotFound: false } found ? found : shared[name];

        public LocalizedString this[string name, params object[] arguments] =>
            own?[name, arguments] is { ResourceNotFound: false } found ? found : shared[name, arguments];

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => shared.GetAllStrings(includeParentCultures);
    }
}
