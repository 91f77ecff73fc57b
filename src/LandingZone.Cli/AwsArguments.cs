using System.CommandLine;
using LandingZone.Providers.Aws;

namespace LandingZone.Cli;

/// <summary>How AWS is reached and how much of it is read: the same for every command that asks AWS.</summary>
internal sealed class AwsArguments
{
    private readonly Option<string?> _profile = new("--profile")
    {
        Description = "Profile of the AWS configuration (default: the chain of environment, SSO, files, container)",
        HelpName = "NAME",
    };

    private readonly Option<string> _role = new("--role")
    {
        Description = "Role to assume in each account of the organization",
        DefaultValueFactory = _ => AwsOptions.DefaultRole,
        HelpName = "NAME",
    };

    private readonly Option<string?> _externalId = new("--external-id")
    {
        Description = "External id that the role asks for",
        HelpName = "ID",
    };

    private readonly Option<string[]> _regions = List("--regions", "Regions to read (default: all that are enabled)");

    private readonly Option<string[]> _accounts = List("--accounts", "Accounts to read (default: all of the organization)");

    public void AddTo(Command command)
    {
        command.Options.Add(_profile);
        command.Options.Add(_role);
        command.Options.Add(_externalId);
        command.Options.Add(_regions);
        command.Options.Add(_accounts);
    }

    public AwsOptions Read(ParseResult parsed) => new()
    {
        Profile = parsed.GetValue(_profile),
        Role = parsed.GetValue(_role)!,
        ExternalId = parsed.GetValue(_externalId),
        Regions = [.. parsed.GetValue(_regions) ?? []],
        Accounts = [.. parsed.GetValue(_accounts) ?? []],
    };

    /// <summary>An option that takes several values, by commas or by spaces.</summary>
    public static Option<string[]> List(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "A,B",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result =>
        [
            .. result.Tokens.SelectMany(token => token.Value.Split(
                ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        ],
    };
}
