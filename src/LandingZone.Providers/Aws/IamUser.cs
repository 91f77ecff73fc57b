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
        var described = details.Users.Select(user => (
            Arn: user.Text("Arn") ?? "", Name: user.Text("UserName") ?? "", Admin: details.IsAdministrator(user)));
        // Where the users were refused the report still knows most; the gap says that there may be more.
        var reported = details.Refused is { } refused
            ? report.Rows.Values.Where(row => row.Name != CredentialReportRow.Root && !details.Has(row.Arn))
                .Select(row => (row.Arn, row.Name, Admin: (Fact<bool>)refused))
            : [];
        List<(User User, Fact<ImmutableArray<ReportedKey>> Keys)> read =
        [
            Root(aws, summary, report),
            .. described.Concat(reported).Select(user => Of(aws, user.Arn, user.Name, user.Admin, report)),
        ];
        return
        [
            .. read.Select(one => one.User),
            .. read.SelectMany(one => one.Keys.IsRead ? one.Keys.Value.Select(key => Key(aws, one.User, key)) : []),
            .. Gaps(aws, [.. read.Where(one => !one.Keys.IsRead)]),
        ];
    }

    private static (User User, Fact<ImmutableArray<ReportedKey>> Keys) Of(
        AwsClient aws, string arn, string name, Fact<bool> administrator, ReportOrRefusal report)
    {
        var row = report.Rows.GetValueOrDefault(arn);
        var user = new User
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
        return (user, row?.AccessKeys ?? report.Missing);
    }

    private static (User User, Fact<ImmutableArray<ReportedKey>> Keys) Root(
        AwsClient aws, AwsAnswer<XElement> summary, ReportOrRefusal report)
    {
        var arn = $"arn:{aws.Partition}:iam::{aws.AccountId}:root";
        var (user, keys) = Of(aws, arn, "root", true, report);
        keys = Count(summary, "AccountAccessKeysPresent") is { IsRead: true, Value: 0 }
            ? ImmutableArray<ReportedKey>.Empty
            : keys;
        var password = HasPassword(summary, user.HasPassword);
        var devices = Count(summary, "AccountMFAEnabled").Select(count => count > 0);
        var root = user with
        {
            Root = true,
            Enabled = password.Or(keys.Select(all => all.Any(key => key.Active))),
            HasPassword = password,
            MultiFactor = devices.IsRead || !user.MultiFactor.IsRead ? devices : user.MultiFactor,
        };
        return (root, keys);
    }

    private static AccessKey Key(AwsClient aws, User owner, ReportedKey key) => new()
    {
        Id = $"{owner.Id}/access-key/{key.Place}",
        Name = $"{owner.Name}/{key.Place}",
        Cloud = Cloud.Aws,
        AccountId = aws.AccountId,
        Owner = new(owner.Id),
        Active = key.Active,
        Created = key.Created,
        LastUsed = key.LastUsed,
    };

    /// <summary>One for the account, whoever's keys are not known.</summary>
    private static IEnumerable<Gap> Gaps(
        AwsClient aws, IReadOnlyList<(User User, Fact<ImmutableArray<ReportedKey>> Keys)> unread) => unread.Count == 0
        ? []
        : [Gap.Of(
            nameof(AccessKey),
            Cloud.Aws,
            aws.AccountId,
            aws.AccountId,
            null,
            $"keys of {unread[0].User.Name}{(unread.Count > 1 ? $" and {unread.Count - 1} more" : "")}: "
                + unread[0].Keys.Unread)];

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
