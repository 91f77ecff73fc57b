using System.Collections.Immutable;
using System.Xml.Linq;

namespace LandingZone.Providers.Aws;

/// <summary>Who is calling.</summary>
public static class Sts
{
    /// <summary>AWS answers it to everybody who has credentials, whatever policies say.</summary>
    private static readonly AwsXmlOperation GetCallerIdentity = new(AwsService.Sts, "GetCallerIdentity", "Account");

    public static readonly ImmutableArray<AwsOperation> Operations = [GetCallerIdentity];

    public static Task<AwsAnswer<XElement>> CallerAsync(AwsClient aws, CancellationToken cancellation) =>
        aws.CallAsync(GetCallerIdentity, cancellation);
}
