using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>
/// The whole audit for programs: one object with these members, always all of them and in this order. A later version
/// may add members; <c>version</c> changes when one goes or means something else.
/// <list type="table">
/// <item><term>version</term><description>1.</description></item>
/// <item><term>run</term><description>
/// <c>id</c>, <c>asOf</c> (UTC), <c>name</c> of the estate, <c>tool</c> (the version that read it), <c>scope</c> (in
/// words; empty for all), <c>identities</c> (<c>cloud</c>, <c>name</c>), <c>tiers</c>, <c>rulesDigest</c>.
/// </description></item>
/// <item><term>readiness</term><description><c>ready</c>, <c>conditional</c> or <c>notReady</c>.</description></item>
/// <item><term>open</term><description>Failures by severity, <c>critical</c> first.</description></item>
/// <item><term>score</term><description>
/// <c>overall</c>, <c>withoutWaivers</c>, <c>byCloud</c> (name to interval), <c>byOrganization</c> (<c>id</c>,
/// <c>score</c>), <c>bySection</c> (<c>id</c>, <c>title</c>, <c>score</c>, <c>byCloud</c>). An interval is <c>low</c>,
/// <c>high</c> and <c>coverage</c>, 0 to 1 in four digits, never better than it is (low and coverage are rounded down,
/// high up); null where nothing was judged.
/// </description></item>
/// <item><term>rules</term><description>
/// The selected rules by section and id: <c>id</c>, <c>title</c>, <c>section</c>, <c>severity</c>, <c>tier</c>,
/// <c>effort</c>, <c>kind</c>, <c>control</c> (or null), <c>why</c>, <c>frameworks</c> (name to control ids),
/// <c>clouds</c> (name to <c>fix</c>, <c>always</c>, <c>skip</c>, <c>see</c>, those that are stated), <c>counts</c>.
/// </description></item>
/// <item><term>findings</term><description>
/// Failed, unknown and waived, the worst first: <c>key</c> (the same in every run), <c>rule</c> (its id),
/// <c>severity</c>, <c>verdict</c> (<c>fail</c>, <c>unknown</c>, <c>waived</c>), <c>message</c>, <c>resource</c>
/// (<c>kind</c>, <c>id</c>, <c>name</c>, <c>cloud</c>, <c>accountId</c>, <c>accountName</c>, <c>region</c>; null where
/// it has none), <c>evidence</c> (<c>resourceId</c>, <c>fact</c>, <c>value</c>), <c>waiver</c> (<c>allow</c>,
/// <c>on</c>, <c>because</c>, <c>owner</c>, <c>until</c>; or null), and for the resource's cloud <c>fix</c> and
/// <c>see</c> (or null).
/// </description></item>
/// <item><term>gaps</term><description>
/// Lists that were refused: <c>kind</c>, <c>cloud</c>, <c>ownerId</c> (the account or organization), <c>region</c>
/// (null: all), <c>why</c>.
/// </description></item>
/// <item><term>organizations</term><description><c>id</c>, <c>name</c>, <c>cloud</c>.</description></item>
/// <item><term>folders</term><description>
/// <c>id</c>, <c>name</c>, <c>cloud</c>, <c>organizationId</c>, <c>parentId</c> (null where unread).
/// </description></item>
/// <item><term>accounts</term><description>
/// <c>id</c>, <c>name</c>, <c>cloud</c>, <c>organizationId</c>, <c>read</c> (whether at least one list was),
/// <c>leftOut</c> (why it is not judged, or null), <c>environments</c> (null where undeclared), <c>score</c>.
/// </description></item>
/// <item><term>tallies</term><description>
/// The counts of each rule in each account: <c>rule</c>, <c>cloud</c>, <c>organizationId</c>, <c>accountId</c> (null
/// for the organization itself), <c>counts</c>, <c>gap</c> (why nobody knows how many there are, or null).
/// </description></item>
/// <item><term>resourceCounts</term><description>Kind to how many were judged or reached.</description></item>
/// </list>
/// <c>counts</c> are <c>passed</c>, <c>failed</c>, <c>unknown</c>, <c>waivedFailed</c>, <c>waivedUnknown</c>,
/// <c>notApplicable</c> and <c>guaranteed</c>.
/// </summary>
public sealed class JsonReport : IReport
{
    private const int Version = 1;

    // Large enough that a million findings are not a million writes.
    private const int FlushBytes = 64 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",

        // Quotes and angle brackets stay readable: what is HTML is escaped where HTML is written.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Name => "json";

    public string FileName => "report.json";

    public async Task WriteAsync(Audit audit, Stream output, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        JsonSummary.Write(json, audit);
        var byRule = audit.Tallies.ToLookup(tally => tally.Rule.Id);
        await WriteAllAsync(
            json, "rules", audit.Rules, (writer, rule) => JsonRules.Write(writer, rule, byRule[rule.Id]), cancellation);

        var accountNames = audit.Accounts.ToDictionary(account => account.Id, account => account.Name);
        await WriteAllAsync(
            json,
            "findings",
            audit.Findings,
            (writer, finding) => JsonFindings.Write(writer, finding, accountNames),
            cancellation);

        await WriteAllAsync(json, "gaps", Sorted(audit.Gaps), JsonPlaces.WriteGap, cancellation);
        await WriteAllAsync(
            json, "organizations", Sorted(audit.Organizations), JsonPlaces.WriteOrganization, cancellation);
        await WriteAllAsync(json, "folders", Sorted(audit.Folders), JsonPlaces.WriteFolder, cancellation);

        var byAccount = audit.Tallies.ToLookup(tally => tally.AccountId);
        await WriteAllAsync(
            json,
            "accounts",
            Sorted(audit.Accounts),
            (writer, account) => JsonPlaces.WriteAccount(writer, account, new Score(byAccount[account.Id]).Overall),
            cancellation);

        await WriteAllAsync(json, "tallies", audit.Tallies, JsonRules.WriteTally, cancellation);
        JsonPlaces.WriteResourceCounts(json, audit.ResourceCounts);
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
        output.WriteByte((byte)'\n');
    }

    private static async Task WriteAllAsync<T>(
        Utf8JsonWriter json,
        string name,
        IEnumerable<T> all,
        Action<Utf8JsonWriter, T> write,
        CancellationToken cancellation)
    {
        json.WriteStartArray(name);
        foreach (var one in all)
        {
            write(json, one);
            if (json.BytesPending > FlushBytes)
            {
                await json.FlushAsync(cancellation);
            }
        }

        json.WriteEndArray();
    }

    private static IEnumerable<T> Sorted<T>(ImmutableArray<T> resources)
        where T : Resource =>
        resources.Order(EstateWriter.Order).Cast<T>();
}
