"""What all pages say in the same way: who publishes what and when, chips, marks, days, sentences."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from interfaith_cal.almanac import Usages
from interfaith_cal.background import BackgroundDays
from interfaith_cal.editorial import palette
from interfaith_cal.editorial.editions import Edition
from interfaith_cal.export import wording
from interfaith_cal.export.print.kept import NO_BREAK
from interfaith_cal.export.print.period import Period
from interfaith_cal.export.print.qr import qr_code
from interfaith_cal.export.print.usages import Kept, by_day
from interfaith_cal.export.rulebook import RuleBook
from interfaith_cal.ground.places import Place
from interfaith_cal.identity import is_own
from interfaith_cal.model import Observance
from interfaith_cal.religions import community
from interfaith_cal.selection import shown_by
from interfaith_cal.words import texts
from interfaith_cal.words.languages import in_language

Content = dict[str, Any]
LOGO = "logo"
"""The name under which a page finds the publisher's picture."""


@dataclass(frozen=True, slots=True)
class Issue:
    """All that a print edition is made of; nothing else is looked up, least of all the clock.

    Attributes:
        year: the civil year, or that of the first month.
        lang: the language of all words.
        edition: title, publisher, order of communities, own days.
        observances: what was chosen, sorted by day and then in the edition's order.
        day: the day of this issue, as it is printed.
        stamp: the instant written into the files (UTC).
        background: public and school holidays.
        place: where times of sunset are meant; None leaves them out.
        feeds_url: where the feeds are, for the QR code; "" for none.
        month: the month, for the picture of one.
        rule_book: the rules, for the rule book.
        months: the months, where they are not those of the civil year.
        usages: for a community the usages chosen for this issue, where not those of the edition.
    """

    year: int
    lang: str
    edition: Edition
    observances: Sequence[Observance]
    day: date
    stamp: datetime
    background: Sequence[BackgroundDays] = ()
    place: Place | None = None
    feeds_url: str = ""
    month: int = 1
    rule_book: RuleBook | None = None
    months: Period | None = None
    usages: Usages = field(default_factory=dict)
    _kept: Mapping[str, Kept] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Join what several usages keep on the same days."""
        joined = by_day(self.observances, {**self.edition.usages, **self.usages}, self.lang)
        object.__setattr__(self, "_kept", {kept.observance.id: kept for kept in joined})

    @property
    def period(self) -> Period:
        """The months that are printed."""
        return self.months or Period.of_year(self.year)

    @property
    def printed(self) -> list[Observance]:
        """What is printed: of what several usages keep on the same days, one observance."""
        return [kept.observance for kept in self._kept.values()]

    def usage(self, observance: Observance) -> str:
        """The names of the usages that keep what is printed: where others do not, or it is not the usual way."""
        return self._kept[observance.id].named(self.lang)

    def usage_unless_signed(self, observance: Observance) -> str:
        """The same in works that mark the old calendar by a sign, which need a name for others only."""
        return self._kept[observance.id].named_unless_signed(self.lang)

    @property
    def communities(self) -> list[str]:
        """The ids of the communities that have something in it, in the edition's order."""
        held = {o.community.id for o in self.printed}
        return [c.id for c in shown_by(self.edition) if c.id in held]

    @property
    def religions(self) -> list[str]:
        """Of them those that are religious communities, without the publisher and its own days."""
        return [name for name in self.communities if not is_own(name)]


def frame(issue: Issue, name: str = "") -> Content:
    """What every page has: language, title, publisher, day of the issue, the communities with chip and name."""
    lang = issue.lang
    title = f"{issue.edition.title_in(lang)} {issue.period.name(lang)}"
    return {
        "lang": lang,
        "year": issue.period.name(lang),
        "edition": issue.edition.title_in(lang),
        "title": f"{title} – {name}" if name else title,
        "name": name,
        "subtitle": in_language(issue.edition.subtitle, lang) or "",
        "publisher": in_language(issue.edition.publisher, lang) or "",
        "logo": LOGO if issue.edition.logo else "",
        "logo_alt": issue.edition.publisher_in(lang),
        "accent": issue.edition.accent,
        "issued": texts.wording(lang, "print-issued", day=plain_date(issue.day, lang)),
        "made": texts.wording(lang, "print-made"),
        "religions": issue.religions,
        "communities": {name: _chip(name, issue) for name in issue.communities},
        "marks": [{"sign": note[0], "meaning": note[2:]} for note in legend(issue)],
    }


def words(lang: str, **phrases: str) -> Content:
    """The words of a template: the phrase for each name that it has for one."""
    return {name: texts.wording(lang, phrase) for name, phrase in phrases.items()}


def code_of_feeds(issue: Issue) -> Content:
    """The QR code of the feeds' address, and what is read aloud in its place."""
    return {"qr": qr_code(issue.feeds_url), "alt": texts.wording(issue.lang, "print-qr-alt", url=issue.feeds_url)}


def legend(issue: Issue) -> list[str]:
    """The meanings of the signs that occur in the issue."""
    return wording.legend("".join(map(wording.marks, issue.printed)), issue.lang)


def _chip(name: str, issue: Issue) -> Content:
    color = palette.color(name).hex
    return {
        "code": community(name).code(issue.lang),
        "name": community(name).name(issue.lang),
        "color": color,
        "ink": palette.ink_on(color),
    }


def short_name(observance: Observance, lang: str) -> str:
    """The name that fits where room is dear."""
    return texts.short_name(observance.community.id, observance.festival.slug, lang)


def greetings_of(observance: Observance, lang: str) -> list[Content]:
    """The greetings as a template shows them, each with its answer; one that is only `instead` where none is said.

    What several in a row mean is said once, after the last of them.
    """
    several = observance.greetings(lang)
    following = [*(said.meaning for said in several[1:]), ""][: len(several)]
    return [
        {
            "language": texts.language_name(said.lang, lang) if len(several) > 1 else "",
            "words": said.spoken,
            "script": said.written,
            "lang": said.lang.partition("-")[0],
            "meaning": said.meaning if said.meaning != after else "",
            "instead": said.instead,
        }
        for said, after in zip(several, following, strict=True)
    ]


def native_name(text: str, tag: str) -> Content:
    """A festival's name in a community's own language; Typst knows languages without their script."""
    return {"text": text, "lang": tag.partition("-")[0]}


def day_in_figures(day: date, lang: str) -> str:
    """A day of a known year, as short as can be: "22.4.", "22 Apr"."""
    return texts.wording(lang, "print-day", day=day.day, month=texts.month_name("compact", day.month, lang))


def first_day(observance: Observance, issue: Issue, signs: Collection[str] = wording.OLD_CALENDAR_MARK) -> str:
    """The first day, as short as can be, with its signs of those given, and the usage's name where others differ."""
    marks = "".join(sign for sign in wording.marks(observance) if sign in signs)
    day, usage = day_in_figures(observance.first_day, issue.lang) + marks, issue.usage_unless_signed(observance)
    return f"{day} ({usage})".replace(" ", NO_BREAK) if usage else day


def days_in_figures(first: date, last: date, period: Period, lang: str) -> str:
    """A span within a year: "22.–29.4."; "bis 6.1." and "ab 28.11." where it reaches beyond what is printed."""
    if first < period.first_day:
        return texts.wording(lang, "print-until", day=day_in_figures(last, lang))
    if last > period.last_day:
        return texts.wording(lang, "print-since", day=day_in_figures(first, lang))
    if first == last:
        return day_in_figures(first, lang)
    if first.month == last.month:
        month = texts.month_name("compact", first.month, lang)
        return texts.wording(lang, "print-days-of-month", first=first.day, last=last.day, month=month)
    return texts.wording(lang, "print-days", first=day_in_figures(first, lang), last=day_in_figures(last, lang))


def plain_date(day: date, lang: str) -> str:
    """A civil day with its year and without its weekday: "22. April 2027"."""
    return f"{texts.day_and_month(day, lang)} {day.year}"


def how_to_read(lang: str) -> list[str]:
    """How days begin, and which dates may still be moved."""
    return [texts.wording(lang, "print-note-eve"), texts.wording(lang, "print-note-computed")]
