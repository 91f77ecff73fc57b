using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>The flags of one public access block, a bucket's or an account's.</summary>
/// <param name="All">All four are on, so that nothing can become public.</param>
/// <param name="IgnoresAcls">Public ACLs have no effect.</param>
/// <param name="RestrictsPolicy">Public policies reach only the account itself and AWS services.</param>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PublicAccessBlockConfiguration.html"/>
public sealed record PublicAccessBlock(Fact<bool> All, Fact<bool> IgnoresAcls, Fact<bool> RestrictsPolicy)
{
    private static readonly string[] Flags =
        ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"];

    public static PublicAccessBlock From(AwsAnswer<XElement> answer) => answer switch
    {
        { Body: { } block } => new(
            Flags.All(block.IsTrue), block.IsTrue("IgnorePublicAcls"), block.IsTrue("RestrictPublicBuckets")),
        // 404 is S3's way to say that nothing is blocked.
        { Code: "NoSuchPublicAccessBlockConfiguration" } => new(false, false, false),
        var refused => Unread(refused.Why),
    };

    public static PublicAccessBlock Unread(Unread why) => new(why, why, why);
}

/// <summary>Decides whether a bucket is public now, from the grants and the blocks that undo them.</summary>
internal static class PublicAccess
{
    /// <summary>
    /// Public by ACL or by policy, unless the bucket's or the account's block undoes it; unread where that decides.
    /// </summary>
    public static Fact<bool> Decide(
        PublicAccessBlock bucket, PublicAccessBlock account, Fact<bool> byAcl, Fact<bool> byPolicy)
    {
        var ignoresAcls = bucket.IgnoresAcls.Or(account.IgnoresAcls);
        var restrictsPolicy = bucket.RestrictsPolicy.Or(account.RestrictsPolicy);
        return byAcl.And(ignoresAcls.Not()).Or(byPolicy.And(restrictsPolicy.Not()));
    }
}
