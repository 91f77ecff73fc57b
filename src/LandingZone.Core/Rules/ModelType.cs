using System.Reflection;
using System.Text.Json;
using LandingZone.Cel;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>
/// A C# record of the model as a type of CEL. Its properties are bound to typed getters when a rule first names them;
/// accounts, organizations and the estate also have lists of what belongs to them.
/// </summary>
internal sealed class ModelType : ObjectType
{
    private static readonly Dictionary<Type, ModelType> Known = [];
    private static readonly Lock Gate = new();

    // Completeness is for lists to say, not for rules to read.
    private static readonly string[] Hidden = [nameof(Account.Listed), nameof(Account.LeftOut)];

    private readonly Type _type;
    private readonly Dictionary<string, PropertyInfo> _facts;
    private readonly Dictionary<string, Property> _bound = [];

    private ModelType(Type type)
    {
        _type = type;
        _facts = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(fact => !Hidden.Contains(fact.Name))
            .ToDictionary(fact => JsonNamingPolicy.CamelCase.ConvertName(fact.Name));
    }

    public override string Name => _type.Name;

    public override IEnumerable<string> PropertyNames => _facts.Keys.Concat(Reach.Names(_type));

    public static ModelType Of(Type type)
    {
        lock (Gate)
        {
            return Known.TryGetValue(type, out var known) ? known : Known[type] = new ModelType(type);
        }
    }

    public override Property? Find(string name)
    {
        lock (_bound)
        {
            if (!_bound.TryGetValue(name, out var property))
            {
                property = _facts.TryGetValue(name, out var fact) ? ModelGetter.Bind(name, fact) : Reach.Bind(_type, name);
                if (property is not null)
                {
                    _bound[name] = property;
                }
            }

            return property;
        }
    }
}
