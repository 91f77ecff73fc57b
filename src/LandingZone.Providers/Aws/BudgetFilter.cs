using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>
/// Which accounts a budget's filter leaves, in its old form (CostFilters) and its new one (FilterExpression).
/// </summary>
internal static class BudgetFilter
{
    private static readonly Unread NotAList = new("the budget's filter names accounts, but is no plain list of them");

    /// <summary>Empty when no account is named.</summary>
    public static Fact<ImmutableArray<string>> AccountIds(JsonNode budget)
    {
        var old = budget.Member("CostFilters").Texts("LinkedAccount").ToImmutableArray();
        return old.IsEmpty && budget.Member("FilterExpression") is JsonObject { Count: > 0 } expression
            ? FromExpression(expression)
            : old;
    }

    /// <summary>Whether it counts a part of the cost only: a service, a tag, a region; a list of accounts is no such part.</summary>
    public static bool LeavesCostOut(JsonNode budget) =>
        (budget.Member("CostFilters") is JsonObject old
            && old.Any(filter => filter.Key != "LinkedAccount" && filter.Value is JsonArray { Count: > 0 }))
        || (budget.Member("FilterExpression") is JsonObject { Count: > 0 } expression
            && Terms(expression).Any(term => !IsAccounts(term.Member("Dimensions"))));

    /// <summary>
    /// A list of accounts stands alone or is one of the terms of an And; in an Or or a Not it is no list.
    /// </summary>
    private static Fact<ImmutableArray<string>> FromExpression(JsonObject expression)
    {
        var accounts = ImmutableArray<string>.Empty;
        foreach (var term in Terms(expression))
        {
            if (IsAccounts(term.Member("Dimensions")))
            {
                accounts = [.. term.Member("Dimensions").Texts("Values")];
            }
            else if (MentionsAccounts(term))
            {
                return NotAList;
            }
        }

        return accounts;
    }

    private static JsonNode[] Terms(JsonObject expression) =>
        expression["And"] is JsonArray and ? [.. and.OfType<JsonNode>()] : [expression];

    private static bool IsAccounts(JsonNode? dimension) =>
        dimension.Text("Key") == "LINKED_ACCOUNT" && dimension.Texts("MatchOptions").All(option => option == "EQUALS");

    private static bool MentionsAccounts(JsonNode term) =>
        term.ToJsonString().Contains("LINKED_ACCOUNT", StringComparison.Ordinal);
}
