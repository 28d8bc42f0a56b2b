"""The code blocks of a Markdown page, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FENCE = re.compile(r"(?P<mark>`{3,})(?P<info>[^`]*)")
DIRECTIVE = re.compile(r"\{code-block\}\s*(?P<language>\S+)")
OPTION = re.compile(r":(?P<name>[a-z-]+):\s*(?P<value>.*)")
NO_RUN = "no-run"


class Block(NamedTuple):
    """A code block: the number of its first line, its language, what else its info string says, its caption."""

    line: int
    language: str
    marks: tuple[str, ...]
    caption: str
    text: str

    @property
    def runs(self) -> bool:
        return NO_RUN not in self.marks


def blocks(page: Path) -> Iterator[Block]:
    lines = iter(enumerate(page.read_text(encoding="utf-8").splitlines(), 1))
    for number, line in lines:
        fence = FENCE.fullmatch(line)
        if fence is None:
            continue
        inside = []
        for _, inner in lines:
            if inner == fence["mark"]:
                break
            inside.append(inner)
        else:
            raise AssertionError(f"{page}:{number}: the code block has no end")
        yield _block(number + 1, fence["info"].strip(), inside)


def _block(line: int, info: str, inside: list[str]) -> Block:
    directive = DIRECTIVE.match(info)
    options = {}
    while directive and inside and (option := OPTION.fullmatch(inside[0])):
        options[option["name"]] = option["value"]
        inside = inside[1:]
        line += 1
    if options and not inside[0]:
        inside = inside[1:]
        line += 1
    language, *marks = [directive["language"]] if directive else info.split() or [""]
    return Block(line, language, tuple(marks), options.get("caption", ""), "\n".join(inside) + "\n")
