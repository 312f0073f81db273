"""Completion in bash for names with blanks and other signs that a shell takes for its own.

click hands each value to bash as it is, so that a place of two words would become two arguments.
zsh and fish quote by themselves.
"""

from click.shell_completion import BashComplete, CompletionItem, add_completion_class

# As click's own, but for `compopt -o filenames`, by which bash quotes what it puts on the line.
_SOURCE = """\
%(complete_func)s() {
    local IFS=$'\\n'
    local response completion type value

    response=$(env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD \
%(complete_var)s=bash_complete $1 2>/dev/null)

    for completion in $response; do
        type=${completion%%%%,*}
        value=${completion#*,}
        if [[ $type == dir ]]; then
            compopt -o dirnames
        elif [[ $type == file ]]; then
            compopt -o default
        elif [[ $type == plain ]]; then
            COMPREPLY+=("$value")
            if [[ $value == *[^[:alnum:]_.-]* ]]; then
                compopt -o filenames 2>/dev/null
            fi
        fi
    done
    return 0
}

%(complete_func)s_setup() {
    complete -o nosort -F %(complete_func)s %(prog_name)s
}

%(complete_func)s_setup;
"""


class Bash(BashComplete):
    """Completion for bash 4.4 and newer."""

    source_template = _SOURCE

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the cursor; bash makes a word of its own of each = sign."""
        words, incomplete = super().get_completion_args()
        return [word for word in words if word != "="], incomplete

    def format_completion(self, item: CompletionItem) -> str:
        """Return a line for the script: the type, and the value as it is."""
        return f"{item.type},{item.value}"


def register() -> None:
    """Make `_TIMELINE_COMPLETE=bash_source timeline` print the script above."""
    add_completion_class(Bash)
