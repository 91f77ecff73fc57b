namespace LandingZone.Core.Model;

/// <summary>The lines of a UTF-8 stream as bytes, without the line's end; one buffer for all of them.</summary>
internal sealed class Utf8Lines(Stream stream)
{
    private const int LongestLine = 64 << 20;

    private byte[] _buffer = new byte[64 << 10];
    private int _start;
    private int _end;

    /// <summary>The next line, valid until the next call; false at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">A line is longer than 64 MiB, or the compressed stream is broken.</exception>
    public bool TryRead(out ReadOnlyMemory<byte> line)
    {
        for (var searched = 0; ;)
        {
            var length = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                line = _buffer.AsMemory(_start, searched + length);
                _start += searched + length + 1;
                return true;
            }

            searched = _end - _start;
            if (!Fill())
            {
                line = _buffer.AsMemory(_start, searched);
                _start = _end;
                return searched > 0;
            }
        }
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= LongestLine)
            {
                throw new InvalidDataException("a line is longer than 64 MiB");
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
