using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>IAM's settings for a whole account; its users and roles are read by <see cref="IamPrincipals"/>.</summary>
public static class Iam
{
    private static readonly AwsXmlOperation GetAccountPasswordPolicy =
        new(AwsService.Iam, "GetAccountPasswordPolicy", "PasswordPolicy");

    private static readonly AwsXmlOperation ListAccountAliases =
        new(AwsService.Iam, "ListAccountAliases", "AccountAliases") { Paging = AwsPaging.Marker };

    public static readonly ImmutableArray<AwsOperation> Operations = [GetAccountPasswordPolicy, ListAccountAliases];

    public static readonly ImmutableArray<FactPermission> Permissions =
    [
        new(nameof(PasswordPolicy), null, GetAccountPasswordPolicy.Permission),
        .. new[]
        {
            nameof(PasswordPolicy.MinimumLength), nameof(PasswordPolicy.History),
            nameof(PasswordPolicy.RequiresUpperCase), nameof(PasswordPolicy.RequiresLowerCase),
            nameof(PasswordPolicy.RequiresDigits), nameof(PasswordPolicy.RequiresSymbols),
            nameof(PasswordPolicy.MaximumAgeDays),
        }.Select(fact => new FactPermission(nameof(PasswordPolicy), fact, GetAccountPasswordPolicy.Permission)),
        new(nameof(Account), nameof(Account.Name), ListAccountAliases.Permission),
    ];

    /// <summary>
    /// The account's own policy. Where it sets none, AWS demands eight characters of three of the four classes, so no
    /// single class, and the password never ends.
    /// </summary>
    /// <param name="aws">The account.</param>
    /// <param name="inUse">Whether any user has a password.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html"/>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PasswordPolicy.html"/>
    public static async Task<Resource> PasswordPolicyAsync(
        AwsClient aws, Fact<bool> inUse, CancellationToken cancellation) =>
        await aws.CallAsync(GetAccountPasswordPolicy, cancellation) switch
        {
            { Body: { } result } => Policy(aws, inUse, result.Element("PasswordPolicy")!),
            { Code: "NoSuchEntity" } => Policy(
                aws, inUse, new XElement("PasswordPolicy", new XElement("MinimumPasswordLength", 8))),
            var refused => Gap.Of(
                nameof(PasswordPolicy), Cloud.Aws, aws.AccountId, aws.AccountId, null, refused.Why.Reason),
        };

    /// <summary>What the account calls itself; null when it has no alias or does not tell.</summary>
    public static async Task<string?> AliasAsync(AwsClient aws, CancellationToken cancellation)
    {
        var aliases = await aws.ListAsync(ListAccountAliases, [], cancellation);
        return aliases.Items.Count > 0 ? aliases.Items[0].Value : null;
    }

    private static PasswordPolicy Policy(AwsClient aws, Fact<bool> inUse, XElement policy) => new()
    {
        Id = $"arn:{aws.Partition}:iam::{aws.AccountId}:password-policy",
        Name = "IAM",
        Cloud = Cloud.Aws,
        AccountId = aws.AccountId,
        InUse = inUse,
        MinimumLength = Number(policy, "MinimumPasswordLength") is { } length
            ? length
            : new Unread("the answer does not state MinimumPasswordLength"),
        History = Number(policy, "PasswordReusePrevention") ?? 0,
        RequiresUpperCase = policy.IsTrue("RequireUppercaseCharacters"),
        RequiresLowerCase = policy.IsTrue("RequireLowercaseCharacters"),
        RequiresDigits = policy.IsTrue("RequireNumbers"),
        RequiresSymbols = policy.IsTrue("RequireSymbols"),
        // IAM has no list of words.
        BansOwnWords = false,
        MaximumAgeDays = Number(policy, "MaxPasswordAge") ?? 0,
    };

    private static int? Number(XElement policy, string name) =>
        int.TryParse(policy.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
