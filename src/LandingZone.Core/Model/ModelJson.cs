using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LandingZone.Core.Model;

/// <summary>
/// The one JSON shape of resources, for saved estates, tests, the demo and reports. Every type that a fact can hold is
/// listed here: the source generator does not look inside <see cref="Fact{T}"/>.
/// </summary>
[JsonSerializable(typeof(EstateHeader))]
[JsonSerializable(typeof(Resource))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(DateTimeOffset))]
[JsonSerializable(typeof(AccountStatus))]
[JsonSerializable(typeof(RecordedEvents))]
[JsonSerializable(typeof(TrafficDirection))]
[JsonSerializable(typeof(UserSource))]
[JsonSerializable(typeof(TrustedParty))]
[JsonSerializable(typeof(FederationProtocol))]
[JsonSerializable(typeof(PolicyState))]
[JsonSerializable(typeof(PrincipalType))]
[JsonSerializable(typeof(Privilege))]
[JsonSerializable(typeof(ScopeLevel))]
[JsonSerializable(typeof(GuardrailType))]
[JsonSerializable(typeof(LogArchiveType))]
[JsonSerializable(typeof(SecurityServiceType))]
[JsonSerializable(typeof(BastionType))]
[JsonSerializable(typeof(InstanceIdentity))]
[JsonSerializable(typeof(OperatingSystemType))]
[JsonSerializable(typeof(PasswordSource))]
[JsonSerializable(typeof(AdmissionPolicy))]
[JsonSerializable(typeof(DeploymentType))]
[JsonSerializable(typeof(StateStore))]
[JsonSerializable(typeof(Link<LogStore>))]
[JsonSerializable(typeof(Link<Principal>))]
[JsonSerializable(typeof(Link<Network>))]
[JsonSerializable(typeof(Link<Subnet>))]
[JsonSerializable(typeof(ImmutableArray<string>))]
[JsonSerializable(typeof(ImmutableArray<Link<Folder>>))]
[JsonSerializable(typeof(ImmutableArray<AccountEnvironment>))]
[JsonSerializable(typeof(ImmutableArray<BudgetAlert>))]
[JsonSerializable(typeof(ImmutableArray<PortRange>))]
[JsonSerializable(typeof(ImmutableArray<Trust>))]
[JsonSerializable(typeof(ImmutableArray<Denial>))]
[JsonSerializable(typeof(ImmutableArray<Exemption>))]
[JsonSerializable(typeof(ImmutableArray<AlertEvent>))]
[JsonSerializable(typeof(ImmutableArray<ContactTopic>))]
[JsonSerializable(typeof(ImmutableArray<VpnTunnel>))]
[JsonSerializable(typeof(ImmutableArray<ClientVpnAuthentication>))]
[JsonSerializable(typeof(ImmutableArray<BackupCopy>))]
[JsonSerializable(typeof(ImmutableArray<SecretFinding>))]
[JsonSerializable(typeof(ImmutableArray<ClusterLog>))]
[JsonSerializable(typeof(ImmutableArray<Listener>))]
[JsonSerializable(typeof(ImmutableArray<Link<WebFirewall>>))]
[JsonSerializable(typeof(ImmutableArray<SharedLink>))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, string>))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, ImmutableArray<string>>))]
internal sealed partial class ModelContext : JsonSerializerContext;

/// <summary>How the model is read and written.</summary>
public static class ModelJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static JsonTypeInfo<Resource> Resource { get; } = (JsonTypeInfo<Resource>)Options.GetTypeInfo(typeof(Resource));

    public static JsonTypeInfo<EstateHeader> Header { get; } =
        (JsonTypeInfo<EstateHeader>)Options.GetTypeInfo(typeof(EstateHeader));

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = ModelContext.Default.WithAddedModifier(LetFactsBeAbsent),
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            AllowOutOfOrderMetadataProperties = true,
            AllowDuplicateProperties = false,

            // Ids and messages stay readable; what is HTML is escaped where HTML is written.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new PooledText(), new UtcTime(), new MapConverter<string>(), new MapConverter<ImmutableArray<string>>() },
        };
        options.MakeReadOnly();
        return options;
    }

    // C#'s `required` makes every adapter state every fact; in a file an absent fact is "not stated", not an error.
    private static void LetFactsBeAbsent(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Fact<>))
            {
                property.IsRequired = false;
            }
        }
    }

    /// <summary>Times in UTC with a Z, to the second or as exact as they are.</summary>
    private sealed class UtcTime : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset().ToUniversalTime();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime);
    }
}
