using System.Collections.Immutable;
using System.Reflection;
using LandingZone.Core.Model;

namespace LandingZone.Core.Tests.Model;

/// <summary>Records of any kind, filled by type, so that a fact that is added is tested without a line of test.</summary>
internal static class Samples
{
    public static object Read(Type fact) => Convert(fact, Value(fact.GetGenericArguments()[0]));

    public static object Unread(Type fact) => Convert(fact, new Unread("AccessDenied: grant it"));

    public static IEnumerable<PropertyInfo> Facts(Type type) =>
        type.GetProperties().Where(property => property.CanWrite && IsFact(property.PropertyType));

    public static bool IsRead(PropertyInfo fact, object record) =>
        (bool)fact.PropertyType.GetProperty("IsRead")!.GetValue(fact.GetValue(record))!;

    public static string? WhyUnread(PropertyInfo fact, object record) =>
        (string?)fact.PropertyType.GetProperty("Unread")!.GetValue(fact.GetValue(record));

    public static object Make(Type type, Func<Type, object> fact)
    {
        var record = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(record, IsFact(property.PropertyType) ? fact(property.PropertyType) : Value(property.PropertyType));
        }

        return record;
    }

    private static bool IsFact(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Fact<>);

    private static object Convert(Type fact, object value) =>
        fact.GetMethods().Single(method => method.Name == "op_Implicit" && method.GetParameters()[0].ParameterType == value.GetType())
            .Invoke(null, [value])!;

    private static object Value(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            var items = Array.CreateInstance(type.GetGenericArguments()[0], 1);
            items.SetValue(Value(type.GetGenericArguments()[0]), 0);
            return typeof(ImmutableArray).GetMethods()
                .Single(method => method.Name == "Create" && method.GetParameters() is [{ ParameterType.IsArray: true }])
                .MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [items])!;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Link<>))
        {
            return Activator.CreateInstance(type, "target")!;
        }

        return type == typeof(bool) ? true
            : type == typeof(int) ? 14
            : type == typeof(long) ? 14L
            : type == typeof(double) ? 12.5
            : type == typeof(string) ? "text"
            : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero)
            : type == typeof(ImmutableSortedDictionary<string, string>)
                ? ImmutableSortedDictionary<string, string>.Empty.Add("Project", "shop")
            : type == typeof(ImmutableSortedDictionary<string, ImmutableArray<string>>)
                ? ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("Bucket", ["global"])
            : type.IsEnum ? Enum.GetValues(type).GetValue(1)!
            : IsFact(type) ? Read(type)
            : Make(type, Read);
    }
}
