using System.Text;
using System.Text.Json.Nodes;

namespace LandingZone.Providers.Aws;

/// <summary>A call on the wire before it is signed: the same bytes for each attempt.</summary>
/// <param name="Method">The HTTP verb.</param>
/// <param name="Path">The path, percent-encoded once.</param>
/// <param name="Query">The query's names and values, not encoded.</param>
/// <param name="Headers">Headers beyond those of the signature, in lower case.</param>
/// <param name="Body">The payload; empty for GET.</param>
internal sealed record AwsRequest(
    HttpMethod Method,
    string Path,
    IReadOnlyList<(string Name, string Value)> Query,
    IReadOnlyList<(string Name, string Value)> Headers,
    byte[] Body)
{
    public static AwsRequest Create(AwsOperation operation, IReadOnlyList<(string Name, JsonNode Value)> parameters) =>
        operation.Service.Protocol switch
        {
            AwsProtocol.Query or AwsProtocol.Ec2 => Form(operation, parameters),
            AwsProtocol.Json => Json(operation, parameters),
            _ => Rest(operation, parameters),
        };

    private static AwsRequest Form(AwsOperation operation, IReadOnlyList<(string Name, JsonNode Value)> parameters)
    {
        IEnumerable<(string Name, string Value)> fields =
        [
            ("Action", operation.Name),
            ("Version", operation.Service.Version),
            .. parameters.Select(parameter => (parameter.Name, parameter.Value.ToString())),
        ];
        var pairs = fields.Select(field => $"{AwsSigner.Encode(field.Name)}={AwsSigner.Encode(field.Value)}");
        return new(
            operation.Method,
            "/",
            [],
            [("content-type", "application/x-www-form-urlencoded; charset=utf-8")],
            Encoding.UTF8.GetBytes(string.Join('&', pairs)));
    }

    private static AwsRequest Json(AwsOperation operation, IReadOnlyList<(string Name, JsonNode Value)> parameters)
    {
        var body = new JsonObject(parameters.Select(
            parameter => KeyValuePair.Create<string, JsonNode?>(parameter.Name, parameter.Value.DeepClone())));
        return new(
            operation.Method,
            "/",
            [],
            [
                ("content-type", "application/x-amz-json-1.1"),
                ("x-amz-target", $"{operation.Service.Version}.{operation.Name}"),
            ],
            Encoding.UTF8.GetBytes(body.ToJsonString()));
    }

    /// <summary>
    /// A parameter goes where the template names it, into a header if it is an <c>x-amz-</c> one, else into the query.
    /// </summary>
    private static AwsRequest Rest(AwsOperation operation, IReadOnlyList<(string Name, JsonNode Value)> parameters)
    {
        var template = operation.Path.Split('?', 2);
        var path = template[0];
        List<(string Name, string Value)> query = template.Length > 1 ? [(template[1], "")] : [];
        List<(string Name, string Value)> headers = [];
        foreach (var (name, value) in parameters)
        {
            if (path.Contains($"{{{name}}}", StringComparison.Ordinal))
            {
                path = path.Replace($"{{{name}}}", AwsSigner.Encode(value.ToString()), StringComparison.Ordinal);
            }
            else if (name.StartsWith("x-amz-", StringComparison.Ordinal))
            {
                headers.Add((name, value.ToString()));
            }
            else
            {
                query.Add((name, value.ToString()));
            }
        }

        return new(operation.Method, path, query, headers, []);
    }
}
