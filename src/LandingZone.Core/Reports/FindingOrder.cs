using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>The worst first, and the same in every run: severity, rule, verdict, cloud, account, resource.</summary>
internal sealed class FindingOrder : IComparer<Finding>
{
    public static FindingOrder Instance { get; } = new();

    public int Compare(Finding? x, Finding? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        return Compare(y.Rule.Severity.CompareTo(x.Rule.Severity), x.Rule.Id, y.Rule.Id)
            ?? Compare(x.Verdict.CompareTo(y.Verdict), null, null)
            ?? Compare(x.Resource.Cloud.CompareTo(y.Resource.Cloud), x.Resource.AccountId, y.Resource.AccountId)
            ?? string.CompareOrdinal(x.Resource.Id, y.Resource.Id);
    }

    private static int? Compare(int first, string? x, string? y) =>
        first != 0 ? first
        : string.CompareOrdinal(x, y) is var second and not 0 ? second
        : null;
}
