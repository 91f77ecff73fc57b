using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>Where resources are, in the names that people use.</summary>
internal sealed class Places(Audit audit)
{
    private readonly Dictionary<string, string> _accounts = audit.Accounts.ToDictionary(account => account.Id, account => account.Name);
    private readonly Dictionary<string, string> _folders = audit.Folders.ToDictionary(folder => folder.Id, folder => folder.Name);

    public string Account(string id) => _accounts.GetValueOrDefault(id, id);

    /// <summary>From the top down; null where it is not known.</summary>
    public string? Path(Account account) => account.Folders.IsRead
        ? string.Join(" / ", account.Folders.Value.Select(folder => _folders.GetValueOrDefault(folder.Id, folder.Id)))
        : null;

    /// <summary>Cloud, account and region; right-to-left names keep to their own place.</summary>
    public Html Of(Resource resource)
    {
        var account = resource.AccountId is { } id && id != resource.Id ? Account(id) : null;
        return Html.Of($"{Words.Of(resource.Cloud)}{Part(account)}{Part(resource.Region)}");
    }

    private static Html Part(string? name) =>
        name is null ? Html.Empty : Html.Of($""" <span class="dot">·</span> <bdi>{name}</bdi>""");
}
