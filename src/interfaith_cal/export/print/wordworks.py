"""Booklet, greeting sheet and rule book as documents of word processors, from the content that Typst sets too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from interfaith_cal.export.print.content import Content
from interfaith_cal.export.print.paper import Paper
from interfaith_cal.export.print.wordfile import CODE, FACTS, GREETING, LABEL, MEANING, NAMES, Told, WordFile, Words

BULLET = "List Bullet"
BOX, BLANK = "☐", "_" * 24


def written(work: str, content: Content, paper: Paper, stamp: datetime) -> bytes:
    """A work of WORKS as a .docx file; raises MissingExtraError if python-docx is not installed."""
    author = content["publisher"] or content["made"]
    file = WordFile(content["title"], author, content["lang"], paper, stamp)
    WORKS[work](file, content)
    return file.content()


def _booklet(file: WordFile, c: Content) -> None:
    said = c["words"]
    _cover(file, c, f"{c['edition']} {c['year']}", [k["name"] for k in c["communities"].values()])
    file.heading(1, said["notes"], new_page=True)
    for mark in c["marks"]:
        file.paragraph(f"{mark['sign']}  {mark['meaning']}")
    for note in c["notes"]:
        file.paragraph(note)
    if c["url"]:
        file.paragraph(Words(f"{said['feeds']} ", LABEL), c["url"])
    for month in c["months"]:
        file.heading(1, month["name"], new_page=True)
        if month["still"]:
            still = " · ".join(f"{s['name']} {s['until']}" for s in month["still"])
            file.paragraph(Words(f"{said['still']} ", LABEL), still)
        for day in month["days"]:
            file.heading(2, " ".join(filter(None, (day["day"], day["weekday"], day["holiday"]))))
            for entry in day["entries"]:
                _entry(file, c, entry)
    file.heading(1, said["communities"], new_page=True)
    for about in c["about"]:
        file.heading(2, *_keeper(c, about["id"]), c["communities"][about["id"]]["name"])
        file.paragraph(about["about"])
        file.paragraph(Words(f"{said['days']} ", LABEL), about["days"])
        file.paragraph(Words(f"{said['calendar']} ", LABEL), about["calendar"])
        if about["feasts"]:
            file.heading(3, said["feasts"])
            for feast in about["feasts"]:
                file.paragraph(_feasts([feast]))


def _entry(file: WordFile, c: Content, entry: Content) -> None:
    said = c["words"]
    file.heading(3, *_keeper(c, entry["keeper"]), " ".join(filter(None, (entry["name"], entry["marks"]))))
    file.paragraph(*_joined([Words(name["text"], lang=name["lang"]) for name in entry["native"]]), style=NAMES)
    file.paragraph(" · ".join(filter(None, entry["facts"])), style=FACTS)
    if "see" in entry:
        file.paragraph(entry["see"], style=FACTS)
        return
    file.paragraph(entry["text"])
    if entry["greetings"]:
        file.paragraph(Words(f"{said['greeting']} ", LABEL), *_congratulations(entry["greetings"]))
    if entry["school"]:
        file.paragraph(Words(f"{said['school']} ", LABEL), entry["school"])


def _greeting_sheet(file: WordFile, c: Content) -> None:
    said = c["words"]
    _cover(file, c, f"{c['edition']} {c['year']}", [said["intro"], *c["legend"]])
    for sheet in c["sheets"]:
        file.heading(1, *_keeper(c, sheet["id"]), c["communities"][sheet["id"]]["name"])
        for greeting in sheet["greetings"]:
            file.heading(3, _feasts(greeting["feasts"]))
            file.paragraph(*_congratulations(greeting["said"]))
        if sheet["without"]:
            file.paragraph(Words(f"{said['without']}: ", LABEL), _feasts(sheet["without"]))
        for label, advice in ((said["dos"], sheet["dos"]), (said["donts"], sheet["donts"])):
            file.heading(3, label)
            for sentence in advice:
                file.paragraph(sentence, style=BULLET)


def _rule_book(file: WordFile, c: Content) -> None:
    said, years = c["words"], c["years"]
    _cover(file, c, c["edition"], [*c["intro"], *c["legend"]])
    for chapter in c["chapters"]:
        file.heading(1, *_keeper(c, chapter["id"]), chapter["name"], new_page=True)
        _facts(file, chapter["facts"])
        if chapter["usages"]:
            file.heading(2, said["usages"])
            _facts(file, chapter["usages"])
        for festival in chapter["festivals"]:
            file.heading(2, festival["name"])
            names = [Words(name["text"], lang=name["lang"]) for name in festival["native"]]
            file.paragraph(*_joined(names), style=NAMES)
            file.paragraph(f"{festival['kind']} · {festival['id']}", style=FACTS)
            _facts(file, festival["facts"])
            ways = ([way["name"], *("\n".join(days) or "–" for days in way["days"])] for way in festival["ways"])
            file.table(["", *years], ways)
            file.paragraph(f"{BOX} {said['right']}    {BOX} {said['wrong']} {BLANK}  {said['source']} {BLANK}")
        file.paragraph("    ".join(f"{said[where]}: {BLANK}" for where in ("place", "name", "signature")))


def _cover(file: WordFile, c: Content, edition: str, lines: Sequence[str]) -> None:
    file.heading(0, c["title"].removeprefix(f"{edition} – "))
    file.paragraph(edition, style="Subtitle")
    for line in (*lines, c["publisher"], c["issued"], c["made"]):
        file.paragraph(line)


def _keeper(c: Content, name: str) -> Iterator[Told]:
    """A community's code on its color."""
    keeper = c["communities"][name]
    yield Words(f"\u00a0{keeper['code']}\u00a0", CODE, color=keeper["color"], ink=keeper["ink"])
    yield " "


def _facts(file: WordFile, pairs: Sequence[Sequence[str]]) -> None:
    for label, said in pairs:
        file.paragraph(Words(f"{label}: ", LABEL), said)


def _feasts(feasts: Sequence[Content]) -> str:
    return ", ".join(f"{feast['name']}\u00a0{feast['days']}" for feast in feasts)


def _congratulations(greetings: Sequence[Content]) -> Iterator[Told]:
    for number, said in enumerate(greetings):
        if number:
            yield " · "
        if said["language"]:
            yield Words(f"{said['language']}: ", MEANING)
        yield said["instead"] or Words(said["words"], GREETING)
        if said["script"]:
            yield " "
            yield Words(said["script"], lang=said["lang"])
        if said["meaning"]:
            yield Words(f" – {said['meaning']}", MEANING)


def _joined(words: Sequence[Words]) -> Iterator[Told]:
    for number, word in enumerate(words):
        if number:
            yield " · "
        yield word


WORKS: dict[str, Callable[[WordFile, Content], None]] = {
    "booklet": _booklet,
    "greetings": _greeting_sheet,
    "rulebook": _rule_book,
}
"""The works that are running text, by their names; poster and tables are for printing or for a workbook."""
