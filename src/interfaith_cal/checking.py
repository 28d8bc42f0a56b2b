"""What is wrong with the data in use: everything that communities, languages and editors' files need, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from interfaith_cal import selection
from interfaith_cal.editorial import changes, editions, palette, pins, redirects, textcheck, wikidata
from interfaith_cal.errors import DataFileError, InterfaithCalError, UnknownNameError
from interfaith_cal.ground.places import countries, country
from interfaith_cal.ground.root import OURS, read_at, root
from interfaith_cal.model import Community, leave
from interfaith_cal.model.impact import impact
from interfaith_cal.religions import PRINT_ORDER, communities, festival
from interfaith_cal.words.entries import found, path_of
from interfaith_cal.words.languages import DEFAULT, languages_with_names

FOLDERS = ("countries", "editions", "leave", "pins", "program", "published", "texts")
FILES = ("changes.toml", "impact.toml", "palette.toml", "redirects.toml", wikidata.FILE)


def faults() -> Iterator[str]:
    """The faults of all data in use, each in a sentence that names file and field."""
    for lang in languages_with_names():
        yield from textcheck.faults_of_language(lang, communities())
    for community in communities():
        yield from _refusal(partial(palette.color, community.id))
        yield from _missing_phrases(community)
    yield from _refusal(changes.change_log)
    yield from _refusal(redirects.redirects)
    for code in countries():
        yield from _refusal(partial(country, code))
    for name in editions.names():
        yield from _refusal(partial(_check_edition, name))
    for name in pins.pinned_communities():
        yield from _refusal(partial(_check_pins, name))
    for land in leave.lands():
        yield from _refusal(partial(_check_leave, land))
    yield from _refusal(_check_impact)
    yield from _refusal(lambda: _check_festivals(read_at(wikidata.FILE), wikidata.items()))
    yield from _strays()


def _refusal(read: Callable[[], object]) -> Iterator[str]:
    """Why something cannot be read; nothing where it can."""
    try:
        read()
    except InterfaithCalError as error:
        yield str(error)


def _missing_phrases(community: Community) -> Iterator[str]:
    """What a community needs of the phrases; other languages are compared with those of the default."""
    needed = [("files", community.id)]
    needed += [(section, usage.id) for usage in community.usages for section in ("usages", "usage-notes")]
    rules = (rule for kept in community.festivals for _, rule in kept.ways)
    calendars = {calendar.id for calendar in (community.calendar, *(rule.calendar for rule in rules)) if calendar}
    needed += [(section, name) for name in sorted(calendars) for section in ("months", "day-patterns", "date-patterns")]
    for section, key in needed:
        if found(DEFAULT, "phrases", (section, key)) is None:
            yield f"{path_of(DEFAULT, 'phrases')}: [{section}]: {key!r} is missing, which {community.id} needs."


def _check_edition(name: str) -> None:
    edition = editions.edition(name)
    try:
        selection.festivals_of(edition)
        for community, usages in edition.usages.items():
            (keeper,) = communities([community])
            for usage in usages:
                keeper.usage(usage)
    except UnknownNameError as error:
        raise DataFileError(f"{read_at('editions', f'{name}.toml')}: {error}") from error


def _check_pins(name: str) -> None:
    if name not in PRINT_ORDER:
        raise DataFileError(f"{read_at('pins', f'{name}.toml')}: {UnknownNameError('community', name, PRINT_ORDER)}")
    pins.pins_of(*communities([name]))


def _check_leave(land: str) -> None:
    rules = leave.leave_of(land)
    _check_festivals(rules.path, (provision.festival for provision in (*rules.leave, *rules.protected)))


def _check_impact() -> None:
    known = impact()
    _check_festivals(read_at("impact.toml"), (*known.rest, *known.fasting, *known.mourning))


def _check_festivals(path: Path, names: Iterable[str]) -> None:
    for name in names:
        try:
            festival(name)
        except UnknownNameError as error:
            raise DataFileError(f"{path}: {error}") from error


def _strays() -> Iterator[str]:
    """What lies in a folder of one's own and is read by nothing."""
    own = root().own
    for path in sorted(own.iterdir()) if own else ():
        if path.name in OURS:
            yield f"{path}: is not read; {', '.join(OURS)} are those of the program."
        elif path.is_dir() and path.name not in (*FOLDERS, "templates"):
            yield f"{path}: is not read; {UnknownNameError('folder of data', path.name, FOLDERS)}"
        elif path.suffix == ".toml" and path.name not in FILES:
            yield f"{path}: is not read; {UnknownNameError('file of data', path.name, FILES)}"
