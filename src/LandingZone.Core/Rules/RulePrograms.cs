using LandingZone.Cel;

namespace LandingZone.Core.Rules;

/// <summary>A rule's expressions, checked and compiled.</summary>
internal sealed record RulePrograms(
    CelProgram? When, CelProgram Condition, CelTemplate Message, ParameterTypes Parameters, IReadOnlyCollection<Property> Named);

/// <summary>
/// The variables of every rule. A rule that judges organizations or folders has no <c>account</c>, so that one that asks
/// for it is refused when it is loaded.
/// </summary>
internal static class RuleVariables
{
    public const int Resource = 0;
    public const int Organization = 1;
    public const int Estate = 2;
    public const int Params = 3;
    public const int Now = 4;
    public const int Account = 5;

    // A question is asked of an organization, so the two never meet.
    public const int Answer = 5;

    public static CelEnvironment Of(Model.Kind kind, ParameterTypes parameters)
    {
        var environment = CelEnvironment.Standard
            .With("resource", CelType.Object(ModelType.Of(kind.Type)))
            .With("organization", CelType.Object(ModelType.Of(typeof(Model.Organization))))
            .With("estate", CelType.Object(ModelType.Of(typeof(WholeEstate))))
            .With("params", CelType.Object(parameters))
            .With("now", CelType.Timestamp);
        return kind == Model.Kind.Question ? environment.With(RuleReader.AnswerName, CelType.Bool)
            : HaveAccount(kind) ? environment.With("account", CelType.Object(ModelType.Of(typeof(Model.Account))))
            : environment;
    }

    /// <summary>Whether resources of the kind belong to an account; only then is the last slot the account's.</summary>
    public static bool HaveAccount(Model.Kind kind) =>
        kind.Type != typeof(Model.Organization) && kind.Type != typeof(Model.Folder);
}
