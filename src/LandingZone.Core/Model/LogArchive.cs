using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// What is made to keep logs and is no bucket of objects: a Log Analytics workspace, a log bucket of Cloud Logging, a
/// log group, a stream or hub that passes logs on, a dataset.
/// </summary>
public sealed record LogArchive : LogStore
{
    /// <summary>Whether logs are kept in it or passed on.</summary>
    public required Fact<LogArchiveType> Type { get; init; }
}

[JsonConverter(typeof(CamelCaseEnum<LogArchiveType>))]
public enum LogArchiveType
{
    /// <summary>Kept to be searched: a workspace, a log bucket, a log group.</summary>
    Workspace,

    /// <summary>A table of a warehouse.</summary>
    Dataset,

    /// <summary>Passed on: an event hub, a topic, a stream. Somebody else keeps it.</summary>
    Stream,
}
