namespace LandingZone.Cli;

/// <summary>What each shell needs so that it asks <c>lz</c> for the words that fit.</summary>
internal static class CompletionScripts
{
    public const string Bash = """
        # source <(lz completion bash)
        _lz() {
            local line="${COMP_LINE:0:COMP_POINT}" current="${COMP_WORDS[COMP_CWORD]}" found
            line="${line#*[[:space:]]}"
            found=$("$1" "[suggest:${#line}]" "$line" 2>/dev/null)
            [[ $current == -* ]] || found=$(grep -v '^[-/]' <<<"$found")
            mapfile -t COMPREPLY < <(compgen -W "$found" -- "$current")
        }
        complete -o default -F _lz lz
        """;

    public const string Zsh = """
        # source <(lz completion zsh)
        _lz() {
            local line="${LBUFFER#*[[:space:]]}"
            local -a found
            found=(${(f)"$(${words[1]} "[suggest:${#line}]" "$line" 2>/dev/null)"})
            [[ $PREFIX == -* ]] || found=(${found:#[-/]*})
            if (( $#found )); then compadd -a found; else _files; fi
        }
        compdef _lz lz
        """;

    public const string Fish = """
        # lz completion fish | source
        function __lz_words
            set -l line (commandline -cp | string replace -r '^\S+\s+' '')
            lz "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null | string match -v -r '^/'
        end
        complete -c lz -a '(__lz_words)'
        """;

    public const string PowerShell = """
        # lz completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName lz -ScriptBlock {
            param($word, $command, $cursor)
            $length = $cursor - $command.Extent.StartOffset
            $line = $command.ToString().PadRight($length).Substring(0, $length) -replace '^\S+\s+', ''
            lz "[suggest:$($line.Length)]" "$line" 2>$null |
                Where-Object { $_ -like "$word*" -and $_ -notlike '/*' -and ($word -like '-*' -or $_ -notlike '-*') } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;
}
