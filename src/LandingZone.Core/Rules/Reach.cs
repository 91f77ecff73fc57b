using LandingZone.Cel;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>The whole estate, for rules that look across organizations.</summary>
internal sealed record WholeEstate(Estate Estate);

/// <summary>
/// The lists through which rules reach other resources: <c>account.buckets</c>, <c>organization.accounts</c>,
/// <c>estate.networks</c>. A list that was not read in full says why it is incomplete.
/// </summary>
internal static class Reach
{
    private const string Taggables = "taggableResources";

    public static IEnumerable<string> Names(Type owner) =>
        owner == typeof(Account) ? OfAccount().Select(kind => kind.Plural).Append(Taggables)
        : owner == typeof(Organization) ? OfOrganization().Select(kind => kind.Plural)
        : owner == typeof(WholeEstate) ? Kind.All.Select(kind => kind.Plural)
        : [];

    public static Property? Bind(Type owner, string name)
    {
        if (!Names(owner).Contains(name))
        {
            return null;
        }

        if (name == Taggables)
        {
            return List(name, typeof(TaggableResource), (target, estate) =>
            {
                var (items, why) = InAccount(estate, (Account)target, OfAccount().Where(kind => kind.Taggable));
                return ([.. items.Where(item => IsTagged((TaggableResource)item))], why);
            });
        }

        var kind = Kind.All.First(kind => kind.Plural == name);
        return List(name, kind.Type, owner == typeof(Account)
            ? (target, estate) => InAccount(estate, (Account)target, [kind])
            : owner == typeof(Organization)
                ? (target, estate) => InOrganization(estate, (Organization)target, kind)
                : (_, estate) => Everywhere(estate, kind));
    }

    /// <summary>The kinds of which a property asks for the tags alone.</summary>
    public static IEnumerable<Kind> TaggedKinds(Property property) =>
        property.Name == Taggables ? OfAccount().Where(kind => kind.Taggable) : [];

    /// <summary>Whether tags are to be expected: every region of every account has a network that nobody made and nobody tags.</summary>
    public static bool IsTagged(TaggableResource resource) => !resource.Untaggable
        && resource is not Network { Default: { IsRead: true, Value: true }, InUse: { IsRead: true, Value: false } };

    /// <summary>The kinds that a property leads to, which must be at hand while resources are judged.</summary>
    public static IEnumerable<Kind> Kinds(Property property)
    {
        if (property.Name == Taggables)
        {
            return [];
        }

        var type = property.Type is ListType list ? list.Element : property.Type;
        var record = (type as RecordType)?.ObjectType.Name;
        return Kind.All.Where(kind => HasBase(kind.Type, record) || (record == nameof(Bastion) && kind.Type == typeof(Network)));
    }

    // A list or a link of several kinds names what they have in common.
    private static bool HasBase(Type? kind, string? record) =>
        kind is not null && (kind.Name == record || HasBase(kind.BaseType, record));

    private static IEnumerable<Kind> OfAccount() => Kind.All.Where(kind => !kind.OfHierarchy);

    private static IEnumerable<Kind> OfOrganization() => Kind.All.Where(kind => kind.Type != typeof(Organization));

    private static Property List(
        string name, Type element, Func<object, Estate, (IReadOnlyList<Resource> Items, string? Why)> items)
    {
        var type = ModelType.Of(element);
        return new Property(name, CelType.List(CelType.Object(type)), (target, context) =>
        {
            var (found, why) = items(target, (Estate)context.Host!);
            return Value.Of(new ResourceList(found, type, why));
        });
    }

    private static (IReadOnlyList<Resource>, string?) InAccount(Estate estate, Account account, IEnumerable<Kind> kinds)
    {
        string? why = null;
        List<IReadOnlyList<Resource>> found = [];
        foreach (var kind in kinds)
        {
            var (items, incomplete) = estate.HoldingFor(account, kind);
            found.Add(items);
            why ??= incomplete;
        }

        return (found.Count == 1 ? found[0] : [.. found.SelectMany(list => list)], why);
    }

    // Made once: a rule over accounts may ask each time for all networks of a thousand others.
    private static (IReadOnlyList<Resource>, string?) InOrganization(Estate estate, Organization organization, Kind kind) =>
        estate.OnceFor(organization, kind, () => ListOfOrganization(estate, organization, kind));

    private static (IReadOnlyList<Resource>, string?) ListOfOrganization(Estate estate, Organization organization, Kind kind)
    {
        if (kind.OfHierarchy)
        {
            return (estate.Of(organization.Id, kind.Type), estate.WhyIncomplete(organization, kind));
        }

        // Accounts that nobody listed may hold more of the kind.
        var why = estate.WhyIncomplete(organization, Kind.Find(nameof(Account))!);
        List<Resource> found = [.. estate.Of(organization.Id, kind.Type)];
        why ??= kind.OfOrganization ? estate.WhyOwnIncomplete(organization, kind) : null;
        foreach (var account in estate.AccountsOf(organization))
        {
            found.AddRange(estate.Of(account.Id, kind.Type));
            why ??= estate.WhyIncomplete(account, kind);
        }

        return (found, why);
    }

    private static (IReadOnlyList<Resource>, string?) Everywhere(Estate estate, Kind kind)
    {
        if (kind.Type == typeof(Organization))
        {
            return (estate.Organizations, null);
        }

        var lists = estate.Organizations.Select(organization => InOrganization(estate, organization, kind)).ToList();
        return ([.. lists.SelectMany(list => list.Item1)], lists.Select(list => list.Item2).FirstOrDefault(why => why is not null));
    }

    private sealed class ResourceList(IReadOnlyList<Resource> items, ObjectType type, string? why) : CelList
    {
        public override int Count => items.Count;

        public override CelError? Incomplete { get; } = why is null ? null : CelError.Unread(why);

        public override Value this[int index] => Value.OfObject(items[index], TypeOf(items[index]));

        // A list of taggable resources holds several kinds; their common properties are those of the list's type.
        private ObjectType TypeOf(Resource item) => type.Name == item.GetType().Name ? type : ModelType.Of(typeof(TaggableResource));
    }
}
