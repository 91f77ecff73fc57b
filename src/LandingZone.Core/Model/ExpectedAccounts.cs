using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>The accounts that must be there: more are nobody's, fewer were not looked at.</summary>
public sealed record ExpectedAccounts
{
    /// <summary>How many; the number of ids where those are given.</summary>
    public required int Count { get; init; }

    /// <summary>Their ids, in full or from the last slash on; empty where only the number is given.</summary>
    public ImmutableArray<string> Ids { get; init; } = [];

    /// <summary>How the accounts of a cloud differ from what is expected, in words; null when they do not.</summary>
    public string? Differs(IReadOnlyCollection<Account> found)
    {
        if (Ids.IsEmpty)
        {
            return found.Count == Count ? null : $"expected {Count} accounts, found {found.Count}";
        }

        var missing = Ids.Where(id => !found.Any(account => Is(account, id))).ToList();
        var unexpected = found.Where(account => !Ids.Any(id => Is(account, id))).Select(account => $"{account.Id} {account.Name}");
        string[] parts =
        [
            .. missing.Count > 0 ? [$"expected and not found: {string.Join(", ", missing)}"] : Array.Empty<string>(),
            .. unexpected.Any() ? [$"found and not expected: {string.Join(", ", unexpected)}"] : Array.Empty<string>(),
        ];
        return parts.Length > 0 ? string.Join("; ", parts) : null;
    }

    private static bool Is(Account account, string id) =>
        account.Id == id || account.Id.EndsWith($"/{id}", StringComparison.Ordinal);
}
