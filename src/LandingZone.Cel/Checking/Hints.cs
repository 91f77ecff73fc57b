namespace LandingZone.Cel;

/// <summary>What to write instead, where the mistake is a usual one.</summary>
internal static class Hints
{
    /// <summary>Functions of other languages, and what does their work here.</summary>
    private static readonly Dictionary<string, string> Synonyms = new()
    {
        ["len"] = "size",
        ["length"] = "size",
        ["count"] = "size",
        ["lower"] = "lowerAscii",
        ["toLower"] = "lowerAscii",
        ["toLowerCase"] = "lowerAscii",
        ["upper"] = "upperAscii",
        ["toUpper"] = "upperAscii",
        ["toUpperCase"] = "upperAscii",
        ["includes"] = "contains",
        ["any"] = "exists",
        ["some"] = "exists",
        ["every"] = "all",
        ["unique"] = "distinct",
        ["where"] = "filter",
        ["select"] = "map",
        ["regex"] = "matches",
        ["match"] = "matches",
    };

    private static readonly CelType[] FromText =
        [CelType.Timestamp, CelType.Duration, Networks.Ip, Networks.Cidr];

    public static string ForFunction(string name, IEnumerable<string> known) =>
        Synonyms.TryGetValue(name, out var synonym) ? $"; did you mean '{synonym}'?" : Spelling.Suggest(name, known);

    /// <summary>A word that other languages write for an operator.</summary>
    public static string ForWord(string word) => word switch
    {
        "and" => "; 'and' is '&&'",
        "or" => "; 'or' is '||'",
        "not" => "; 'not' is '!'",
        "is" or "equals" => $"; '{word}' is '=='",
        _ => "",
    };

    /// <summary>Two operands that a conversion of one would make fit.</summary>
    public static string ForOperands(params IReadOnlyList<CelType> types)
    {
        if (types is not [var one, var other])
        {
            return "";
        }

        var (text, typed) = one.Kind == ValueKind.String ? (one, other) : (other, one);
        if (text.Kind == ValueKind.String && FromText.FirstOrDefault(type => type.Name == typed.Name) is { } wanted)
        {
            var function = wanted == Networks.Ip ? "ip" : wanted == Networks.Cidr ? "cidr" : wanted.Name;
            return $"; {function}('…') makes one of a text";
        }

        var (isNumber, isOther) = (TypeMatch.IsNumber(one), TypeMatch.IsNumber(other));
        var isMixed = (isNumber && isOther) || (text.Kind == ValueKind.String && (isNumber || isOther));
        return isMixed && one.Kind != other.Kind
            ? $"; {one.RuntimeName}(…) or {other.RuntimeName}(…) converts one"
            : "";
    }

    public static string ForField(CelType type, string field) =>
        type is ListType { Element: RecordType element } && element.ObjectType.Find(field) is not null
            ? $"; its elements have: list.exists(x, x.{field} …)"
            : "";
}
