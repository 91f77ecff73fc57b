using LandingZone.Core.Model;
using LandingZone.Providers.Aws;

namespace LandingZone.Providers.Tests.Aws;

public class BudgetsTests
{
    [Fact]
    public async Task A_budget_states_its_limit_its_end_and_whom_it_warns()
    {
        var budget = await BudgetAsync(
            """
            {"BudgetName":"all","BudgetType":"COST","BudgetLimit":{"Amount":"1200.5","Unit":"USD"},"CostFilters":{},
            "TimePeriod":{"Start":1498842000,"End":3706473600}}
            """,
            """
            {"Notifications":[{"NotificationType":"FORECASTED","ComparisonOperator":"GREATER_THAN","Threshold":80,
            "NotificationState":"OK"}]}
            """);

        Assert.Equal("arn:aws:budgets::111122223333:budget/all", budget.Id);
        Assert.True(budget.LimitsCost.Value);
        Assert.Equal(1200.5, budget.Amount.Value);
        Assert.Equal(new DateTimeOffset(2087, 6, 15, 0, 0, 0, TimeSpan.Zero), budget.Ends.Value);
        Assert.Equal([Aws.Account], budget.Scopes.Value);
        var alert = Assert.Single(budget.Alerts.Value);
        Assert.Equal((80, AlertBasis.Forecast), (alert.ThresholdPercent, alert.Basis));
        Assert.Equal(["ops@example.com"], alert.Recipients.Value);
    }

    [Theory]
    [InlineData("""{"Threshold":600,"ThresholdType":"ABSOLUTE_VALUE"}""", 50.0)]
    [InlineData("""{"Threshold":90,"ThresholdType":"PERCENTAGE"}""", 90.0)]
    [InlineData("""{"Threshold":90}""", 90.0)]
    public async Task A_threshold_in_currency_becomes_percent(string notification, double percent)
    {
        var budget = await BudgetAsync(
            """{"BudgetName":"b","BudgetLimit":{"Amount":"1200"}}""", $$"""{"Notifications":[{{notification}}]}""");

        Assert.Equal(percent, Assert.Single(budget.Alerts.Value).ThresholdPercent);
    }

    [Fact]
    public async Task A_planned_budgets_limit_is_the_present_periods()
    {
        var budget = await BudgetAsync(
            """
            {"BudgetName":"b","PlannedBudgetLimits":{"1000":{"Amount":"1"},"1700000000":{"Amount":"2"},
            "99999999999":{"Amount":"3"}}}
            """,
            """{"Notifications":[]}""");

        Assert.Equal(2, budget.Amount.Value);
        Assert.Empty(budget.Alerts.Value);
    }

    [Theory]
    [InlineData("""{"CostFilters":{"LinkedAccount":["1","2"]}}""", "1,2")]
    [InlineData("""{"FilterExpression":{"Dimensions":{"Key":"LINKED_ACCOUNT","Values":["1"]}}}""", "1")]
    [InlineData("""{"FilterExpression":{"And":[{"Dimensions":{"Key":"SERVICE","Values":["EC2"]}},"""
        + """{"Dimensions":{"Key":"LINKED_ACCOUNT","Values":["1"]}}]}}""", "1")]
    [InlineData("""{"FilterExpression":{"Not":{"Dimensions":{"Key":"LINKED_ACCOUNT","Values":["1"]}}}}""", null)]
    [InlineData("""{"FilterExpression":{"Dimensions":{"Key":"SERVICE","Values":["EC2"]}}}""", Aws.Account)]
    [InlineData("{}", Aws.Account)]
    public async Task A_budget_holds_for_the_accounts_that_it_is_filtered_to_else_for_its_own(
        string filter, string? accounts)
    {
        var budget = await BudgetAsync(filter, "{}");

        Assert.Equal(accounts, budget.Scopes.IsRead ? string.Join(',', budget.Scopes.Value) : null);
    }

    [Theory]
    [InlineData("{}", "o-1")]
    [InlineData("""{"CostFilters":{"LinkedAccount":["1"]}}""", "1")]
    public async Task A_budget_of_the_account_that_pays_for_all_holds_for_the_organization_unless_it_is_filtered(
        string filter, string scope)
    {
        var budget = await BudgetAsync(filter, "{}", "o-1");

        Assert.Equal([scope], budget.Scopes.Value);
    }

    [Fact]
    public async Task Where_it_is_not_known_whether_the_account_pays_for_others_the_scope_is_unread()
    {
        var budget = await BudgetAsync("{}", "{}", new Unread("AccessDenied: grant it"));

        Assert.Equal("AccessDenied: grant it", budget.Scopes.Unread);
    }

    [Theory]
    [InlineData("""{"BudgetType":"COST","CostFilters":{}}""", true)]
    [InlineData("""{"BudgetType":"COST","CostFilters":{"LinkedAccount":["1"],"Service":[]}}""", true)]
    [InlineData("""{"BudgetType":"COST","CostFilters":{"LinkedAccount":["1"],"Service":["Amazon EC2"]}}""", false)]
    [InlineData("""{"BudgetType":"COST","FilterExpression":{"Dimensions":{"Key":"LINKED_ACCOUNT","Values":["1"]}}}""", true)]
    [InlineData("""{"BudgetType":"COST","FilterExpression":{"Dimensions":{"Key":"SERVICE","Values":["EC2"]}}}""", false)]
    [InlineData("""{"BudgetType":"COST","FilterExpression":{"Not":{"Tags":{"Key":"team","Values":["web"]}}}}""", false)]
    [InlineData("""{"BudgetType":"USAGE"}""", false)]
    public async Task A_budget_of_a_part_of_the_cost_does_not_limit_the_accounts_cost(string filter, bool limits)
    {
        var budget = await BudgetAsync(filter, "{}");

        Assert.Equal(limits, budget.LimitsCost.Value);
    }

    [Fact]
    public async Task Refused_notifications_leave_the_alerts_unread()
    {
        var budget = await BudgetAsync("""{"BudgetName":"b"}""", null);

        Assert.Equal("AccessDeniedException: grant budgets:ViewBudget", budget.Alerts.Unread);
        Assert.False(budget.Amount.IsRead);
        Assert.False(budget.Ends.IsRead);
        Assert.False(budget.LimitsCost.IsRead);
    }

    [Theory]
    [InlineData("""{"Budgets":[]}""", 0)]
    [InlineData("{}", 0)]
    [InlineData("""{"error":"proxy"}""", 1)]
    public async Task An_account_without_budgets_may_answer_an_empty_object_but_nothing_else(string answer, int gaps)
    {
        using LoopbackServer server = new(_ => new WireReply(200, answer));

        var rows = await Aws.ToListAsync(
            Budgets.ReadAsync(
                Aws.Client(server), Aws.Account, TimeProvider.System, TestContext.Current.CancellationToken));

        Assert.Equal(gaps, rows.OfType<Gap>().Count());
        Assert.Empty(rows.OfType<Budget>());
    }

    private static async Task<Budget> BudgetAsync(
        string budget, string? notifications, Fact<string> payer = default)
    {
        using LoopbackServer server = new(request => request.Operation switch
        {
            "DescribeBudgets" => new(200, $$"""{"Budgets":[{{budget}}]}"""),
            "DescribeNotificationsForBudget" when notifications is not null => new(200, notifications),
            "DescribeSubscribersForNotification" when !request.Body.Contains(
                "NotificationState", StringComparison.Ordinal) =>
                new(200, """{"Subscribers":[{"SubscriptionType":"EMAIL","Address":"ops@example.com"}]}"""),
            _ => Aws.DeniedJson("it"),
        });
        var rows = await Aws.ToListAsync(
            Budgets.ReadAsync(
                Aws.Client(server),
                payer == default ? Aws.Account : payer,
                TimeProvider.System,
                TestContext.Current.CancellationToken));
        return Assert.IsType<Budget>(Assert.Single(rows));
    }
}
