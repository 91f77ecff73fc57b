namespace LandingZone.Providers.Aws;

/// <summary>How a service puts a call on the wire.</summary>
/// <seealso href="https://smithy.io/2.0/aws/protocols/index.html"/>
public enum AwsProtocol
{
    /// <summary>Form fields in, XML out (IAM, STS).</summary>
    Query,

    /// <summary>Form fields in, XML out, without the result wrapper of <see cref="Query"/>.</summary>
    Ec2,

    /// <summary>JSON both ways, the operation named in <c>X-Amz-Target</c>.</summary>
    Json,

    /// <summary>Paths and query strings in, XML out (S3).</summary>
    RestXml,
}

/// <summary>A service of AWS as its wire protocol names it.</summary>
/// <param name="Name">The first label of its endpoint, such as <c>s3-control</c>.</param>
/// <param name="Id">
/// The service id that configuration names, such as <c>S3 Control</c> in AWS_ENDPOINT_URL_S3_CONTROL.
/// </param>
/// <param name="Protocol">How it puts a call on the wire.</param>
/// <param name="Version">The API version (form protocols) or the prefix of <c>X-Amz-Target</c> (JSON).</param>
/// <param name="PerSecond">
/// How many calls a second an account may make in a region without being throttled often.
/// </param>
public sealed record AwsService(string Name, string Id, AwsProtocol Protocol, string Version, double PerSecond)
{
    public static readonly AwsService Budgets =
        new("budgets", "Budgets", AwsProtocol.Json, "AWSBudgetServiceGateway", 5);

    public static readonly AwsService CloudTrail = new(
        "cloudtrail", "CloudTrail", AwsProtocol.Json, "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101", 10);

    public static readonly AwsService Ec2 = new("ec2", "EC2", AwsProtocol.Ec2, "2016-11-15", 20);

    public static readonly AwsService Iam = new("iam", "IAM", AwsProtocol.Query, "2010-05-08", 15);

    public static readonly AwsService Organizations =
        new("organizations", "Organizations", AwsProtocol.Json, "AWSOrganizationsV20161128", 10);

    public static readonly AwsService S3 = new("s3", "S3", AwsProtocol.RestXml, "2006-03-01", 200);

    public static readonly AwsService S3Control =
        new("s3-control", "S3 Control", AwsProtocol.RestXml, "2018-08-20", 20)
        {
            SigningName = "s3",
            HostHasAccount = true,
        };

    public static readonly AwsService Sts = new("sts", "STS", AwsProtocol.Query, "2011-06-15", 50);

    /// <summary>The service's name in the signature.</summary>
    public string SigningName { get; init; } = Name;

    /// <summary>Whether the account id stands before the endpoint's host.</summary>
    public bool HostHasAccount { get; init; }
}
