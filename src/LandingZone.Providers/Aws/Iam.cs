using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>IAM's settings for a whole account; its users are read by <see cref="IamUsers"/>.</summary>
public static class Iam
{
    private static readonly AwsXmlOperation GetAccountPasswordPolicy =
        new(AwsService.Iam, "GetAccountPasswordPolicy", "PasswordPolicy");

    private static readonly AwsXmlOperation ListAccountAliases =
        new(AwsService.Iam, "ListAccountAliases", "AccountAliases") { Paging = AwsPaging.Marker };

    public static readonly ImmutableArray<AwsOperation> Operations = [GetAccountPasswordPolicy, ListAccountAliases];

    public static readonly ImmutableArray<FactPermission> Permissions =
    [
        new(nameof(Account), nameof(Account.PasswordPolicy), GetAccountPasswordPolicy.Permission),
        new(nameof(Account), nameof(Account.Name), ListAccountAliases.Permission),
    ];

    /// <summary>
    /// What AWS demands where an account sets nothing: eight characters of three of the four classes, without an end.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html"/>
    private static readonly PasswordPolicy Default =
        new() { MinimumLength = 8, History = 0, AllCharacterClasses = false, MaximumAgeDays = 0 };

    /// <summary>The account's own policy, or AWS's default where there is none.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PasswordPolicy.html"/>
    public static async Task<Fact<PasswordPolicy>> PasswordPolicyAsync(AwsClient aws, CancellationToken cancellation) =>
        await aws.CallAsync(GetAccountPasswordPolicy, cancellation) switch
        {
            { Body: { } result } => Policy(result.Element("PasswordPolicy")!),
            { Code: "NoSuchEntity" } => Default,
            var refused => refused.Why,
        };

    /// <summary>What the account calls itself; null when it has no alias or does not tell.</summary>
    public static async Task<string?> AliasAsync(AwsClient aws, CancellationToken cancellation)
    {
        var aliases = await aws.ListAsync(ListAccountAliases, [], cancellation);
        return aliases.Items.Count > 0 ? aliases.Items[0].Value : null;
    }

    private static Fact<PasswordPolicy> Policy(XElement policy)
    {
        if (Number(policy, "MinimumPasswordLength") is not { } length)
        {
            return new Unread("the answer does not state MinimumPasswordLength");
        }

        return new PasswordPolicy
        {
            MinimumLength = length,
            History = Number(policy, "PasswordReusePrevention") ?? 0,
            AllCharacterClasses = policy.IsTrue("RequireSymbols") && policy.IsTrue("RequireNumbers")
                && policy.IsTrue("RequireUppercaseCharacters") && policy.IsTrue("RequireLowercaseCharacters"),
            MaximumAgeDays = Number(policy, "MaxPasswordAge") ?? 0,
        };
    }

    private static int? Number(XElement policy, string name) =>
        int.TryParse(policy.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
