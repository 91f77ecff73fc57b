using System.Text;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>
/// Writes a first <c>landingzone.yaml</c> from what an estate shows: what is guessed stands there to be checked, what a
/// person must decide stands in comments.
/// </summary>
public sealed class ConfigurationDraft
{
    // Beyond that a list of ids is read by nobody, and a number says as much.
    private const int MostIds = 60;

    private static readonly string[] OwnerWords =
        ["owner", "team", "squad", "contact", "responsible", "maintainer", "costcenter", "department"];

    private readonly StringBuilder _text = new();
    private readonly EstateHeader _header;
    private readonly Estate _estate;
    private readonly Dictionary<string, long> _tagKeys = new(StringComparer.OrdinalIgnoreCase);

    private ConfigurationDraft(EstateHeader header, IEnumerable<Resource> resources)
    {
        _header = header;
        _estate = new Estate(Kept(resources));
    }

    /// <param name="header">Whose estate it is.</param>
    /// <param name="resources">Its resources, read once.</param>
    /// <param name="rules">The rules that it will be judged by.</param>
    public static string Write(EstateHeader header, IEnumerable<Resource> resources, RuleSet rules)
    {
        var draft = new ConfigurationDraft(header, resources);
        draft.WriteHead();
        draft.WriteEnvironments();
        draft.WriteOwners();
        draft.WriteExpectedAccounts();
        draft.WriteRules(rules);
        return draft._text.ToString();
    }

    private IEnumerable<Resource> Kept(IEnumerable<Resource> resources)
    {
        foreach (var resource in resources)
        {
            if (resource is TaggableResource { Tags: { IsRead: true } tags })
            {
                foreach (var key in tags.Value.Keys)
                {
                    _tagKeys[key] = _tagKeys.GetValueOrDefault(key) + 1;
                }
            }

            if (resource is Organization or Folder or Account)
            {
                yield return resource;
            }
        }
    }

    private void WriteHead() => _text.Append($"""
        # What this company has decided about its landing zone. lz audit reads it from the folder that it runs in.
        # Written by lz init from the estate of {_header.AsOf:yyyy-MM-dd}: check what is guessed, then it is yours.

        # In titles of reports.
        name: {YamlText.Of(_header.Name.Length > 0 ? _header.Name : "My company")}


        """);

    private void WriteEnvironments()
    {
        var inScope = _estate.Accounts.Where(account => account.LeftOut is null).ToList();
        var undeclared = inScope.Where(account => !account.Environments.IsRead).ToList();
        var standard = EnvironmentPatterns.Default;
        _text.Append($"""
            # What each account is for: production, test, development, shared or sandbox. It is taken from a tag of the account,
            # else from words in its folders' names, else in its own. {inScope.Count - undeclared.Count} of {inScope.Count} accounts say it that way.
            environments:
              tagKeys: [{string.Join(", ", standard.TagKeys)}]
              # Words of your own replace those of that environment.
              # words:
              #   production: [{string.Join(", ", standard.Words[AccountEnvironment.Production])}]

            """);
        foreach (var environment in Enum.GetValues<AccountEnvironment>())
        {
            var names = inScope.Where(account => account.Environments.IsRead && account.Environments.Value.Contains(environment))
                .Select(account => YamlText.Of(account.Name)).ToList();
            if (names.Count > 0)
            {
                _text.Append($"  # {environment.ToString().ToLowerInvariant()}: {Some(names)}\n");
            }
        }

        if (undeclared.Count > 0)
        {
            _text.Append("  # Nothing says what these are for, and what depends on it is unknown. Correct each and take off the #.\n");
            _text.Append("  # accounts:\n");
            foreach (var account in undeclared)
            {
                _text.Append($"  #   {YamlText.Of(account.Id)}: production # {YamlText.Of(account.Name)}\n");
            }
        }

        _text.Append('\n');
    }

    private void WriteOwners()
    {
        var likely = _tagKeys.Where(tag => OwnerWords.Any(word => tag.Key.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(tag => tag.Value).ThenBy(tag => tag.Key, StringComparer.Ordinal).Take(3).ToList();
        _text.Append("# Who answers for what: a tag of the resource or its account, else the account's pattern, else its folder.\n");
        _text.Append(likely.Count > 0
            ? $"# Set here: {string.Join(", ", likely.Select(tag => $"{YamlText.Of(tag.Key)} ({tag.Value} times)"))}.\n"
            : "# No tag was found that looks like an owner's.\n");
        var keys = likely.Count > 0 ? likely.Take(1).Select(tag => tag.Key) : OwnerPatterns.Default.TagKeys;
        _text.Append($$"""
            owners:
              tagKeys: [{{string.Join(", ", keys.Select(YamlText.Of))}}]
              # accounts: {"shop-*": shop@example.com}
              # folders: {Workloads: apps@example.com}


            """);
    }

    private void WriteExpectedAccounts()
    {
        _text.Append("# The accounts that must be there: an audit tells which are missing and which nobody expected.\n");
        var incomplete = _estate.Organizations.Where(organization => organization.InUse is not { IsRead: true, Value: false })
            .Select(organization => _estate.WhyIncomplete(organization, Kind.Find(nameof(Account))!))
            .FirstOrDefault(why => why is not null);
        if (incomplete is not null)
        {
            _text.Append($"# The list is not complete: {YamlText.Of(incomplete)}\n");
        }

        _text.Append("expectedAccounts:\n");
        foreach (var cloud in _estate.Accounts.GroupBy(account => account.Cloud).OrderBy(cloud => cloud.Key))
        {
            var name = cloud.Key.ToString().ToLowerInvariant();
            if (cloud.Count() > MostIds)
            {
                _text.Append($"  {name}: {cloud.Count()}\n");
                continue;
            }

            _text.Append($"  {name}:\n");
            foreach (var account in cloud.OrderBy(account => account.Id, StringComparer.Ordinal))
            {
                _text.Append($"    - {YamlText.Of(account.Id)} # {YamlText.Of(account.Name)}\n");
            }
        }

        _text.Append('\n');
    }

    private void WriteRules(RuleSet rules)
    {
        var example = rules.Rules.FirstOrDefault(rule => rule.Params.Length > 0 && RuleVariables.HaveAccount(rule.Kind));
        _text.Append("""
            # Which rules judge: foundation (every landing zone), standard, advanced; ids, sections or controls.
            rules:
              tier: foundation
              # skip: [flow-logs-off]
              # clouds: [aws]
              # frameworks: [cis-aws-*]


            """);
        if (example is not null)
        {
            var parameter = example.Params[0];
            _text.Append($$"""
                # Other limits than a rule's own, for everything or for a folder, a tag or an account; the closest counts.
                # parameters:
                #   {{example.Id}}:
                #     {{parameter.Name}}: {{parameter.Default}}
                #     on:
                #       folder:Sandbox: {{{parameter.Name}}: {{parameter.Default}}}


                """);
        }

        _text.Append("""
            # Findings that somebody accepts until a day; then they fail again.
            # waivers:
            #   - allow: public-bucket
            #     on: www-example-com # an id or name, an account's id, folder:NAME or tag:KEY=VALUE
            #     because: It serves the website, and holds nothing else.
            #     owner: web@example.com
            #     until: 2027-01-31

            # What no cloud can tell. Answer with lz answer QUESTION yes|no --evidence … --by …, which writes it here:

            """);
        foreach (var question in rules.Rules.Where(rule => rule.Question is not null))
        {
            _text.Append($"#   {question.Id}: {question.Question}\n");
        }

        _text.Append("answers: []\n");
    }

    private static string Some(List<string> names)
    {
        const int Most = 8;

        return names.Count > Most ? $"{string.Join(", ", names.Take(Most))} and {names.Count - Most} more" : string.Join(", ", names);
    }
}
