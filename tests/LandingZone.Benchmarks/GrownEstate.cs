using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Benchmarks;

/// <summary>
/// The demo estate grown to any size: its accounts many times over, and in each account what is there many times over, with
/// ids of their own and links that lead to their own. Of twenty copies one is as the demo is; the others leave out what fails
/// or is unknown there, so that one resource in twenty needs mending.
/// </summary>
internal sealed partial class GrownEstate
{
    private const int Accounts = 1000;
    private const int OneInMany = 20;

    private readonly EstateFile _demo;
    private readonly List<string> _above = [];
    private readonly List<(string Id, Template Account, List<(Template Line, bool IsWell)> Owned)> _accounts = [];

    public GrownEstate(string demo)
    {
        _demo = new EstateFile(demo);
        var resources = _demo.Read().ToList();
        var rules = RuleSet.BuiltIn();
        var wrong = Judge.Run(_demo, rules).Findings.Select(finding => finding.Resource.Id).ToHashSet();
        var own = resources.Where(one => one is not (Account or Organization or Folder) && one.AccountId is not null)
            .SelectMany(one => one is FirewallRule rule ? [rule.Id, rule.FirewallId] : new[] { one.Id }).ToHashSet();
        var accounts = resources.OfType<Account>().Select(account => account.Id).ToHashSet();
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
            byAccount[resource.AccountId!].Add(
                (new Template(JsonSerializer.Serialize(resource, ModelJson.Resource), own, accounts), !wrong.Contains(resource.Id)));
        }
    }

    /// <summary>Writes an estate of about that many resources; the number that it came to.</summary>
    public int Write(string path, int resources)
    {
        var copies = Math.Max(1, Accounts / _accounts.Count);
        var well = _accounts.Sum(account => account.Owned.Count(one => one.IsWell));
        var all = _accounts.Sum(account => account.Owned.Count);
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
                    foreach (var (line, isWell) in owned)
                    {
                        if (whole || isWell)
                        {
                            yield return line.Copy(copy, i);
                        }
                    }
                }
            }
        }
    }

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
