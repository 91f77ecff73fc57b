using System.Reflection;
using System.Text.Json.Nodes;
using LandingZone.Providers.Aws;

namespace LandingZone.Providers.Tests.Aws;

public class AwsOperationsTests
{
    [Fact]
    public void Every_declared_operation_is_a_read()
    {
        string[] verbs = ["Get", "List", "Describe"];
        var others = AwsProvider.Operations
            .Where(operation => !verbs.Any(verb => operation.Name.StartsWith(verb, StringComparison.Ordinal)))
            .Select(operation => operation.Name);

        // It makes IAM write a report and changes nothing in the account.
        Assert.Equal(["GenerateCredentialReport"], others);
    }

    [Fact]
    public void Every_operation_in_the_code_is_declared()
    {
        var fields = typeof(AwsProvider).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => typeof(AwsOperation).IsAssignableFrom(field.FieldType))
            .Select(field => (AwsOperation)field.GetValue(null)!)
            .ToList();

        Assert.NotEmpty(fields);
        Assert.Equal(
            fields.Select(Name).Order(StringComparer.Ordinal),
            AwsProvider.Operations.Select(Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_operation_but_the_callers_own_name_has_its_permission_listed()
    {
        var listed = AwsProvider.Permissions.Select(permission => permission.Permission).ToHashSet();
        var missing = AwsProvider.Operations.Where(operation => !listed.Contains(operation.Permission)).Select(Name);

        // The subscribers of a notification are allowed by the same action as the budget.
        Assert.Equal(["sts GetCallerIdentity"], missing);
    }

    [Fact]
    public async Task Every_operation_is_as_botocore_describes_it()
    {
        Tool.Require(Tool.Exists("python3"), "python3 is not installed");
        const string script = """
            import sys, json, botocore.session
            session = botocore.session.get_session()
            models = {}
            for line in json.loads(sys.argv[1]):
                service = {'s3-control': 's3control'}.get(line['service'], line['service'])
                model = models.setdefault(service, session.get_service_model(service))
                operation = model.operation_model(line['name'])
                prefix = model.metadata.get('targetPrefix')
                members = set()
                shape = operation.output_shape
                for name, member in shape.members.items():
                    members.add(member.serialization.get('name', name))
                def sent(name, member):
                    given = member.serialization.get('name', name)
                    if model.metadata['protocol'] != 'ec2': return given
                    return member.serialization.get('queryName', given[0].upper() + given[1:])
                line.update(protocol=model.metadata['protocol'], version=prefix or model.metadata['apiVersion'],
                    id=model.metadata['serviceId'], signing=model.signing_name, method=operation.http['method'],
                    path=operation.http['requestUri'], members=sorted(members),
                    inputs=[])
                if operation.input_shape:
                    line['inputs'] = sorted(sent(k, v) for k, v in operation.input_shape.members.items())
                print(json.dumps(line))
            """;
        var declared = AwsProvider.Operations.ToDictionary(Name);
        var lines = new JsonArray([.. declared.Values.Select(
            operation => new JsonObject { ["service"] = operation.Service.Name, ["name"] = operation.Name })]);

        var output = await Tool.PythonAsync(script, lines.ToJsonString());

        foreach (var model in output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!))
        {
            Compare(declared[$"{model["service"]} {model["name"]}"], model);
        }
    }

    private static void Compare(AwsOperation operation, JsonNode model)
    {
        var service = operation.Service;
        var members = model["members"]!.AsArray().Select(member => (string)member!).ToList();
        Assert.Equal((string?)model["id"], service.Id);
        Assert.Equal((string?)model["signing"], service.SigningName);
        Assert.Equal((string?)model["method"], operation.Method.Method);
        Assert.Equal(
            (string?)model["protocol"],
            service.Protocol == AwsProtocol.RestXml ? "rest-xml" : service.Protocol.ToString().ToLowerInvariant());
        if (service.Protocol == AwsProtocol.RestXml)
        {
            Assert.Equal(WithoutBucket((string)model["path"]!), WithoutBucket(operation.Path));
        }
        else
        {
            Assert.Equal((string?)model["version"], service.Version);
            var deciding = operation switch
            {
                AwsXmlOperation xml => xml.Answer,
                AwsJsonOperation json => json.Answer.Replace("[]", "", StringComparison.Ordinal),
                _ => "",
            };
            Assert.Contains(deciding, members);
        }

        if (operation.Paging is { } paging)
        {
            Assert.Contains(paging.Output, members);
            Assert.Contains(model["inputs"]!.AsArray(), input => (string)input! == paging.Input);
        }
        else
        {
            // A list without a declared way to page must have none: else the rest of it would never be seen.
            Assert.DoesNotContain(
                members, member => member is "NextToken" or "nextToken" or "Marker" or "ContinuationToken");
        }
    }

    private static string WithoutBucket(string path) => path.Replace("{Bucket}", "", StringComparison.Ordinal);

    private static string Name(AwsOperation operation) => $"{operation.Service.Name} {operation.Name}";
}
