namespace LandingZone.Cel;

/// <summary>The language's names of its operators, which are functions like all others.</summary>
public static class Operators
{
    public const string Conditional = "_?_:_";
    public const string Or = "_||_";
    public const string And = "_&&_";
    public const string Not = "!_";
    public const string Negate = "-_";
    public const string Equal = "_==_";
    public const string NotEqual = "_!=_";
    public const string Less = "_<_";
    public const string LessOrEqual = "_<=_";
    public const string Greater = "_>_";
    public const string GreaterOrEqual = "_>=_";
    public const string In = "@in";
    public const string Add = "_+_";
    public const string Subtract = "_-_";
    public const string Multiply = "_*_";
    public const string Divide = "_/_";
    public const string Modulo = "_%_";
    public const string Index = "_[_]";

    private static readonly HashSet<string> Signs =
    [
        Or, And, Not, Negate, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual,
        Add, Subtract, Multiply, Divide, Modulo,
    ];

    /// <summary>How an operator is written; null for the name of a function.</summary>
    public static string? SignOf(string function) => function switch
    {
        In => "in",
        Index => "[]",
        Conditional => "? :",
        _ => Signs.Contains(function) ? function.Trim('_') : null,
    };
}
