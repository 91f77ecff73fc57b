namespace LandingZone.Cel;

/// <summary>
/// Why an expression has no value. An error is a value: operators that another operand decides absorb it.
/// </summary>
public sealed class CelError
{
    /// <summary>Values stand in messages, and may be long.</summary>
    private const int MaxLength = 1_000;

    public CelError(string message, int offset = -1)
        : this(message, offset, isUnread: false)
    {
    }

    private CelError(string message, int offset, bool isUnread)
    {
        Message = message.Length <= MaxLength ? message : message[..MaxLength] + "…";
        Offset = offset;
        IsUnread = isUnread;
    }

    public string Message { get; }

    /// <summary>True when the fact was not read: the one reason that a rule may expect.</summary>
    public bool IsUnread { get; }

    /// <summary>UTF-16 offset in the expression's text; -1 where it is unknown, as for every unread fact.</summary>
    public int Offset { get; }

    /// <summary>True when it is known that there is no value, as of the region of what is global: <c>has()</c> is false then.</summary>
    public bool IsAbsent { get; private init; }

    public static CelError Absent(string message) => new(message) { IsAbsent = true };

    public static CelError Unread(string reason) => new(reason, -1, isUnread: true);

    public override string ToString() => Message;

    internal CelError At(int offset) => Offset >= 0 || IsUnread ? this : new CelError(Message, offset) { IsAbsent = IsAbsent };

    /// <summary>
    /// Of two errors, the one to report: a mistake in the expression before a fact that was not read.
    /// </summary>
    internal static CelError First(CelError? one, CelError other) =>
        one is null || (one.IsUnread && !other.IsUnread) ? other : one;
}
