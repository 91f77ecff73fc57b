namespace LandingZone.Core.Model;

/// <summary>
/// Where a run keeps what it has read: a part an account, each complete or absent, so that a run that ends early loses
/// nothing that was finished.
/// </summary>
public sealed class RunFolder(string path)
{
    private const string Suffix = ".jsonl";

    public string Path { get; } = path;

    /// <summary>Writes one owner's resources; they are there whole or not at all.</summary>
    /// <param name="cloud">The owner's cloud.</param>
    /// <param name="accountId">Null for the organization's own rows.</param>
    /// <param name="resources">In any order.</param>
    public void Commit(Cloud cloud, string? accountId, IEnumerable<Resource> resources)
    {
        // Without an account the name is shorter and so comes first, as the canonical order wants it.
        var name = $"{cloud.ToString().ToLowerInvariant()}-{Uri.EscapeDataString(accountId ?? "")}{Suffix}";
        var part = System.IO.Path.Combine(Path, name);
        var unfinished = part + ".tmp";
        using (var stream = EstateWriter.Create(unfinished))
        {
            EstateWriter.WriteLines(stream, resources.Order(EstateWriter.Order));
        }

        File.Move(unfinished, part, overwrite: true);
    }

    /// <summary>Joins all parts, in canonical order, into one saved estate.</summary>
    public EstateFile Merge(string estatePath, EstateHeader header)
    {
        var parts = Directory.GetFiles(Path, "*" + Suffix)
            .OrderBy(part => Uri.UnescapeDataString(System.IO.Path.GetFileNameWithoutExtension(part)), StringComparer.Ordinal)
            .ToList();
        using (var estate = EstateWriter.Create(estatePath))
        {
            EstateWriter.WriteLine(estate, header with { Resources = parts.Sum(part => File.ReadLines(part).LongCount()) });
            foreach (var part in parts)
            {
                using var lines = File.OpenRead(part);
                lines.CopyTo(estate);
            }
        }

        return new EstateFile(estatePath);
    }
}
