"""Who keeps what an edition shows: registered communities in its colors, and the publisher with days of its own.

The publisher, and each edition whose days are included, stands among the communities as one more; its id brings its
words and its color along, so that every output shows its days as it shows all others.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from interfaith_cal.editorial.editions import KEEPER, OWN, Edition
from interfaith_cal.editorial.owndays import Every, OwnDay
from interfaith_cal.errors import DataFileError
from interfaith_cal.identity import KeeperId
from interfaith_cal.model import Begins, Community, Festival, Rule, Weekday
from interfaith_cal.religions import GROUPS, PRINT_ORDER
from interfaith_cal.rules.announced import Announced, AnnouncedOnly, Once
from interfaith_cal.rules.civil import MARCH, GregorianMonth, gregorian
from interfaith_cal.words import texts

COLOR, CODE = "#1D1B19", "▪"
FEBRUARY_LENGTH, WEEK = 29, 7


def keepers(edition: Edition) -> tuple[Community, ...]:
    """The publisher, if the edition has days of its own, and after it each edition whose days are included.

    An edition without communities is called by its own name, as where it is included.

    Raises:
        DataFileError: an included edition has the name of a community.
    """
    own = edition.id if edition.communities == () and KEEPER.fullmatch(edition.id) else OWN
    found = [_keeper(edition, own, edition.publisher or edition.title)] if edition.own_days else []
    return (*found, *(_keeper(other, other.id, other.title) for other in edition.included))


def dressed(community: Community, edition: Edition) -> Community:
    """A registered community in the color that the edition gives it."""
    color = edition.colors.get(community.id, "")
    return replace(community, id=KeeperId(community.id, color)) if color else community


def _keeper(edition: Edition, name: str, called: Any) -> Community:
    if name in PRINT_ORDER or name in GROUPS:
        raise DataFileError(f"{edition.path}: its days cannot be told from those of {name!r}; give it another name.")
    said = {lang: _said(edition, name, called[lang], lang) for lang in edition.languages}
    identifier = KeeperId(name, edition.accent or COLOR, said, edition.namespace, edition.path)
    publisher = (edition.publisher or edition.title)[edition.languages[0]]
    festivals = tuple(_festival(day, publisher) for day in edition.own_days)
    identifier.keeper = Community(identifier, festivals, Begins.MIDNIGHT, publisher)
    found: Community = identifier.keeper
    return found


def _said(edition: Edition, name: str, called: str, lang: str) -> dict[str, Any]:
    """What a file of texts would say of the keeper and its days in a language."""
    return {
        "community": {
            "name": called,
            "code": edition.code.get(lang, CODE),
            "file": texts.file_name(OWN, lang) if name == OWN else f"{texts.file_name(OWN, lang)}-{name}",
            "about": texts.wording(lang, "own-about", publisher=called),
            "days": texts.wording(lang, "own-begin"),
            "calendar": texts.wording(lang, "own-calendar"),
            "dos": [],
            "donts": [],
        },
        "festivals": {day.id: _words(day, lang) for day in edition.own_days},
    }


def _words(day: OwnDay, lang: str) -> dict[str, str]:
    said = {"name": day.name, "explanation": day.text, "short": day.short, "school": day.school}
    return {field: words[lang] for field, words in said.items() if words}


def _festival(day: OwnDay, publisher: str) -> Festival:
    return Festival(day.id, (("", _rule(day)),), day.kind, day.rank, Begins.MIDNIGHT, day.source or publisher)


def _rule(day: OwnDay) -> Rule:
    if day.first_day is not None and day.last_day is not None:
        return Once(day.first_day, day.last_day)
    if day.every is None:
        return AnnouncedOnly(tuple(Announced(*one) for one in day.announced or ()))
    rule = _each_year(day.every).lasting(day.days)
    return rule if day.since is None else rule.since(day.since)


def _each_year(every: Every) -> Rule:
    month = GregorianMonth(every.month)
    if every.weekday is None:
        return gregorian(month, every.number)
    weekday = Weekday(every.weekday)
    if every.number:
        return gregorian(month, WEEK * (every.number - 1) + 1).on_or_after(weekday)
    longest = gregorian(month, 1).reckoned.longest_months[every.month - 1]
    last = gregorian(MARCH, 1).plus(-1) if longest == FEBRUARY_LENGTH else gregorian(month, longest)
    return last.on_or_before(weekday)
