using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Cli.Generation;

/// <summary>What the code says of its types and properties: the compiler's documentation file beside the assembly.</summary>
internal sealed partial class XmlDocumentation
{
    private readonly Dictionary<string, XElement> _members;

    private XmlDocumentation(XDocument file) =>
        _members = file.Descendants("member").ToDictionary(member => (string)member.Attribute("name")!);

    /// <summary>That of the model and the rules.</summary>
    /// <exception cref="FileNotFoundException">This lz was published without it.</exception>
    public static XmlDocumentation Load()
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"{typeof(Resource).Assembly.GetName().Name}.xml");
        return File.Exists(path)
            ? new XmlDocumentation(XDocument.Load(path))
            : throw new FileNotFoundException($"{path} is missing: build lz from its sources to generate from them");
    }

    /// <summary>The summary of a type, on one line; null when there is none.</summary>
    public string? Of(Type type) => Summary($"T:{Name(type)}");

    /// <summary>The summary of a property, as it is said where the property was declared.</summary>
    public string? Of(PropertyInfo property) => Summary(Key(property));

    /// <summary>The vendors' pages of a property.</summary>
    public IEnumerable<string> Pages(PropertyInfo property) =>
        _members.GetValueOrDefault(Key(property))?.Elements("seealso").Attributes("href").Select(href => href.Value) ?? [];

    /// <summary>The summary of an enum's word; null when there is none.</summary>
    public string? OfWord(Type type, string word) => Summary($"F:{Name(type)}.{word}");

    private string? Summary(string key) =>
        _members.GetValueOrDefault(key)?.Element("summary") is { } summary
            ? Whitespace().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim()
            : null;

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see => $"`{((string?)see.Attribute("cref") ?? "").Split('.')[^1]}`",
        XElement other => other.Value,
        _ => "",
    };

    private static string Key(PropertyInfo property) => $"P:{Name(property.DeclaringType!)}.{property.Name}";

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
