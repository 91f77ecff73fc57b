using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;
using LandingZone.Cli;

using var stop = new CancellationTokenSource();

// The first Ctrl-C ends the run in order, so that what was read is kept; the second ends the process.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

var root = new RootCommand("Audits landing zones on AWS, Azure, Google Cloud and Oracle Cloud.")
{
    AuditCommand.Create(),
    AnswerCommand.Create(),
    CollectCommand.Create(),
    GenerateCommand.Create(),
    InitCommand.Create(),
    RulesCommand.Create(),
    ExplainCommand.Create(),
    EvalCommand.Create(),
    CompletionCommand.Create(),
};
var help = root.Options.OfType<HelpOption>().Single();
help.Action = new BriefHelp((HelpAction)help.Action!);
var parsed = root.Parse(args);
var exit = await parsed.InvokeAsync(
    new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token);

// 1 is for gates that were not met, so a wrong command line must not be that.
return parsed.Action is ParseErrorAction ? ExitCode.Error : exit;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
