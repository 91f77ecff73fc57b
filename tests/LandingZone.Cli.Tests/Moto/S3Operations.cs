using Microsoft.AspNetCore.Http;

namespace LandingZone.Cli.Tests.Moto;

/// <summary>
/// S3 names no operation in a request: the method and the subresource tell it.
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html
/// </summary>
internal static class S3Operations
{
    private static readonly Dictionary<string, string> OfSubresource = new()
    {
        ["acl"] = "GetBucketAcl",
        ["encryption"] = "GetBucketEncryption",
        ["lifecycle"] = "GetBucketLifecycleConfiguration",
        ["location"] = "GetBucketLocation",
        ["logging"] = "GetBucketLogging",
        ["object-lock"] = "GetObjectLockConfiguration",
        ["ownershipControls"] = "GetBucketOwnershipControls",
        ["policy"] = "GetBucketPolicy",
        ["policyStatus"] = "GetBucketPolicyStatus",
        ["publicAccessBlock"] = "GetPublicAccessBlock",
        ["replication"] = "GetBucketReplication",
        ["tagging"] = "GetBucketTagging",
        ["versioning"] = "GetBucketVersioning",
    };

    public static string Of(string method, string path, IQueryCollection query) => (method, path) switch
    {
        ("GET", "/") => "ListBuckets",
        ("GET", _) => query.Keys.Select(OfSubresource.GetValueOrDefault).FirstOrDefault(name => name is not null)
            ?? "ListObjects",
        ("HEAD", _) => "HeadBucket",
        _ => $"{method} {path}",
    };

    public static string OfControl(string method, string path) => (method, path) switch
    {
        ("GET", "/v20180820/configuration/publicAccessBlock") => "GetPublicAccessBlock",
        _ => $"{method} {path}",
    };
}
