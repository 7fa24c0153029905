"""Print what lets a shell complete the command line: subcommands, options, their values, rules, packs, paths."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.cli.status import CLEAN

if TYPE_CHECKING:
    import argparse

_NAMES = "recto rules --output-format names 2>/dev/null"
_LISTS = {
    "rules": _NAMES,
    "packs": f"{_NAMES} | cut -d. -f1 | uniq",
    "both": f"{_NAMES} | awk -F. '$1 != pack {{ print pack = $1 }} {{ print }}'",
}
# What is completed with what, by the name of the argument.
_OF_ARGUMENT = {
    "select": "both", "ignore": "both", "packs": "packs", "rule": "rules", "paths": "file", "config": "file",
    "output_file": "file", "baseline": "file", "stdin_filename": "file", "rules_path": "directory",
    "folder": "directory",
}  # fmt: skip
SHELLS = ("bash", "zsh", "fish")


def options(parser: argparse.ArgumentParser) -> None:
    """Which shell."""
    parser.add_argument("shell", choices=SHELLS, help="the shell that is to read it")
    parser.epilog = (
        'bash: eval "$(recto completion bash)" in ~/.bashrc. '
        "zsh: recto completion zsh > a folder of $fpath/_recto. "
        "fish: recto completion fish > ~/.config/fish/completions/recto.fish."
    )


def run(args: argparse.Namespace) -> int:
    """Print the shell's own code, made from the options as they are."""
    import shtab  # noqa: PLC0415 - deferred: start-up

    from linter.cli import COMMANDS, make_parser  # noqa: PLC0415 - that module imports this one

    parser = make_parser(COMMANDS)
    for subparser in _subparsers(parser):
        for action in subparser._actions:  # noqa: SLF001 - as shtab itself reads them
            if wanted := _OF_ARGUMENT.get(action.dest):
                action.complete = _completion(wanted)  # type: ignore[attr-defined]
    print(shtab.complete(parser, args.shell))
    return CLEAN


def _subparsers(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    actions = parser._actions  # noqa: SLF001 - as shtab itself reads them
    return [each for action in actions if isinstance(action.choices, dict) for each in action.choices.values()]


def _completion(wanted: str) -> Any:
    """How each shell completes such an argument; names are asked for when Tab is pressed, not when a shell starts."""
    import shtab  # noqa: PLC0415 - deferred: start-up

    if wanted not in _LISTS:
        return shtab.CHOICE_FUNCTIONS[wanted]
    function, command = f"_recto_{wanted}", _LISTS[wanted]
    return {
        "bash": function,
        "zsh": function,
        "fish": f"({function})",
        "preamble": {
            "bash": f'{function}() {{\n  compgen -W "$({command})" -- "$1"\n}}\n',
            "zsh": f'{function}() {{\n  compadd -- ${{(f)"$({command})"}}\n}}\n',
            "fish": f"function {function}\n  {command}\nend\n",
        },
    }
