using System.Collections.Immutable;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>The credential report's rows by ARN, and what is to be said of a user who is not in them.</summary>
/// <param name="Rows">Empty when the report was refused.</param>
/// <param name="Missing">Why a user may not be there.</param>
/// <param name="Refused">Whether there is no report at all.</param>
internal sealed record ReportOrRefusal(
    IReadOnlyDictionary<string, CredentialReportRow> Rows, Unread Missing, bool Refused = false)
{
    public static ReportOrRefusal None(Unread why) =>
        new(ImmutableDictionary<string, CredentialReportRow>.Empty, why, Refused: true);

    /// <summary>Whether any user but root can sign in with a password.</summary>
    public Fact<bool> PasswordsInUse => Refused
        ? Missing
        : Rows.Values.Where(row => row.Name != CredentialReportRow.Root)
            .Select(row => row.HasPassword)
            .Aggregate((Fact<bool>)false, FactLogic.Or);
}
