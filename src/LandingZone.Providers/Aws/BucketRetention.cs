using System.Globalization;
using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>How long a bucket keeps what is in it, by Object Lock and by its lifecycle.</summary>
internal static class BucketRetention
{
    /// <summary>
    /// Whether all that is written is locked by default in compliance mode. Governance mode can be passed over by who
    /// has the right to, and without a default each object is locked, or not, by who writes it.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectLockConfiguration.html"/>
    public static Fact<bool> Locked(AwsAnswer<XElement> answer) => answer switch
    {
        { Body: { } configuration } =>
            configuration.Text("ObjectLockEnabled") == "Enabled"
            && configuration.Element("Rule")?.Element("DefaultRetention")?.Text("Mode") == "COMPLIANCE",
        // 404 is S3's way to say that the bucket has no Object Lock.
        { Code: "ObjectLockConfigurationNotFoundError" } => false,
        var refused => refused.Why,
    };

    /// <summary>
    /// The shortest time of the enabled rules that expire the whole bucket. Unread where another rule deletes a part of
    /// it earlier, or all of it on a date: no number of days says that. Rules that end earlier versions, uploads or
    /// delete markers delete nothing that is current.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLifecycleConfiguration.html"/>
    public static Fact<int> Days(AwsAnswer<XElement> answer)
    {
        if (answer.Body is not { } configuration)
        {
            return answer.Code == "NoSuchLifecycleConfiguration" ? 0 : answer.Why;
        }

        int? shortest = null;
        List<(int Days, string Name)> parts = [];
        foreach (var rule in configuration.Elements("Rule").Where(rule => rule.Text("Status") == "Enabled"))
        {
            var expiration = rule.Element("Expiration");
            if (expiration?.Text("Date") is { } date)
            {
                return new Unread($"rule '{rule.Text("ID")}' deletes on {date}, not after a number of days");
            }

            if (!int.TryParse(expiration?.Text("Days"), NumberStyles.None, CultureInfo.InvariantCulture, out var days))
            {
                continue;
            }

            if (IsForAll(rule))
            {
                shortest = Math.Min(shortest ?? days, days);
            }
            else
            {
                parts.Add((days, rule.Text("ID") ?? ""));
            }
        }

        return parts.Where(part => shortest is null || part.Days < shortest).Select(part => part.Name).FirstOrDefault()
            is { } earlier
                ? new Unread($"rule '{earlier}' deletes a part of the bucket, and other parts stay longer")
                : shortest ?? 0;
    }

    /// <summary>An empty prefix, in either form of the API, is no filter; a tag or a size always is one.</summary>
    private static bool IsForAll(XElement rule) =>
        string.IsNullOrEmpty(rule.Text("Prefix"))
        && (rule.Element("Filter")?.Elements() ?? []).All(test => test is { Name.LocalName: "Prefix", Value: "" });
}
