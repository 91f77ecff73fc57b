using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>The sign-in of one user as IAM's credential report states it.</summary>
/// <param name="Name">The user's name; <see cref="Root"/> for the root user.</param>
/// <param name="Arn">The user's ARN.</param>
/// <param name="HasPassword">Unread where the report says <c>not_supported</c>.</param>
/// <param name="MultiFactor">Whether a device is registered.</param>
/// <param name="LastUsed">Of its password or any of its keys; of a user who never signed in, when it was made.</param>
/// <param name="AccessKeys">Those it has now.</param>
internal sealed record CredentialReportRow(
    string Name,
    string Arn,
    Fact<bool> HasPassword,
    Fact<bool> MultiFactor,
    Fact<DateTimeOffset> LastUsed,
    Fact<ImmutableArray<ReportedKey>> AccessKeys)
{
    /// <summary>The root user's name in the report.</summary>
    public const string Root = "<root_account>";
}

/// <summary>An access key as the report states it.</summary>
/// <param name="Place">1 or 2: the report does not tell the key's id.</param>
/// <param name="Active">Whether it works.</param>
/// <param name="Created">When it was made, or switched on or off last; UTC.</param>
/// <param name="LastUsed">When it was last used; of a key that never was, when it was made.</param>
internal sealed record ReportedKey(
    string Place, bool Active, Fact<DateTimeOffset> Created, Fact<DateTimeOffset> LastUsed);

/// <summary>Reads IAM's credential report, which is CSV.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html"/>
internal static class CredentialReport
{
    /// <summary>The rows by ARN, or null when the content is no credential report.</summary>
    public static IReadOnlyDictionary<string, CredentialReportRow>? Parse(string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length))
        {
            return null;
        }

        var lines = Encoding.UTF8.GetString(bytes, 0, length).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = lines.Length == 0 ? [] : lines[0].TrimEnd('\r').Split(',');
        if (header.Length < 2 || header[0] != "user" || header[1] != "arn")
        {
            return null;
        }

        return lines.Skip(1)
            .Select(line => Row(header, line.TrimEnd('\r').Split(',')))
            .OfType<CredentialReportRow>()
            .GroupBy(row => row.Arn)
            .ToDictionary(rows => rows.Key, rows => rows.First(), StringComparer.Ordinal);
    }

    private static CredentialReportRow? Row(string[] header, string[] fields)
    {
        // The report does not quote, and a comma may be in a user's name and so, again, in the ARN.
        var extra = fields.Length - header.Length;
        if (extra < 0 || extra % 2 != 0)
        {
            return null;
        }

        var commas = extra / 2;
        string? Field(string column) =>
            Array.IndexOf(header, column) is >= 2 and var index ? fields[index + extra] : null;

        return new(
            string.Join(',', fields[..(commas + 1)]),
            string.Join(',', fields[(commas + 1)..(extra + 2)]),
            Flag(Field("password_enabled"), "password_enabled"),
            Flag(Field("mfa_active"), "mfa_active"),
            LastUsed(Field),
            Keys(Field));
    }

    private static Fact<bool> Flag(string? field, string column) =>
        bool.TryParse(field, out var flag)
            ? flag
            : new Unread($"the credential report says {field ?? "nothing"} of {column}");

    /// <summary>The report says N/A, or no_information, of what was never used.</summary>
    private static Fact<DateTimeOffset> LastUsed(Func<string, string?> field)
    {
        string[] columns = ["password_last_used", "access_key_1_last_used_date", "access_key_2_last_used_date"];
        var used = columns.Select(column => Time(field(column), column)).Where(time => time.IsRead).ToList();
        return used.Count > 0
            ? used.Max(time => time.Value)
            : Time(field("user_creation_time"), "user_creation_time");
    }

    private static Fact<ImmutableArray<ReportedKey>> Keys(Func<string, string?> field)
    {
        var keys = ImmutableArray.CreateBuilder<ReportedKey>();
        foreach (var place in new[] { "1", "2" })
        {
            var active = Flag(field($"access_key_{place}_active"), $"access_key_{place}_active");
            if (!active.IsRead)
            {
                return new Unread(active.Unread!);
            }

            var rotated = field($"access_key_{place}_last_rotated");
            // A place without a key is not active and was never rotated.
            if (active.Value || rotated is not (null or "N/A"))
            {
                var created = Time(rotated, $"access_key_{place}_last_rotated");
                var used = Time(field($"access_key_{place}_last_used_date"), "");
                keys.Add(new ReportedKey(place, active.Value, created, used.IsRead ? used : created));
            }
        }

        return keys.ToImmutable();
    }

    private static Fact<DateTimeOffset> Time(string? field, string column) =>
        DateTimeOffset.TryParse(field, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : new Unread($"the credential report says {field ?? "nothing"} of {column}");
}
