using System.CommandLine;
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
};
return await root.Parse(args).InvokeAsync(
    new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token);

void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
