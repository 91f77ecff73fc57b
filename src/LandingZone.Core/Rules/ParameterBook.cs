using System.Collections.Immutable;
using LandingZone.Cel;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>
/// The parameters of each rule in each account. The most specific override of a parameter wins: the account itself, then a
/// pattern of accounts, a tag, the nearest folder, everything; of two alike, the later in the file.
/// </summary>
internal sealed class ParameterBook(Estate estate, IReadOnlyCollection<ParameterOverride> overrides)
{
    private readonly Dictionary<Rule, RuleParameters> _rules = [];

    public Value Of(Rule rule, Resource resource)
    {
        if (!_rules.TryGetValue(rule, out var parameters))
        {
            _rules[rule] = parameters = new RuleParameters(rule, estate, [.. overrides.Where(one => one.Rule == rule.Id)]);
        }

        return parameters.Of(resource);
    }

    /// <summary>Gives a rule values that hold everywhere.</summary>
    public void Set(Rule rule, IEnumerable<KeyValuePair<string, string>> values) =>
        _rules[rule] = new RuleParameters(rule, estate, [new ParameterOverride { Rule = rule.Id, Values = values.ToImmutableSortedDictionary() }]);

    private sealed class RuleParameters
    {
        private readonly Rule _rule;
        private readonly Estate _estate;
        private readonly List<ParameterOverride> _general;
        private readonly List<(Scope On, ParameterOverride Override)> _scoped;
        private readonly Value _everywhere;
        private readonly Dictionary<string, Value> _byAccount = [];

        public RuleParameters(Rule rule, Estate estate, IReadOnlyCollection<ParameterOverride> overrides)
        {
            _rule = rule;
            _estate = estate;
            _general = [.. overrides.Where(one => one.On is null)];
            _scoped = [.. overrides.Where(one => one.On is not null).Select(one => (new Scope(one.On!), one))];
            _everywhere = Values(_general);
        }

        public Value Of(Resource resource)
        {
            if (_scoped.Count == 0 || _estate.Account(resource) is not { } account)
            {
                return _everywhere;
            }

            if (!_byAccount.TryGetValue(account.Id, out var values))
            {
                _byAccount[account.Id] = values = In(account);
            }

            return values;
        }

        private Value In(Account account)
        {
            var closeness = _scoped.Select(one => (one.Override, Closeness: one.On.Closeness(account, _estate))).ToList();

            // Nobody knows which value holds: a guess could pass what the company has decided to fail.
            if (closeness.FirstOrDefault(one => !one.Closeness.IsRead) is { Override: { } unclear } found)
            {
                return Value.OfError(CelError.Unread(
                    $"parameters of {_rule.Id} depend on {unclear.On} of {account.Name}: {found.Closeness.Unread}"));
            }

            var near = closeness.Where(one => one.Closeness.Value > 0).OrderBy(one => one.Closeness.Value);
            return Values(_general.Concat(near.Select(one => one.Override)));
        }

        // What is wrong with an override was told when it was read.
        private Value Values(IEnumerable<ParameterOverride> overrides) =>
            _rule.Programs.Parameters.With(overrides.SelectMany(one => one.Values), (_, _) => { });
    }
}
