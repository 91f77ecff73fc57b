using System.Collections.Immutable;
using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>
/// The root user: by the account summary, which is current, and for its keys by the credential report.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html"/>
internal static class RootUser
{
    public static User From(AwsClient aws, AwsAnswer<XElement> summary, ReportOrRefusal report)
    {
        var arn = $"arn:{aws.Partition}:iam::{aws.AccountId}:root";
        var row = report.Rows.GetValueOrDefault(arn);
        var keys = Count(summary, "AccountAccessKeysPresent");
        return new User
        {
            Id = arn,
            Name = "root",
            Cloud = Cloud.Aws,
            AccountId = aws.AccountId,
            Administrator = true,
            HasPassword = HasPassword(summary, row?.HasPassword ?? report.Missing),
            MultiFactor = Count(summary, "AccountMFAEnabled") is { IsRead: true } mfa
                ? mfa.Value > 0
                : row?.MultiFactor ?? Count(summary, "AccountMFAEnabled").Select(count => count > 0),
            AccessKeys = keys is { IsRead: true, Value: 0 }
                ? ImmutableArray<AccessKey>.Empty
                : row?.AccessKeys ?? report.Missing,
        };
    }

    /// <summary>
    /// Where an organization has taken the credentials of its members' root users away, the summary says so; accounts
    /// of partitions that do not know the entry have a password.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-enable-root-access.html"/>
    private static Fact<bool> HasPassword(AwsAnswer<XElement> summary, Fact<bool> reported)
    {
        if (summary.Body is null)
        {
            return reported.IsRead ? reported : summary.Why;
        }

        var present = Count(summary, "AccountPasswordPresent");
        return present.IsRead ? present.Value > 0 : reported.IsRead ? reported : true;
    }

    private static Fact<int> Count(AwsAnswer<XElement> summary, string key)
    {
        if (summary.Body is not { } body)
        {
            return summary.Why;
        }

        var entry = body.Element("SummaryMap")!.Elements("entry").FirstOrDefault(pair => pair.Text("key") == key);
        return int.TryParse(entry?.Text("value"), out var count)
            ? count
            : new Unread($"the account summary does not state {key}");
    }
}
