using LandingZone.Core.Model;
using LandingZone.Providers.Aws;

namespace LandingZone.Providers.Tests.Aws;

public class IamTests
{
    [Theory]
    [InlineData("<MinimumPasswordLength>14</MinimumPasswordLength><RequireSymbols>true</RequireSymbols>"
        + "<RequireNumbers>true</RequireNumbers><RequireUppercaseCharacters>true</RequireUppercaseCharacters>"
        + "<RequireLowercaseCharacters>true</RequireLowercaseCharacters><MaxPasswordAge>90</MaxPasswordAge>"
        + "<PasswordReusePrevention>24</PasswordReusePrevention>", 14, 24, true, 90)]
    [InlineData("<MinimumPasswordLength>6</MinimumPasswordLength><RequireSymbols>false</RequireSymbols>"
        + "<RequireNumbers>true</RequireNumbers><RequireUppercaseCharacters>true</RequireUppercaseCharacters>"
        + "<RequireLowercaseCharacters>true</RequireLowercaseCharacters><ExpirePasswords>false</ExpirePasswords>",
        6, 0, false, 0)]
    public async Task A_password_policy_that_is_set_is_stated(
        string members, int length, int history, bool classes, int age)
    {
        var policy = await PasswordPolicyAsync(new(
            200,
            $"<GetAccountPasswordPolicyResponse><GetAccountPasswordPolicyResult><PasswordPolicy>"
                + $"{members}</PasswordPolicy></GetAccountPasswordPolicyResult></GetAccountPasswordPolicyResponse>"));

        Assert.Equal(
            new PasswordPolicy
            {
                MinimumLength = length,
                History = history,
                AllCharacterClasses = classes,
                MaximumAgeDays = age,
            },
            policy.Value);
    }

    [Fact]
    public async Task An_account_without_a_password_policy_has_the_default_one()
    {
        var policy = await PasswordPolicyAsync(
            new(404, "<ErrorResponse><Error><Code>NoSuchEntity</Code></Error></ErrorResponse>"));

        Assert.Equal(
            new PasswordPolicy { MinimumLength = 8, History = 0, AllCharacterClasses = false, MaximumAgeDays = 0 },
            policy.Value);
    }

    [Fact]
    public async Task A_refused_password_policy_is_unread() => Assert.Equal(
        "AccessDenied: grant iam:GetAccountPasswordPolicy", (await PasswordPolicyAsync(Aws.Denied("it"))).Unread);

    private static async Task<Fact<PasswordPolicy>> PasswordPolicyAsync(WireReply reply)
    {
        using LoopbackServer server = new(_ => reply);
        return await Iam.PasswordPolicyAsync(Aws.Client(server), TestContext.Current.CancellationToken);
    }
}
