using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>
/// What the <c>on</c> of a waiver or a parameter holds for: <c>folder:NAME</c> (a folder's id or name),
/// <c>tag:KEY=VALUE</c> (without a value: any), else an id or a name with <c>*</c> for any text.
/// </summary>
internal sealed class Scope
{
    private const string FolderPrefix = "folder:";
    private const string TagPrefix = "tag:";

    private readonly string? _folder;
    private readonly string[]? _tag;
    private readonly string _pattern;

    public Scope(string on)
    {
        _pattern = on;
        _folder = After(on, FolderPrefix);
        _tag = After(on, TagPrefix)?.Split('=', 2);
    }

    /// <summary>What is wrong with the text, or null.</summary>
    public static string? Check(string on) =>
        After(on, FolderPrefix) is { Length: 0 } ? "a folder's name is missing after 'folder:'"
        : After(on, TagPrefix) is { } tag && (tag.Length == 0 || tag[0] == '=') ? "a tag's key is missing after 'tag:'"
        : null;

    /// <summary>Whether a resource is in it, by itself or by its account. What was not read is not in it.</summary>
    public bool Covers(Resource resource, Account? account, Estate estate) =>
        _folder is not null ? Depth(account, estate) > 0
        : _tag is not null ? Tagged(resource, _tag) || Tagged(account, _tag)
        : Wildcard.Matches(_pattern, resource.Id) || Wildcard.Matches(_pattern, resource.Name) || _pattern == resource.AccountId;

    /// <summary>
    /// How closely it names an account: 0 when it does not; a folder by its depth, then a tag, then a pattern, then the
    /// account itself. Unread when the account's folders or tags are.
    /// </summary>
    public Fact<int> Closeness(Account account, Estate estate)
    {
        const int Tag = 1_000_000;

        if (_folder is not null)
        {
            return account.Folders.Select(_ => Depth(account, estate));
        }

        if (_tag is not null)
        {
            return account.Tags.Select(_ => Tagged(account, _tag) ? Tag : 0);
        }

        return _pattern == account.Id || _pattern == account.Name ? Tag + 2
            : Wildcard.Matches(_pattern, account.Id) || Wildcard.Matches(_pattern, account.Name) ? Tag + 1
            : 0;
    }

    private int Depth(Account? account, Estate estate)
    {
        var folders = account?.Folders is { IsRead: true } read ? read.Value : [];
        for (var i = folders.Length; i > 0; i--)
        {
            var id = folders[i - 1].Id;
            if (id == _folder || estate.Find(id)?.Name == _folder)
            {
                return i;
            }
        }

        return 0;
    }

    private static bool Tagged(Resource? resource, string[] tag) =>
        resource is TaggableResource { Tags: { IsRead: true } tags }
        && tags.Value.TryGetValue(tag[0], out var value) && (tag.Length == 1 || value == tag[1]);

    private static string? After(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : null;
}
