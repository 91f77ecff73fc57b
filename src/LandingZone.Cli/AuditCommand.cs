using System.CommandLine;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;
using LandingZone.Providers.Aws;

namespace LandingZone.Cli;

/// <summary><c>lz audit</c>: reads a cloud, a saved estate or the demo, judges it, and reports.</summary>
internal static class AuditCommand
{
    private const string Examples = """


        Examples:
          lz audit --demo                        a made-up company on four clouds, without credentials
          lz audit aws --profile audit           the organization of that profile
          lz audit aws --accounts 111122223333   one account of it
          lz audit estate.jsonl.gz               what lz collect has saved
          lz audit aws --fail-on critical        exit 1 if anything critical failed
        """;

    public static Command Create()
    {
        var target = new Argument<string?>("target")
        {
            Description = "aws, or a saved estate (default: every cloud that has credentials)",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var demo = new Option<bool>("--demo") { Description = "Audit the demo estate; needs no credentials" };
        var output = new Option<string>("--out")
        {
            Description = "Folder for the reports",
            DefaultValueFactory = _ => "lz-out",
            HelpName = "FOLDER",
        };
        var formats = AwsArguments.List("--format", "Reports: console, html, json (default: all)");
        var aws = new AwsArguments();
        var judge = new JudgeArguments();
        var command = new Command("audit", "Judges a cloud, a saved estate or the demo, and reports." + Examples)
        {
            target, demo, output, formats,
        };
        aws.AddTo(command);
        judge.AddTo(command);
        command.SetAction((parsed, cancellation) => Failure.Told(async () =>
        {
            var reports = new ReportOutput(parsed.GetValue(output)!, parsed.GetValue(formats) ?? []);
            var (rules, configuration) = judge.Load(parsed, parsed.GetValue(demo) ? Demo.Configuration : JudgeArguments.Here);
            var estate = parsed.GetValue(demo)
                ? Demo.Open()
                : await OpenAsync(parsed.GetValue(target), aws.Read(parsed), parsed.GetValue(output)!, cancellation);
            var audit = Judge.Run(estate, rules, configuration.ToOptions());
            await reports.WriteAsync(audit);
            await TellUnexpectedAsync(configuration, audit);
            return await EndAsync(audit, judge.Unmet(parsed, audit), cancellation);
        }));
        return command;
    }

    private static async Task<EstateFile> OpenAsync(
        string? target, AwsOptions options, string output, CancellationToken cancellation)
    {
        if (target is null or "aws")
        {
            var estate = Path.Combine(output, "estate.jsonl.gz");
            return await CollectCommand.ReadAwsAsync(options, estate, cancellation);
        }

        return target is "azure" or "gcp" or "oci"
            ? throw new ArgumentException($"this version does not read {target}; it reads aws and saved estates of every cloud")
            : File.Exists(target) || target.Contains('.', StringComparison.Ordinal)
                ? new EstateFile(target)
                : throw new ArgumentException(
                    $"'{target}' is neither a cloud nor a saved estate.{Spelling.Suggest(target, ["aws"])}");
    }

    private static async Task TellUnexpectedAsync(Configuration configuration, Audit audit)
    {
        foreach (var (cloud, expected) in configuration.ExpectedAccounts)
        {
            var found = audit.Accounts.Where(account => account.Cloud == cloud).ToList();
            if (found.Count > 0 && expected.Differs(found) is { } difference)
            {
                await Console.Error.WriteLineAsync($"{cloud.ToString().ToUpperInvariant()} accounts {difference}");
            }
        }
    }

    private static async Task<int> EndAsync(Audit audit, IReadOnlyList<string> unmet, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }

        var inScope = audit.Accounts.Where(account => account.LeftOut is null).ToList();
        if (inScope.Count > 0 && inScope.All(account => account.Listed.Count == 0))
        {
            await Console.Error.WriteLineAsync($"error: no account could be read. {audit.Gaps.Select(gap => gap.Why).FirstOrDefault()}");
            return ExitCode.Error;
        }

        foreach (var why in unmet)
        {
            await Console.Error.WriteLineAsync($"exit 1: {why}");
        }

        return unmet.Count > 0 ? ExitCode.Gate : ExitCode.Good;
    }
}
