using System.Collections.Immutable;
using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>
/// Users and their access keys. The root user's facts come from the account summary, which is current, and for its keys
/// and last use from the credential report.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html"/>
internal static class IamUser
{
    public static IEnumerable<Resource> Read(
        AwsClient aws, AwsAnswer<XElement> summary, AuthorizationDetails details, ReportOrRefusal report)
    {
        foreach (var resource in Root(aws, summary, report))
        {
            yield return resource;
        }

        var described = details.Users.Select(user => (
            Arn: user.Text("Arn") ?? "", Name: user.Text("UserName") ?? "", Admin: details.IsAdministrator(user)));
        // Where the users were refused the report still knows most; the gap says that there may be more.
        var reported = details.Refused is { } refused
            ? report.Rows.Values.Where(row => row.Name != CredentialReportRow.Root && !details.Has(row.Arn))
                .Select(row => (row.Arn, row.Name, Admin: (Fact<bool>)refused))
            : [];
        foreach (var (arn, name, administrator) in described.Concat(reported))
        {
            var row = report.Rows.GetValueOrDefault(arn);
            yield return new User
            {
                Id = arn,
                Name = name,
                Cloud = Cloud.Aws,
                AccountId = aws.AccountId,
                Administrator = administrator,
                Root = false,
                // IAM switches off passwords and keys, never a user.
                Enabled = true,
                Source = UserSource.Local,
                HasPassword = row?.HasPassword ?? report.Missing,
                MultiFactor = row?.MultiFactor ?? report.Missing,
                PhishingResistant = NotCollected.Yet,
                LastUsed = row?.LastUsed ?? report.Missing,
            };
            foreach (var key in Keys(aws, arn, name, row?.AccessKeys ?? report.Missing))
            {
                yield return key;
            }
        }
    }

    private static IEnumerable<Resource> Root(AwsClient aws, AwsAnswer<XElement> summary, ReportOrRefusal report)
    {
        var arn = $"arn:{aws.Partition}:iam::{aws.AccountId}:root";
        var row = report.Rows.GetValueOrDefault(arn);
        var keys = Count(summary, "AccountAccessKeysPresent") is { IsRead: true, Value: 0 }
            ? ImmutableArray<ReportedKey>.Empty
            : row?.AccessKeys ?? report.Missing;
        var password = HasPassword(summary, row?.HasPassword ?? report.Missing);
        var devices = Count(summary, "AccountMFAEnabled");
        yield return new User
        {
            Id = arn,
            Name = "root",
            Cloud = Cloud.Aws,
            AccountId = aws.AccountId,
            Administrator = true,
            Root = true,
            Enabled = password.Or(keys.Select(all => all.Any(key => key.Active))),
            Source = UserSource.Local,
            HasPassword = password,
            MultiFactor = devices.IsRead ? devices.Value > 0
                : row?.MultiFactor ?? devices.Select(count => count > 0),
            PhishingResistant = NotCollected.Yet,
            LastUsed = row?.LastUsed ?? report.Missing,
        };
        foreach (var key in Keys(aws, arn, "root", keys))
        {
            yield return key;
        }
    }

    private static IEnumerable<Resource> Keys(
        AwsClient aws, string owner, string name, Fact<ImmutableArray<ReportedKey>> keys) => keys.IsRead
        ? keys.Value.Select(key => new AccessKey
        {
            Id = $"{owner}/access-key/{key.Place}",
            Name = $"{name}/{key.Place}",
            Cloud = Cloud.Aws,
            AccountId = aws.AccountId,
            Owner = new(owner),
            Active = key.Active,
            Created = key.Created,
            LastUsed = key.LastUsed,
        })
        : [Gap.Of(nameof(AccessKey), Cloud.Aws, aws.AccountId, aws.AccountId, null, $"keys of {name}: {keys.Unread}")];

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
