namespace LandingZone.Core.Model;

/// <summary>One region of one account, with the settings that hold for all that is made there.</summary>
public sealed record Region : Resource
{
    /// <summary>
    /// Whether new disks are encrypted without being asked. Always true on Azure, Google Cloud and OCI.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetEbsEncryptionByDefault.html"/>
    public required Fact<bool> DisksEncryptedByDefault { get; init; }
}
