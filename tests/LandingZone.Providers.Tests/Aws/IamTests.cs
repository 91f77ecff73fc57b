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
        var policy = Assert.IsType<PasswordPolicy>(await PasswordPolicyAsync(new(
            200,
            $"<GetAccountPasswordPolicyResponse><GetAccountPasswordPolicyResult><PasswordPolicy>"
                + $"{members}</PasswordPolicy></GetAccountPasswordPolicyResult></GetAccountPasswordPolicyResponse>")));

        Assert.Equal((length, history, age), Numbers(policy));
        Assert.Equal((true, true, true, classes), Classes(policy));
        Assert.False(policy.BansOwnWords.Value);
        Assert.True(policy.InUse.Value);
        Assert.Equal("arn:aws:iam::111122223333:password-policy", policy.Id);
    }

    [Fact]
    public async Task An_account_without_a_password_policy_has_the_default_one()
    {
        var policy = Assert.IsType<PasswordPolicy>(await PasswordPolicyAsync(
            new(404, "<ErrorResponse><Error><Code>NoSuchEntity</Code></Error></ErrorResponse>")));

        Assert.Equal((8, 0, 0), Numbers(policy));
        Assert.Equal((false, false, false, false), Classes(policy));
    }

    [Fact]
    public async Task A_refused_password_policy_is_a_gap() => Assert.Equal(
        "AccessDenied: grant iam:GetAccountPasswordPolicy",
        Assert.IsType<Gap>(await PasswordPolicyAsync(Aws.Denied("it"))).Why);

    private static (int, int, int) Numbers(PasswordPolicy policy) =>
        (policy.MinimumLength.Value, policy.History.Value, policy.MaximumAgeDays.Value);

    private static (bool, bool, bool, bool) Classes(PasswordPolicy policy) => (
        policy.RequiresUpperCase.Value, policy.RequiresLowerCase.Value, policy.RequiresDigits.Value,
        policy.RequiresSymbols.Value);

    private static async Task<Resource> PasswordPolicyAsync(WireReply reply)
    {
        using LoopbackServer server = new(_ => reply);
        return await Iam.PasswordPolicyAsync(Aws.Client(server), true, TestContext.Current.CancellationToken);
    }
}
