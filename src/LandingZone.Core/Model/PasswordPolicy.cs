namespace LandingZone.Core.Model;

/// <summary>
/// What is demanded of passwords of the cloud's own users, as it is enforced: an AWS account's policy (or AWS's
/// default), Entra's, Google's of an organizational unit, one of an OCI identity domain.
/// </summary>
public sealed record PasswordPolicy : Resource
{
    /// <summary>
    /// Whether anybody whom it governs can sign in with a password; the AWS root user does not count.
    /// </summary>
    public required Fact<bool> InUse { get; init; }

    /// <summary>The least number of characters. AWS without a policy and Entra: 8.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html"/>
    public required Fact<int> MinimumLength { get; init; }

    /// <summary>How many earlier passwords may not be used again; 0 when any may.</summary>
    public required Fact<int> History { get; init; }

    /// <summary>Whether an upper case letter is demanded. Entra and Google: by their strength tests.</summary>
    public required Fact<bool> RequiresUpperCase { get; init; }

    /// <summary>Whether a lower case letter is demanded; told as for <see cref="RequiresUpperCase"/>.</summary>
    public required Fact<bool> RequiresLowerCase { get; init; }

    /// <summary>Whether a digit is demanded; told as for <see cref="RequiresUpperCase"/>.</summary>
    public required Fact<bool> RequiresDigits { get; init; }

    /// <summary>
    /// Whether a character is demanded that is neither letter nor digit; told as for <see cref="RequiresUpperCase"/>.
    /// </summary>
    public required Fact<bool> RequiresSymbols { get; init; }

    /// <summary>
    /// Whether words of the organization's own choice are refused (Entra). Never where there is no such list.
    /// </summary>
    /// <seealso href="https://learn.microsoft.com/en-us/entra/identity/authentication/concept-password-ban-bad"/>
    public required Fact<bool> BansOwnWords { get; init; }

    /// <summary>After how many days a password ends; 0 when it never does.</summary>
    public required Fact<int> MaximumAgeDays { get; init; }
}
