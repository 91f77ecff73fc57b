using System.Collections.Immutable;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>S3's settings for a whole account.</summary>
public static class S3Control
{
    private static readonly AwsXmlOperation GetPublicAccessBlock =
        new(AwsService.S3Control, "GetPublicAccessBlock", "PublicAccessBlockConfiguration")
        {
            Path = "/v20180820/configuration/publicAccessBlock",
            Permission = "s3:GetAccountPublicAccessBlock",
        };

    public static readonly ImmutableArray<AwsOperation> Operations = [GetPublicAccessBlock];

    public static readonly ImmutableArray<FactPermission> Permissions =
    [
        new(nameof(Account), nameof(Account.PublicAccessBlocked), GetPublicAccessBlock.Permission),
        new(nameof(Bucket), nameof(Bucket.Public), GetPublicAccessBlock.Permission),
    ];

    /// <summary>The account's own block, which holds for all its buckets.</summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_GetPublicAccessBlock.html"/>
    public static async Task<PublicAccessBlock> PublicAccessBlockAsync(AwsClient aws, CancellationToken cancellation) =>
        PublicAccessBlock.From(
            await aws.CallAsync(GetPublicAccessBlock, [("x-amz-account-id", aws.AccountId)], cancellation));
}
