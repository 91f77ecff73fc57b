using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>AWS Budgets: limits, the accounts they are filtered to, and whom they warn.</summary>
public static class Budgets
{
    // One action covers all of the service's reads, and its lists are left out of the answer when they are empty.
    private static readonly AwsJsonOperation DescribeBudgets = Operation("DescribeBudgets", "Budgets[]");

    private static readonly AwsJsonOperation DescribeNotificationsForBudget =
        Operation("DescribeNotificationsForBudget", "Notifications[]");

    private static readonly AwsJsonOperation DescribeSubscribersForNotification =
        Operation("DescribeSubscribersForNotification", "Subscribers[]");

    public static readonly ImmutableArray<AwsOperation> Operations =
        [DescribeBudgets, DescribeNotificationsForBudget, DescribeSubscribersForNotification];

    public static readonly ImmutableArray<FactPermission> Permissions =
    [
        new(nameof(Budget), null, DescribeBudgets.Permission),
        new(nameof(Budget), nameof(Budget.LimitsCost), DescribeBudgets.Permission),
        new(nameof(Budget), nameof(Budget.Amount), DescribeBudgets.Permission),
        new(nameof(Budget), nameof(Budget.Ends), DescribeBudgets.Permission),
        new(nameof(Budget), nameof(Budget.Scopes), DescribeBudgets.Permission),
        new(nameof(Budget), nameof(Budget.Alerts), DescribeNotificationsForBudget.Permission),
    ];

    /// <param name="aws">The account.</param>
    /// <param name="payer">What it pays for: the organization's id, or its own when it pays for no other.</param>
    /// <param name="time">Tells which period of a planned budget is the present one.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async IAsyncEnumerable<Resource> ReadAsync(
        AwsClient aws, Fact<string> payer, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var list = await aws.ListAsync(
            DescribeBudgets, [("AccountId", aws.AccountId), ("ShowFilterExpression", true)], cancellation);
        var read = list.Items.SelectAsync(4, item => BudgetAsync(aws, item, payer, time, cancellation));
        await foreach (var budget in read)
        {
            yield return budget;
        }

        if (list.Refused is { } refused)
        {
            yield return Gap.Of(nameof(Budget), Cloud.Aws, aws.AccountId, aws.AccountId, null, refused.Reason);
        }
    }

    private static AwsJsonOperation Operation(string name, string answer) => new(AwsService.Budgets, name, answer)
    {
        EmptyMeansNone = true,
        Paging = AwsPaging.NextToken,
        Permission = "budgets:ViewBudget",
    };

    private static async Task<Budget> BudgetAsync(
        AwsClient aws, JsonNode budget, Fact<string> payer, TimeProvider time, CancellationToken cancellation)
    {
        var name = budget.Text("BudgetName") ?? "";
        var amount = Amount(budget, time.GetUtcNow());
        return new Budget
        {
            Id = $"arn:{aws.Partition}:budgets::{aws.AccountId}:budget/{name}",
            Name = name,
            Cloud = Cloud.Aws,
            AccountId = aws.AccountId,
            LimitsCost = budget.Text("BudgetType") is { } type
                ? type == "COST" && !BudgetFilter.LeavesCostOut(budget)
                : new Unread("the answer does not state BudgetType"),
            Amount = amount,
            Ends = budget.Member("TimePeriod").Number("End") is { } end
                ? DateTimeOffset.UnixEpoch.AddSeconds(end)
                : new Unread("the answer does not state TimePeriod.End"),
            Scopes = Scopes(BudgetFilter.AccountIds(budget), payer),
            Alerts = await AlertsAsync(aws, name, amount, cancellation),
        };
    }

    /// <summary>
    /// The accounts that it is filtered to. Without a filter a budget counts its own account, and that of a management
    /// account the whole organization.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-create-filters.html"/>
    private static Fact<ImmutableArray<string>> Scopes(Fact<ImmutableArray<string>> filtered, Fact<string> payer) =>
        filtered is { IsRead: true, Value.IsEmpty: true } ? payer.Select(ImmutableArray.Create) : filtered;

    /// <summary>The fixed limit, or of a planned budget the limit of the period that has begun last.</summary>
    /// <seealso href="https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Budget.html"/>
    private static Fact<double> Amount(JsonNode budget, DateTimeOffset now)
    {
        var limit = budget.Member("BudgetLimit");
        if (budget.Member("PlannedBudgetLimits") is JsonObject { Count: > 0 } planned)
        {
            limit = planned
                .Select(period => (Begins: Seconds(period.Key), Limit: period.Value))
                .Where(period => period.Begins <= now.ToUnixTimeSeconds())
                .MaxBy(period => period.Begins).Limit;
        }

        return double.TryParse(limit.Text("Amount"), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : new Unread("the answer states no limit for the present period");
    }

    private static double Seconds(string key) =>
        double.TryParse(key, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : double.PositiveInfinity;

    private static async Task<Fact<ImmutableArray<BudgetAlert>>> AlertsAsync(
        AwsClient aws, string budget, Fact<double> amount, CancellationToken cancellation)
    {
        var list = await aws.ListAsync(
            DescribeNotificationsForBudget, [("AccountId", aws.AccountId), ("BudgetName", budget)], cancellation);
        if (list.Refused is { } refused)
        {
            return refused;
        }

        var alerts = ImmutableArray.CreateBuilder<BudgetAlert>();
        // A notification of "less than" praises saving; it warns of nothing.
        foreach (var notification in list.Items.Where(item => item.Text("ComparisonOperator") != "LESS_THAN"))
        {
            var threshold = ThresholdPercent(notification, amount);
            if (!threshold.IsRead)
            {
                return new Unread(threshold.Unread!);
            }

            alerts.Add(new BudgetAlert
            {
                ThresholdPercent = threshold.Value,
                Basis = notification.Text("NotificationType") == "FORECASTED" ? AlertBasis.Forecast : AlertBasis.Actual,
                Recipients = await RecipientsAsync(aws, budget, notification, cancellation),
            });
        }

        return alerts.ToImmutable();
    }

    /// <summary>Percent unless the notification says that it is an amount.</summary>
    /// <seealso href="https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Notification.html"/>
    private static Fact<double> ThresholdPercent(JsonNode notification, Fact<double> amount)
    {
        if (notification.Number("Threshold") is not { } threshold)
        {
            return new Unread("the answer does not state Threshold");
        }

        if (notification.Text("ThresholdType") != "ABSOLUTE_VALUE")
        {
            return threshold;
        }

        return amount is { IsRead: true, Value: 0 }
            ? new Unread("a threshold in currency cannot be compared with a limit of 0")
            : amount.Select(limit => threshold / limit * 100);
    }

    private static async Task<Fact<ImmutableArray<string>>> RecipientsAsync(
        AwsClient aws, string budget, JsonNode notification, CancellationToken cancellation)
    {
        var list = await aws.ListAsync(
            DescribeSubscribersForNotification,
            [("AccountId", aws.AccountId), ("BudgetName", budget), ("Notification", Identity(notification))],
            cancellation);
        return list.Refused is { } refused
            ? refused
            : list.Items.Select(subscriber => subscriber.Text("Address")).OfType<string>().ToImmutableArray();
    }

    /// <summary>A notification has no id: it is named by its members, without its state, which changes.</summary>
    private static JsonObject Identity(JsonNode notification)
    {
        var identity = (JsonObject)notification.DeepClone();
        identity.Remove("NotificationState");
        return identity;
    }
}
