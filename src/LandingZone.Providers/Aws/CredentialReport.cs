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
/// <param name="AccessKeys">By their place, 1 and 2: the report does not tell their ids.</param>
internal sealed record CredentialReportRow(
    string Name,
    string Arn,
    Fact<bool> HasPassword,
    Fact<bool> MultiFactor,
    Fact<ImmutableArray<AccessKey>> AccessKeys)
{
    /// <summary>The root user's name in the report.</summary>
    public const string Root = "<root_account>";
}

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
            Keys(Field));
    }

    private static Fact<bool> Flag(string? field, string column) =>
        bool.TryParse(field, out var flag)
            ? flag
            : new Unread($"the credential report says {field ?? "nothing"} of {column}");

    private static Fact<ImmutableArray<AccessKey>> Keys(Func<string, string?> field)
    {
        var keys = ImmutableArray.CreateBuilder<AccessKey>();
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
                keys.Add(new AccessKey { Id = place, Active = active.Value, Created = Time(rotated) });
            }
        }

        return keys.ToImmutable();
    }

    private static Fact<DateTimeOffset> Time(string? field) =>
        DateTimeOffset.TryParse(field, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : new Unread($"the credential report says {field ?? "nothing"} of the key's rotation");
}
