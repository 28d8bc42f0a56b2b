"""What the program can say of itself in English, gathered from its source and its commands, with {0}, {1} as blanks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click

from interfaith_cal.cli.main import COMMANDS, cli

SOURCE = Path(__file__).resolve().parents[1] / "src" / "interfaith_cal"
# What only those read who program: wrong arguments of the library, rules written wrongly, answers of the server.
OF_PROGRAMMERS = ("__init__.py", "asked.py", "handed.py", "api.py", "holidays_adapter.py", "model/",
                  "rules/", "web/app.py", "web/api.py", "web/query.py", "web/problems.py", "religions/",
                  "reckoning/")  # fmt: skip
SPEAKING = re.compile(r"(?!Value|Type|Attribute|OS|Key|Lookup|Assertion|Syntax)\w+Error|say|tell|Problem|Fault|OneOf")
NAMING = ("UnknownNameError", "MissingExtraError", "OneOf")
SENTENCE = re.compile(r"[^A-Z\s].*\s.*[.?]|.*\{\d+\}.*\s.*[.?]", re.DOTALL)
NAMED_BLANK = re.compile(r"\{[a-z_]+(?:![rs])?\}")


def said_by_the_source() -> set[str]:
    """Sentences that errors are made with, and what else in the source is a sentence, or names a thing for one."""
    found: set[str] = set()
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        if not name.startswith(OF_PROGRAMMERS):
            found |= set(_said_by(ast.parse(path.read_text(encoding="utf-8"))))
    return found


def _said_by(module: ast.Module) -> Iterator[str]:
    parts = {id(part) for node in ast.walk(module) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    parts -= {id(node) for node in ast.walk(module) if isinstance(node, ast.JoinedStr)}
    silent = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    helps = {
        id(word.value)
        for node in ast.walk(module) if isinstance(node, ast.Call)
        for word in node.keywords if word.arg in ("help", "description", "metavar")
    }  # fmt: skip
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and SPEAKING.fullmatch(_name(node.func)):
            for number, argument in enumerate(node.args):
                text = as_pattern(argument)
                naming = _name(node.func) in NAMING
                if text and (number == 0 if naming else re.search(r"[A-Za-z]{2,} |\w [a-z]", text)):
                    yield text
        elif id(node) not in parts | silent | helps and (text := as_pattern(node)) and SENTENCE.fullmatch(text):
            yield text


def _name(called: ast.expr) -> str:
    return called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""


def as_pattern(node: ast.AST) -> str:
    """A text of the source with numbered blanks; "" for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        numbers = iter(range(99))
        return NAMED_BLANK.sub(lambda blank: f"{{{next(numbers)}}}", node.value)
    if not isinstance(node, ast.JoinedStr):
        return ""
    numbers = iter(range(99))
    return "".join(
        part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else f"{{{next(numbers)}}}"
        for part in node.values
    )


def said_by_the_help() -> set[str]:
    """The help of every command and option, paragraph by paragraph, but for examples."""
    found = {short for _, short in COMMANDS.values()}
    waiting: list[click.Command] = [cli]
    waiting += [cli.get_command(click.Context(cli), name) or cli for name in COMMANDS]
    while waiting:
        command = waiting.pop()
        paragraphs = cleandoc(command.help or "").split("\n\n")
        found |= {" ".join(text.split()) for text in paragraphs if not text.startswith("\b")}
        unwrapped = {text.removeprefix("\b\n") for text in paragraphs if text.startswith("\b")}
        found |= {text for text in unwrapped if "interfaith-cal" not in text}
        found |= {one.help for one in command.params if isinstance(one, click.Option) and one.help}
        if isinstance(command, click.Group) and command is not cli:
            found |= {inner.get_short_help_str(200) for inner in command.commands.values()}
            waiting += command.commands.values()
    return found
