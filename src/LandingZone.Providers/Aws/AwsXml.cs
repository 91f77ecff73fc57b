using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace LandingZone.Providers.Aws;

/// <summary>XML of AWS: namespaces differ by service and version and mean nothing to a reader, so they are taken off.</summary>
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

        return start.StartsWith('<') || start.StartsWith('{') ? "a document that breaks off" : "text that is no document";
    }

    private static bool IsPlain(XAttribute attribute) => !attribute.IsNamespaceDeclaration;

    private static XAttribute Local(XAttribute attribute) => new(attribute.Name.LocalName, attribute.Value);
}
