using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Benchmarks;

/// <summary>
/// The demo estate grown to any size: its accounts many times over, and in each account many times over what accounts have
/// many of (machines, disks, buckets, roles, firewall rules …), with ids of their own and links that lead to their own. What
/// holds for a whole organization stays single. Of twenty copies one is as the demo is; the others leave out what fails or is
/// unknown there, so that one resource in twenty needs mending.
/// </summary>
internal sealed partial class GrownEstate
{
    private const int Accounts = 1000;
    private const int OneInMany = 20;

    private static readonly HashSet<Type> Many =
    [
        typeof(User), typeof(Role), typeof(AccessKey), typeof(Instance), typeof(Disk), typeof(Snapshot), typeof(Image),
        typeof(Core.Model.FileShare), typeof(Bucket), typeof(Database), typeof(FirewallRule), typeof(NetworkInterface),
        typeof(PublicAddress), typeof(LoadBalancer), typeof(Workload), typeof(Function), typeof(Registry), typeof(Secret),
        typeof(Key), typeof(Certificate),
    ];

    private readonly EstateFile _demo;
    private readonly List<string> _above = [];
    private readonly List<(string Id, Template Account, List<Owned> Owned)> _accounts = [];

    public GrownEstate(string demo)
    {
        _demo = new EstateFile(demo);
        var resources = _demo.Read().ToList();
        var rules = RuleSet.BuiltIn();
        var wrong = Judge.Run(_demo, rules).Findings.Select(finding => finding.Resource.Id).ToHashSet();
        var ofAccounts = resources.Where(one => one is not (Account or Organization or Folder) && one.AccountId is not null);
        var own = ofAccounts.Where(one => Many.Contains(one.GetType()))
            .SelectMany(one => one is FirewallRule rule ? [rule.Id, rule.FirewallId] : new[] { one.Id }).ToHashSet();
        var accounts = resources.Where(one => one is Account || !Many.Contains(one.GetType()))
            .Where(one => one.AccountId is not null).Select(one => one.Id).ToHashSet();
        var organizations = resources.OfType<Organization>().Select(one => one.Id).ToHashSet();
        foreach (var resource in resources)
        {
            var line = JsonSerializer.Serialize(resource, ModelJson.Resource);
            if (resource is not Account && resource.AccountId is null)
            {
                _above.Add(line);
            }
            else if (resource is Account account)
            {
                _accounts.Add((account.Id, new Template(line, own, accounts), []));
            }
        }

        var byAccount = _accounts.ToDictionary(account => account.Id, account => account.Owned);
        foreach (var resource in resources.Where(one => one is not Account && one.AccountId is not null))
        {
            byAccount[resource.AccountId!].Add(new Owned(
                new Template(JsonSerializer.Serialize(resource, ModelJson.Resource), own, accounts),
                !wrong.Contains(resource.Id),
                Many.Contains(resource.GetType()),
                resource is ScopedResource { Scopes.IsRead: true } scoped && scoped.Scopes.Value.Any(organizations.Contains)));
        }
    }

    /// <summary>Writes an estate of about that many resources; the number that it came to.</summary>
    public int Write(string path, int resources)
    {
        var copies = Math.Max(1, Accounts / _accounts.Count);
        var well = _accounts.Sum(account => account.Owned.Count(one => one.IsMany && one.IsWell));
        var all = _accounts.Sum(account => account.Owned.Count(one => one.IsMany));
        var each = Math.Max(1, (int)((double)resources / copies / (((well * (OneInMany - 1)) + all) / (double)OneInMany)));
        var written = 0;
        var body = path + ".body";
        using (var writer = new StreamWriter(body, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20))
        {
            foreach (var line in Lines(copies, each))
            {
                writer.Write(line);
                writer.Write('\n');
                written++;
            }
        }

        using (var stream = EstateWriter.Create(path))
        {
            EstateWriter.WriteLine(stream, _demo.Header with { Resources = written });
            using var lines = File.OpenRead(body);
            lines.CopyTo(stream);
        }

        File.Delete(body);
        return written;
    }

    private IEnumerable<string> Lines(int copies, int each)
    {
        foreach (var line in _above)
        {
            yield return line;
        }

        for (var copy = 0; copy < copies; copy++)
        {
            foreach (var (_, account, owned) in _accounts)
            {
                yield return account.Copy(copy, 0);
                for (var i = 0; i < each; i++)
                {
                    // What is there first is what the links of the organization lead to.
                    var whole = (copy == 0 && i == 0) || ((copy * each) + i) % OneInMany == 1;
                    foreach (var one in owned)
                    {
                        var isThere = one.IsMany ? whole || one.IsWell : i == 0 && (copy == 0 || !one.HoldsForAll);
                        if (isThere)
                        {
                            yield return one.Line.Copy(copy, i);
                        }
                    }
                }
            }
        }
    }

    /// <param name="Line">As the demo has it.</param>
    /// <param name="IsWell">Whether nothing about it fails or is unknown there.</param>
    /// <param name="IsMany">Whether accounts have many of its kind.</param>
    /// <param name="HoldsForAll">Whether it holds for the whole organization.</param>
    private sealed record Owned(Template Line, bool IsWell, bool IsMany, bool HoldsForAll);

    /// <summary>A line whose ids can be made others.</summary>
    private sealed partial class Template
    {
        private readonly List<(string Text, Mark Mark)> _pieces = [];

        public Template(string line, HashSet<string> own, HashSet<string> accounts)
        {
            var start = 0;
            foreach (Match text in JsonText().Matches(line))
            {
                var mark = accounts.Contains(text.Groups[1].Value) ? Mark.Account
                    : own.Contains(text.Groups[1].Value) ? Mark.Own
                    : Mark.None;
                if (mark != Mark.None)
                {
                    var end = text.Groups[1].Index + text.Groups[1].Length;
                    _pieces.Add((line[start..end], mark));
                    start = end;
                }
            }

            _pieces.Add((line[start..], Mark.None));
        }

        private enum Mark
        {
            None,
            Account,
            Own,
        }

        public string Copy(int account, int copy) => string.Concat(_pieces.Select(piece => piece.Mark switch
        {
            Mark.None => piece.Text,
            _ when account == 0 && (piece.Mark == Mark.Account || copy == 0) => piece.Text,
            Mark.Account => $"{piece.Text}~{account}",
            _ => $"{piece.Text}~{account}.{copy}",
        }));

        [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
        private static partial Regex JsonText();
    }
}
