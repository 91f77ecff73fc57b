using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Reports;

/// <summary>The sample with one hostile text wherever a cloud, a person or an unread fact can put one.</summary>
internal static class HostileAudit
{
    /// <summary>Texts that want to be a tag, an attribute, a link, an escape sequence, or unreadable.</summary>
    public static TheoryData<string> Texts =>
    [
        SampleAudit.HostileName,
        "<img src=x onerror=document.title='owned'>",
        "\"><svg/onload=alert(1)>",
        "' onfocus=alert(1) autofocus='",
        "` onclick=alert(1) `",
        "--></script><script>alert(1)</script><!--",
        "</style></title></textarea></pre><b>",
        "javascript:alert(1)",
        "[bold red]markup[/] [link=https://evil.example]x[/] [[",
        "\u001b]0;title\u0007\u001b[2J\u009b31m",
        "\u202Ereversed\u2066isolated\u200Bhidden\u2028line\r\nbreak",
        "lone surrogate \ud83d end",
        "=cmd|'/c calc'!A1",
        "../../etc/passwd",
        new string('W', 10_000),
        new string('日', 5_000),
    ];

    public static Audit Make(string text)
    {
        var audit = SampleAudit.Make();
        return audit with
        {
            Header = audit.Header with
            {
                Name = text,
                Tool = text,
                RunId = text,
                Scope = [text],
                Identities = [new Identity(Cloud.Aws, text)],
            },
            Findings = [.. audit.Findings.Select(finding => Spoil(finding, text))],
            Tallies = [.. audit.Tallies.Select(tally => tally.Gap is null ? tally : tally with { Gap = text })],
            Organizations = [.. audit.Organizations.Select(organization => organization with { Name = text })],
            Folders = [.. audit.Folders.Select(folder => folder with { Name = text })],
            Accounts = [.. audit.Accounts.Select(account => Spoil(account, text))],
            Gaps = [.. audit.Gaps.Select(gap => gap with { Name = text, OfKind = text, Why = text, Region = text })],
        };
    }

    private static Account Spoil(Account account, string text) =>
        account with { Name = text, LeftOut = account.LeftOut is null ? null : text };

    private static Finding Spoil(Finding finding, string text) => finding with
    {
        Message = text,
        Resource = finding.Resource with { Id = text + finding.Resource.Id, Name = text, Region = text },
        Evidence = [new Evidence(text, text, text), new Evidence(text, "unread", $"unread: {text}")],
        Waiver = finding.Waiver is null ? null : finding.Waiver with { On = text, Because = text, Owner = text },
    };
}
