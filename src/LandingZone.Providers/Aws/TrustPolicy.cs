using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>Who may take on a role, by its trust policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"/>
internal static class TrustPolicy
{
    // Conditions that a stranger who knows the role's name cannot meet. A condition of aud alone is met by every token
    // that the provider writes, one of MFA or of an address by anybody who has it; amr tells whom Cognito has asked.
    private static readonly ImmutableHashSet<string> Narrowing =
    [
        "sts:externalid", "aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount", "aws:principalarn",
        "aws:userid", "aws:username", "aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths",
        "cognito-identity.amazonaws.com:amr",
    ];

    /// <summary>Services are no trusts; an account that is not among the organization's is an outsider.</summary>
    /// <param name="document">The policy, percent-encoded as IAM writes it.</param>
    /// <param name="own">The id of the account that holds the role.</param>
    /// <param name="members">The ids of all accounts of the organization.</param>
    public static Fact<ImmutableArray<Trust>> Read(string? document, string own, Fact<ImmutableArray<string>> members)
    {
        if (document is null || AwsPolicy.Parse(Uri.UnescapeDataString(document)) is not { } policy)
        {
            return new Unread("the trust policy is not readable");
        }

        var trusts = ImmutableArray.CreateBuilder<Trust>();
        foreach (var statement in policy.Assuming)
        {
            foreach (var (principal, federated) in Principals(statement))
            {
                var party = Party(principal, federated, own, members);
                if (!party.IsRead)
                {
                    return new Unread($"whose account {principal} is: {party.Unread}");
                }

                trusts.Add(new Trust
                {
                    Principal = principal,
                    Party = party.Value,
                    Conditional = (federated && IsSaml(principal)) || IsNarrowed(statement["Condition"] as JsonObject),
                });
            }
        }

        return trusts.Distinct().ToImmutableArray();
    }

    /// <summary>
    /// AWS puts an id without an account for a principal that was deleted, whom nobody can be any more.
    /// </summary>
    private static IEnumerable<(string Principal, bool Federated)> Principals(JsonObject statement)
    {
        // All but some is everybody.
        if (statement.ContainsKey("NotPrincipal") || statement["Principal"] is JsonValue)
        {
            return [("*", false)];
        }

        return statement["Principal"].Texts("AWS")
            .Where(principal => principal == "*" || AccountOf(principal) is not null)
            .Select(principal => (principal, false))
            .Concat(statement["Principal"].Texts("Federated").Select(provider => (provider, true)));
    }

    private static Fact<TrustedParty> Party(
        string principal, bool federated, string own, Fact<ImmutableArray<string>> members) =>
        principal == "*" ? TrustedParty.Anyone
        : federated ? TrustedParty.Federation
        : AccountOf(principal) == own ? TrustedParty.Organization
        : members.Select(known =>
            known.Contains(AccountOf(principal)!) ? TrustedParty.Organization : TrustedParty.Outsider);

    private static string? AccountOf(string principal)
    {
        var account = principal.StartsWith("arn:", StringComparison.Ordinal)
            ? principal.Split(':').ElementAtOrDefault(4)
            : principal;
        return account is { Length: 12 } && account.All(char.IsAsciiDigit) ? account : null;
    }

    /// <summary>A SAML provider names, in each assertion, the roles that it gives to that person alone.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html"/>
    private static bool IsSaml(string provider) => provider.Contains(":saml-provider/", StringComparison.Ordinal);

    private static bool IsNarrowed(JsonObject? conditions) => (conditions ?? [])
        .Where(test => IsDemand(test.Key))
        .SelectMany(test => test.Value is JsonObject keys
            ? keys.Select(key => (key.Key, Values: keys.Texts(key.Key)))
            : [])
        .Any(demand => IsOfSomebody(demand.Key) && demand.Values.All(Names));

    /// <summary>What a missing key passes (…IfExists, ForAllValues) demands nothing; nor does a negation.</summary>
    private static bool IsDemand(string test) =>
        !test.EndsWith("IfExists", StringComparison.OrdinalIgnoreCase)
        && !test.StartsWith("ForAllValues", StringComparison.OrdinalIgnoreCase)
        && !test.Contains("Not", StringComparison.OrdinalIgnoreCase)
        && !test.StartsWith("Null", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfSomebody(string key) => Narrowing.Contains(key.ToLowerInvariant())
        || key.EndsWith(":sub", StringComparison.OrdinalIgnoreCase)
        || key.StartsWith("aws:PrincipalTag/", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a value is more than "any": <c>repo:*</c> is every repository of everybody, <c>arn:aws:iam::*:role/x</c>
    /// a role of everybody's.
    /// </summary>
    private static bool Names(string value) =>
        value != "unauthenticated"
        && !(value.StartsWith("arn:", StringComparison.Ordinal)
            ? value.Split(':').ElementAtOrDefault(4) ?? "*"
            : value[(value.IndexOf(':', StringComparison.Ordinal) + 1)..]).StartsWith('*');
}
