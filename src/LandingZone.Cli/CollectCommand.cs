using System.CommandLine;
using LandingZone.Core.Model;
using LandingZone.Providers.Aws;
using LandingZone.Providers.Http;

namespace LandingZone.Cli;

/// <summary><c>lz collect</c>: saves an estate, to be judged later or elsewhere.</summary>
internal static class CollectCommand
{
    private const string Examples = """


        Examples:
          lz collect aws -o estate.jsonl.gz
          lz collect aws --profile audit --regions eu-west-1,eu-central-1
        """;

    public static Command Create()
    {
        var output = new Option<string>("--output", "-o")
        {
            Description = "File to write; compressed if its name ends in .gz",
            DefaultValueFactory = _ => "estate.jsonl.gz",
            HelpName = "FILE",
        };
        var arguments = new AwsArguments();
        var aws = new Command("aws", "Saves an AWS organization, or one account." + Examples) { output };
        arguments.AddTo(aws);
        aws.SetAction((parsed, cancellation) => Failure.Told(async () =>
        {
            var estate = await ReadAwsAsync(arguments.Read(parsed), parsed.GetValue(output)!, cancellation);
            await Console.Error.WriteLineAsync($"{estate.Header.Resources} resources in {estate.Path}");
            return cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Good;
        }));
        return new Command("collect", "Saves an estate without judging it.") { aws };
    }

    public static async Task<EstateFile> ReadAwsAsync(AwsOptions options, string estatePath, CancellationToken cancellation)
    {
        using var sender = new HttpSender(new ResiliencePolicy(), TimeProvider.System);
        var provider = new AwsProvider(options, sender, TimeProvider.System);
        List<string> scope = [];
        if (options.Accounts.Length > 0)
        {
            scope.Add($"accounts {string.Join(", ", options.Accounts)}");
        }

        if (options.Regions.Length > 0)
        {
            scope.Add($"regions {string.Join(", ", options.Regions)}");
        }

        return await Reading.RunAsync(provider, estatePath, scope, cancellation);
    }
}
