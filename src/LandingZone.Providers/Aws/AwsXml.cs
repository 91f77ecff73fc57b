using System.Collections.Immutable;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace LandingZone.Providers.Aws;

/// <summary>
/// XML of AWS: namespaces differ by service and version and mean nothing to a reader, so they are taken off.
/// </summary>
internal static class AwsXml
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit };

    /// <summary>The root element, or null when the body is not one whole XML document.</summary>
    public static XElement? Parse(byte[] body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), Settings);
            var root = XElement.Load(reader);
            foreach (var element in root.DescendantsAndSelf())
            {
                element.Name = element.Name.LocalName;
                element.ReplaceAttributes(element.Attributes().Where(IsPlain).Select(Local));
            }

            return root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>A child's text, or null.</summary>
    public static string? Text(this XElement element, string child) => (string?)element.Element(child);

    /// <summary>
    /// Whether a child says <c>true</c>; an absent flag is false, as in the forms of the API that leave it out.
    /// </summary>
    public static bool IsTrue(this XElement element, string child) =>
        string.Equals(element.Text(child), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Tags as lists of Key and Value, in the case that the service uses.</summary>
    public static ImmutableSortedDictionary<string, string> Tags(IEnumerable<XElement> tags, string key, string value)
    {
        var map = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags)
        {
            map[tag.Text(key) ?? ""] = tag.Text(value) ?? "";
        }

        return map.ToImmutable();
    }

    /// <summary>What a body that does not parse looks like, in a few words.</summary>
    public static string Describe(byte[] body)
    {
        if (body.Length == 0)
        {
            return "an empty body";
        }

        var start = Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, 200)).TrimStart();
        if (start.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
        {
            return "an HTML page";
        }

        return start.StartsWith('<') || start.StartsWith('{')
            ? "a document that breaks off"
            : "text that is no document";
    }

    private static bool IsPlain(XAttribute attribute) => !attribute.IsNamespaceDeclaration;

    private static XAttribute Local(XAttribute attribute) => new(attribute.Name.LocalName, attribute.Value);
}
