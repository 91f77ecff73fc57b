using System.CommandLine;
using LandingZone.Cli.Generation;

namespace LandingZone.Cli;

/// <summary><c>lz generate</c>: writes what follows from the sources, for those who change them.</summary>
internal static class GenerateCommand
{
    private const string Solution = "LandingZone.sln";

    public static Command Create()
    {
        var check = new Option<bool>("--check") { Description = "Write nothing; exit 1 if a file is not what it would be" };
        var root = new Option<string?>("--root")
        {
            Description = "The project's folder (default: the nearest above that holds LandingZone.sln)",
            HelpName = "FOLDER",
        };
        var command = new Command("generate", "Writes what follows from the sources: schemas, catalogues, sample reports.") { check, root };
        command.SetAction((parsed, cancellation) => Failure.Told(async () =>
        {
            var folder = parsed.GetValue(root) ?? Above(Directory.GetCurrentDirectory());
            var files = await Generated.AllAsync(folder, cancellation);
            return parsed.GetValue(check) ? await CheckAsync(folder, files) : await WriteAsync(folder, files, cancellation);
        }));
        return command;
    }

    /// <summary>The files that are not what they would be.</summary>
    public static IEnumerable<string> Differing(string folder, IEnumerable<Generated> files) =>
        files.Where(file => !Holds(Path.Combine(folder, file.Path), file.Content)).Select(file => file.Path);

    private static async Task<int> CheckAsync(string folder, IReadOnlyList<Generated> files)
    {
        var differing = Differing(folder, files).ToList();
        foreach (var path in differing)
        {
            await Console.Out.WriteLineAsync(path);
        }

        if (differing.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{differing.Count} of {files.Count} files differ: run lz generate, and review the diff");
        }

        return differing.Count > 0 ? ExitCode.Gate : ExitCode.Good;
    }

    private static async Task<int> WriteAsync(string folder, IReadOnlyList<Generated> files, CancellationToken cancellation)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Path);
            var same = Holds(path, file.Content);
            if (!same)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllBytesAsync(path, file.Content, cancellation);
            }

            await Console.Error.WriteLineAsync($"{(same ? "same   " : "written")} {file.Path}");
        }

        return ExitCode.Good;
    }

    private static bool Holds(string path, byte[] content) =>
        File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, Solution)) ? folder
        : Path.GetDirectoryName(folder) is { } above ? Above(above)
        : throw new ArgumentException($"no {Solution} here or above: run this in the project's sources, or say --root");
}
