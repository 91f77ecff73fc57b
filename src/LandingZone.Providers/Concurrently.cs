namespace LandingZone.Providers;

internal static class Concurrently
{
    /// <summary>Reads something of each item, at most <paramref name="degree"/> at a time; the order is kept.</summary>
    public static async IAsyncEnumerable<TResult> SelectAsync<T, TResult>(
        this IEnumerable<T> items, int degree, Func<T, Task<TResult>> read)
    {
        Queue<Task<TResult>> running = new();
        foreach (var item in items)
        {
            if (running.Count == degree)
            {
                yield return await running.Dequeue();
            }

            running.Enqueue(read(item));
        }

        while (running.TryDequeue(out var task))
        {
            yield return await task;
        }
    }
}
