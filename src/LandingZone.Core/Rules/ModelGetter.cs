using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using LandingZone.Cel;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>Makes typed getters for the properties of records, and values of what they return.</summary>
internal static class ModelGetter
{
    private static readonly MethodInfo BindTyped =
        typeof(ModelGetter).GetMethod(nameof(BindProperty), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The property of a record, bound once: after this there is no reflection.</summary>
    public static Property Bind(string name, PropertyInfo property) =>
        (Property)BindTyped.MakeGenericMethod(property.ReflectedType!, property.PropertyType).Invoke(null, [name, property])!;

    private static Property BindProperty<TRecord, T>(string name, PropertyInfo property)
        where TRecord : class
    {
        var get = property.GetMethod!.CreateDelegate<Func<TRecord, T>>();
        var (type, value) = Converter<T>();
        return new Property(name, type, (target, context) => value(get((TRecord)target), context));
    }

    /// <summary>The type of CEL for a type of the model, and how its values become CEL's.</summary>
    private static (CelType Type, Func<T, EvaluationContext, Value> Value) Converter<T>()
    {
        var (type, convert) = ConverterOf(typeof(T));
        return (type, (Func<T, EvaluationContext, Value>)convert);
    }

    private static (CelType Type, Delegate Convert) ConverterOf(Type type)
    {
        if (type.IsGenericType)
        {
            var generic = type.GetGenericTypeDefinition();
            return generic == typeof(Fact<>) ? Call(nameof(OfFact), type.GetGenericArguments())
                : generic == typeof(ImmutableArray<>) ? Call(nameof(OfArray), type.GetGenericArguments())
                : generic == typeof(Link<>) ? Call(nameof(OfLink), type.GetGenericArguments())
                : type == typeof(ImmutableSortedDictionary<string, string>) ? OfTags()
                : throw new NotSupportedException($"A fact cannot be {type}.");
        }

        return type.IsEnum ? Call(nameof(OfEnum), type)
            : type == typeof(string) ? OfText()
            : type == typeof(bool) ? Simple<bool>(CelType.Bool, Value.Of)
            : type == typeof(int) ? Simple<int>(CelType.Int, value => Value.Of((long)value))
            : type == typeof(long) ? Simple<long>(CelType.Int, Value.Of)
            : type == typeof(double) ? Simple<double>(CelType.Double, Value.Of)
            : type == typeof(DateTimeOffset) ? Simple<DateTimeOffset>(CelType.Timestamp, Value.Of)
            : Call(nameof(OfRecord), type);
    }

    private static (CelType Type, Delegate Convert) Call(string method, params Type[] arguments) =>
        ((CelType, Delegate))typeof(ModelGetter).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(arguments).Invoke(null, null)!;

    private static (CelType, Delegate) Simple<T>(CelType type, Func<T, Value> convert) =>
        (type, (Func<T, EvaluationContext, Value>)((value, _) => convert(value)));

    private static (CelType, Delegate) OfText() => Simple<string?>(
        CelType.String, text => text is null ? Value.OfError(CelError.Absent("it has none")) : Value.Of(text));

    private static (CelType, Delegate) OfFact<T>()
        where T : notnull
    {
        var (type, convert) = Converter<T>();
        return (type, (Func<Fact<T>, EvaluationContext, Value>)((fact, context) =>
            fact.IsRead ? convert(fact.Value, context) : Value.OfError(CelError.Unread(fact.Unread!))));
    }

    private static (CelType, Delegate) OfArray<T>()
    {
        var (element, convert) = Converter<T>();
        return (CelType.List(element), (Func<ImmutableArray<T>, EvaluationContext, Value>)((items, context) =>
            Value.Of(CelList.Of([.. items.Select(item => convert(item, context))]))));
    }

    private static (CelType, Delegate) OfLink<T>()
        where T : Resource
    {
        var type = ModelType.Of(typeof(T));
        return (CelType.Object(type), (Func<Link<T>, EvaluationContext, Value>)((link, context) =>
            ((Estate)context.Host!).Find(link.Id) is T target
                ? Value.OfObject(target, type)
                : Value.OfError(CelError.Unread($"{typeof(T).Name} {link.Id} is not in the estate"))));
    }

    private static (CelType, Delegate) OfRecord<T>()
        where T : class
    {
        var type = ModelType.Of(typeof(T));
        return (CelType.Object(type), (Func<T, EvaluationContext, Value>)((record, _) => Value.OfObject(record, type)));
    }

    private static (CelType, Delegate) OfEnum<T>()
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName).ToArray();
        var values = Enum.GetValues<T>().Zip(names, (value, name) => (value, Value.Of(name)))
            .ToDictionary(pair => pair.value, pair => pair.Item2);
        return Simple<T>(CelType.Enum(typeof(T).Name, names), value => values[value]);
    }

    private static (CelType, Delegate) OfTags() => Simple<ImmutableSortedDictionary<string, string>>(
        CelType.Map(CelType.String, CelType.String), tags => Value.Of(CelMap.Of(tags)));
}
