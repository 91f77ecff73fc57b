namespace LandingZone.Core.Model;

/// <summary>What is wrong with an input file, and where. Lines and columns count from 1.</summary>
public sealed record Problem(string Path, int Line, int Column, string Message)
{
    public override string ToString() => $"{Path}:{Line}:{Column}: error: {Message}";
}

/// <summary>Input that cannot be used: all of its problems.</summary>
public sealed class ProblemsException(IReadOnlyList<Problem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public ProblemsException(string path, int line, int column, string message)
        : this([new Problem(path, line, column, message)])
    {
    }

    public IReadOnlyList<Problem> Problems { get; } = problems;
}
