"""`interfaith-cal`: the group of commands and the one place where an error becomes a sentence and an exit status."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from typing import Any

import click

from interfaith_cal import __version__
from interfaith_cal.cli.spoken import Context, complaint, speaking, with_spoken_help
from interfaith_cal.errors import InterfaithCalError

WRONG_USE = 2
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

COMMANDS = {
    "list": ("commands", "A year, or a span of days, as a table."),
    "day": ("commands", "What is kept on a day, eves included."),
    "next": ("commands", "When a festival comes next."),
    "compare": ("compare", "What differs between usages, pins and rules, or two years."),
    "ics": ("commands", "A calendar feed, or a folder of feeds."),
    "rules": ("rules", "The rule book: each festival, its rule in words, five years of dates."),
    "review": ("review", "The proof sheet of a community's office, and what it corrects."),
    "check": ("check", "Whether the data is complete, and texts keep their lengths."),
    "plan": ("plan", "What planned days meet, and clear school days near them."),
    "leave": ("leave", "For which festivals a Land gives pupils leave."),
    "print": ("print", "The print edition: poster, booklet, greeting sheet, rule book, table."),
    "edition": ("edition", "All that an edition needs for a year, in one folder."),
    "site": ("site", "The subscription site as a plain folder."),
    "serve": ("serve", "The same from memory, with free combinations."),
    "changes": ("changes", "The log of corrected dates that feeds take their stamps from."),
}
"""Each command with the module of this folder that has it (as `<name>_command`), and its short text."""


class LazyGroup(click.Group):
    """A group that loads a command's code when the command is called, so that --help stays instant."""

    context_class = Context

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which one meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, loaded now."""
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        module = import_module(f"interfaith_cal.cli.{COMMANDS[cmd_name][0]}")
        found: click.Command = getattr(module, f"{cmd_name}_command")
        return with_spoken_help(found)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but with a suggestion for a misspelled command; silent where a shell asks for completions."""
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"known are: {', '.join(COMMANDS)}."
            raise click.UsageError(f"there is no command {args[0]!r}; {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from their short texts alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, short) for name, (_, short) in COMMANDS.items()])


def _use_data(context: click.Context, option: click.Parameter, folder: str | None) -> None:
    """Let every command read a folder of data over the shipped one, until the program ends."""
    if folder:
        from interfaith_cal.ground.root import data_folder

        context.with_resource(data_folder(folder))


@click.group(cls=LazyGroup, context_settings=CONTEXT)
@click.version_option(__version__, prog_name="interfaith-cal")
@click.option("--data", metavar="FOLDER", envvar="INTERFAITH_CAL_DATA", is_eager=True, expose_value=False,
              callback=_use_data, help="Your own pins, texts, editions and so on; each file there wins over the one "
              "that is shipped. Also from INTERFAITH_CAL_DATA.")  # fmt: skip
def cli() -> None:
    """The festivals of religious communities as kept in Germany: lists, days, calendar feeds.

    Dates are computed by rules that state their source. Each says whether it is fixed, computed
    (an authority may still move it) or announced.
    """


def run(command: Callable[..., Any], arguments: list[str]) -> int:
    """Call a click command; say what went wrong in one sentence on stderr, and give the exit status."""
    try:
        with speaking(arguments, os.environ):
            return _called(command, arguments)
    except InterfaithCalError as error:
        _complain(error)
        return WRONG_USE


def _called(command: Callable[..., Any], arguments: list[str]) -> int:
    try:
        status = command(arguments, prog_name="interfaith-cal", standalone_mode=False)
    except click.ClickException as error:
        _complain(complaint(error.format_message()))
        return WRONG_USE
    except InterfaithCalError as error:
        _complain(error)
        return WRONG_USE
    except click.Abort:
        _complain("stopped.")
        return 1
    return status if isinstance(status, int) else 0


def _complain(sentence: object) -> None:
    """Say what went wrong, if there is a way left to say it: a full disk takes the sentence too."""
    from interfaith_cal.cli.output import say

    try:
        say(sentence)
    except OSError:
        sys.stderr = None


def main() -> None:
    """The program's entry."""
    # A list makes some hundred thousand objects and ends: to look for garbage among them costs a thirtieth of its time.
    gc.set_threshold(100_000)
    # A pipe or an old console must not decide whether umlauts survive, and no system how lines end.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", newline="\n")
    try:
        status = run(cli, sys.argv[1:])
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader (`| head`) has seen enough; nothing more can be written, not even at exit.
        sys.stdout = None
        status = 0
    except OSError as error:
        sys.stdout = None
        _complain(f"{error.filename or 'the output'}: cannot be read or written ({error.strerror}).")
        status = WRONG_USE
    sys.exit(status)
