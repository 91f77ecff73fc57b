namespace LandingZone.Core.Model;

/// <summary>What somebody meant who misspelt a name.</summary>
public static class Spelling
{
    /// <summary>" Did you mean 'x'?" for the nearest name, or nothing when none is near.</summary>
    public static string Suggest(string wrong, IEnumerable<string> names)
    {
        var nearest = names.Select(name => (name, Distance: Distance(wrong, name))).MinBy(candidate => candidate.Distance);
        return nearest.name is not null && nearest.Distance <= Math.Max(2, wrong.Length / 3)
            ? $" Did you mean '{nearest.name}'?"
            : "";
    }

    // Levenshtein over two rows, case ignored: names here are short.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, left) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                left = Math.Min(diagonal + (same ? 0 : 1), Math.Min(left, row[j]) + 1);
                (diagonal, row[j]) = (row[j], left);
            }
        }

        return row[^1];
    }
}
