using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>Where resources are, in the names that people use.</summary>
internal sealed class Places(Audit audit)
{
    private readonly Dictionary<string, string> _accounts =
        audit.Accounts.ToDictionary(account => account.Id, account => account.Name);

    private readonly Dictionary<string, string> _folders =
        audit.Folders.ToDictionary(folder => folder.Id, folder => folder.Name);

    public string Account(string id) => _accounts.GetValueOrDefault(id, id);

    /// <summary>The folders from the top down; null where they are not known.</summary>
    public string? Path(Account account) => account.Folders.IsRead
        ? string.Join(" / ", account.Folders.Value.Select(folder => _folders.GetValueOrDefault(folder.Id, folder.Id)))
        : null;

    /// <summary>Account and region, as far as they say more than the resource itself.</summary>
    public IEnumerable<Html> Within(Resource resource)
    {
        var account = resource.AccountId is { } id && id != resource.Id ? Account(id) : null;
        return [HtmlText.Name(account), HtmlText.Name(resource.Region)];
    }

    /// <summary>Cloud, account and region.</summary>
    public Html Full(Resource resource) =>
        HtmlText.Dotted([Html.Of($"{Words.Of(resource.Cloud)}"), .. Within(resource)]);
}
