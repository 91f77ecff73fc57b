namespace LandingZone.Cel;

internal enum TokenKind : byte
{
    End,
    Identifier,
    EscapedIdentifier,
    Int,
    Uint,
    Double,
    String,
    Bytes,
    Sign,
}

/// <param name="Text">An identifier's name, a number's digits or a sign.</param>
/// <param name="Literal">A string's or bytes' content.</param>
internal readonly record struct Token(TokenKind Kind, TextSpan Span, string Text, Value Literal = default)
{
    public bool Is(string sign) => Kind == TokenKind.Sign && Text == sign;

    public bool IsWord(string word) => Kind == TokenKind.Identifier && Text == word;
}
