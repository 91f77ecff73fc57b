using LandingZone.Cel;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>As much of a saved estate as expressions can reach, so that a large one needs little memory.</summary>
internal static class ReachedEstate
{
    /// <param name="file">The saved estate, which is read once.</param>
    /// <param name="named">The facts that expressions name.</param>
    /// <param name="search">Sees each resource; what it finds is kept too.</param>
    /// <param name="declarations">From which facts of accounts are derived.</param>
    public static Estate Load(
        EstateFile file, IEnumerable<Property> named, ResourceSearch? search, Declarations declarations)
    {
        HashSet<Type> reached =
        [
            typeof(Organization), typeof(Folder), typeof(Account), typeof(Gap),
            .. named.SelectMany(Reach.Kinds).Concat(named.SelectMany(Reach.TaggedKinds)).Select(kind => kind.Type),
        ];

        // The search must see each of them, also those that are kept anyway.
        return new Estate(
            file.Read(), declarations, one => search?.Sees(one) == true | reached.Contains(one.GetType()) ? one : null);
    }
}
