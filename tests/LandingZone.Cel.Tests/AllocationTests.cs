namespace LandingZone.Cel.Tests;

/// <summary>Rules are evaluated a hundred million times a night, so the usual ones must not allocate.</summary>
public sealed class AllocationTests
{
    [Theory]
    [InlineData("!resource.public || resource.encrypted")]
    [InlineData("resource.logged || resource.encrypted")]
    [InlineData("resource.versions >= 3 && resource.name == 'logs-1'")]
    [InlineData("resource.created < timestamp('2024-03-01T00:00:00Z') - duration('1h')")]
    [InlineData("resource.name.startsWith('logs') ? 1 > 0 : false")]
    [InlineData("resource.direction in ['ingress', 'egress']")]
    [InlineData("resource.ports.exists(p, p.number == 80)")]
    public void An_evaluation_does_not_allocate(string source)
    {
        var program = Estate.Compile(source);
        var activation = Estate.Activation();
        Assert.True(program.Evaluate(activation).AsBool);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++)
        {
            program.Evaluate(activation);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
