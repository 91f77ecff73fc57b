using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// What a provider read from a cloud, or why it could not. <c>default</c> is unread ("not stated"). There is no null
/// and no guess: a value is the effective one, with the cloud's default already applied.
/// </summary>
[JsonConverter(typeof(FactConverterFactory))]
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "A fact is written as its value.")]
public readonly record struct Fact<T>
    where T : notnull
{
    private const string NotStated = "not stated";

    private readonly T? _value;
    private readonly string? _reason;

    private Fact(T? value, string? reason, bool isRead)
    {
        _value = value;
        _reason = reason;
        IsRead = isRead;
    }

    public bool IsRead { get; }

    /// <exception cref="InvalidOperationException">The fact was not read: ask <see cref="IsRead"/> first.</exception>
    public T Value => IsRead ? _value! : throw new InvalidOperationException($"Not read: {Unread}");

    /// <summary>Why there is no value, with what to grant or do; null when there is one.</summary>
    public string? Unread => IsRead ? null : _reason ?? NotStated;

    /// <summary>A fact that follows from this one; unread for the same reason when this one is.</summary>
    public Fact<TResult> Select<TResult>(Func<T, TResult> derive)
        where TResult : notnull =>
        IsRead ? derive(_value!) : new Unread(Unread!);

    public override string ToString() => IsRead ? $"{_value}" : $"unread: {Unread}";

    public static implicit operator Fact<T>(T value) => new(value, null, isRead: true);

    public static implicit operator Fact<T>(Unread unread) => new(default, unread.Reason, isRead: false);
}

/// <summary>
/// Why a fact has no value: the cloud's code and what to grant, such as "AccessDenied: grant s3:GetBucketAcl".
/// </summary>
public readonly record struct Unread(string Reason);
