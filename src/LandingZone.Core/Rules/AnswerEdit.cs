using System.Text.Json;
using LandingZone.Core.Model;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace LandingZone.Core.Rules;

/// <summary>
/// Puts an answer into the text of <c>landingzone.yaml</c>. Only the text of that answer changes: comments, order and
/// blank lines are the author's.
/// </summary>
public static class AnswerEdit
{
    private const string List = "answers";
    private const string Question = "question";
    private const string On = "on";

    /// <summary>The text with the answer in it, in the place of one to the same question for the same organization.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="text">What is in it; empty for a new file.</param>
    /// <param name="answer">What is said.</param>
    /// <exception cref="ProblemsException">The file is no map, or its list cannot be added to.</exception>
    public static string Apply(string path, string text, Answer answer)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return $"{List}:\n{Item(answer, "  ")}";
        }

        List<Problem> problems = [];
        if (YamlSource.Read(path, text, problems) is not { } source)
        {
            throw new ProblemsException(problems);
        }

        var (key, value) = source.Root.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode { Value: List });
        return value switch
        {
            null => $"{text.TrimEnd()}\n\n{List}:\n{Item(answer, "  ")}",
            YamlScalarNode { Value: null or "" } => InsertAfterLine(text, (int)key.End.Line, Item(answer, "  ")),
            YamlSequenceNode { Children.Count: 0 } empty =>
                InsertAfterLine(WithoutBrackets(text, empty), (int)key.End.Line, Item(answer, "  ")),
            YamlSequenceNode { Style: SequenceStyle.Block } list => InList(text, list, answer),
            _ => throw new ProblemsException([source.At(value, $"'{List}' is not a list with a line for each: write it so first")]),
        };
    }

    private static string InList(string text, YamlSequenceNode list, Answer answer)
    {
        var same = list.Children.OfType<YamlMappingNode>().FirstOrDefault(item =>
            Text(item, Question) == answer.Question && Text(item, On) == answer.On);
        if (same is not null)
        {
            // From the end, so that places before stay where they are.
            return Members(answer).Where(member => member.Name is not (Question or On))
                .Select(member => (Node: Find(same, member.Name), member.Text))
                .OrderByDescending(member => member.Node?.Start.Index ?? -1)
                .Aggregate(text, (edited, member) => member.Node is null ? edited : Replace(edited, member.Node, member.Text));
        }

        var indent = new string(' ', (int)list.Start.Column - 1);
        return InsertAfterLine(text, LastLine(text, list.Children[^1]), Item(answer, indent));
    }

    private static string Item(Answer answer, string indent) =>
        $"{indent}- " + string.Join($"\n{indent}  ", Members(answer).Select(member => $"{member.Name}: {member.Text}")) + "\n";

    private static IEnumerable<(string Name, string Text)> Members(Answer answer)
    {
        yield return (Question, answer.Question);
        if (answer.On is not null)
        {
            yield return (On, YamlText.Of(answer.On));
        }

        yield return (RuleReader.AnswerName, JsonNamingPolicy.CamelCase.ConvertName(answer.Value.ToString()));
        yield return ("evidence", YamlText.Of(answer.Evidence));
        yield return ("by", YamlText.Of(answer.By));
        yield return ("date", $"{answer.Date:yyyy-MM-dd}");
        yield return ("until", $"{answer.Until:yyyy-MM-dd}");
    }

    private static string Replace(string text, YamlNode node, string by)
    {
        var old = text[(int)node.Start.Index..(int)node.End.Index];
        return string.Concat(text.AsSpan(0, (int)node.Start.Index), by, text.AsSpan((int)node.Start.Index + old.TrimEnd().Length));
    }

    private static string WithoutBrackets(string text, YamlSequenceNode empty)
    {
        var start = (int)empty.Start.Index;
        return text.Remove(start, text.IndexOf(']', start) + 1 - start);
    }

    private static string InsertAfterLine(string text, int line, string inserted)
    {
        var at = 0;
        for (var i = 0; i < line; i++)
        {
            var end = text.IndexOf('\n', at);
            if (end < 0)
            {
                return $"{text}\n{inserted}";
            }

            at = end + 1;
        }

        return text.Insert(at, inserted);
    }

    // A list ends where the next key begins; what a person sees as its end is the end of its last text.
    private static int LastLine(string text, YamlNode node)
    {
        var last = node.AllNodes.OfType<YamlScalarNode>().MaxBy(scalar => scalar.End.Index)!;
        var end = text[..(int)last.End.Index].TrimEnd().Length;
        return text.AsSpan(0, end).Count('\n') + 1;
    }

    private static string? Text(YamlMappingNode item, string key) => (Find(item, key) as YamlScalarNode)?.Value;

    private static YamlNode? Find(YamlMappingNode item, string key) =>
        item.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode name && name.Value == key).Value;
}
