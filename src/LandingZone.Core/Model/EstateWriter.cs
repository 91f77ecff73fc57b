using System.IO.Compression;
using System.Text.Json;

namespace LandingZone.Core.Model;

/// <summary>
/// Writes saved estates: lines end in LF, resources stand in canonical order, nobody else can read the file.
/// </summary>
public static class EstateWriter
{
    /// <summary>By cloud, account, kind, region and id, ordinal; what has no account or region comes first.</summary>
    public static IComparer<Resource> Order { get; } = Comparer<Resource>.Create((a, b) =>
        a.Cloud != b.Cloud ? a.Cloud.CompareTo(b.Cloud)
        : string.CompareOrdinal(a.AccountId, b.AccountId) is not 0 and var account ? account
        : string.CompareOrdinal(a.GetType().Name, b.GetType().Name) is not 0 and var kind ? kind
        : string.CompareOrdinal(a.Region, b.Region) is not 0 and var region ? region
        : string.CompareOrdinal(a.Id, b.Id));

    /// <summary>Writes header and resources; sorts them, and states their number in the header.</summary>
    public static void Write(string path, EstateHeader header, IEnumerable<Resource> resources)
    {
        var sorted = resources.Order(Order).ToList();
        using var stream = Create(path);
        WriteLine(stream, header with { Resources = sorted.Count });
        WriteLines(stream, sorted);
    }

    internal static void WriteLine(Stream stream, EstateHeader header)
    {
        JsonSerializer.Serialize(stream, header, ModelJson.Header);
        stream.WriteByte((byte)'\n');
    }

    internal static void WriteLines(Stream stream, IEnumerable<Resource> resources)
    {
        foreach (var resource in resources)
        {
            JsonSerializer.Serialize(stream, resource, ModelJson.Resource);
            stream.WriteByte((byte)'\n');
        }
    }

    /// <summary>A new file that its owner alone can read, compressed when its name ends in <c>.gz</c>.</summary>
    public static Stream Create(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 64 << 10 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path, options);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new BufferedStream(new GZipStream(file, CompressionLevel.Optimal), 64 << 10)
            : file;
    }
}
