using System.Xml.Linq;

namespace LandingZone.Providers.Aws;

/// <summary>Whose a thing of EC2 is: lists of networks hold also what others share with the account.</summary>
internal static class AwsOwner
{
    /// <summary>Whether the account owns it; what states no owner is the account's.</summary>
    public static bool Owns(this AwsClient aws, XElement item) => Of(aws, item) == aws.AccountId;

    /// <summary>The ARN of something of the same owner as the item.</summary>
    public static string ArnOf(this AwsClient aws, XElement item, string resource) =>
        $"arn:{aws.Partition}:ec2:{aws.Region}:{Of(aws, item)}:{resource}";

    private static string Of(AwsClient aws, XElement item) =>
        item.Text("ownerId") is { Length: > 0 } owner ? owner : aws.AccountId;
}
