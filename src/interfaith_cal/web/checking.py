"""Planned days checked on a page: weighed by the planner, for visitors of the server and as data for the script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from interfaith_cal import appointments, background, selection
from interfaith_cal.appointments import Appointment
from interfaith_cal.background import Background
from interfaith_cal.errors import InterfaithCalError, SpanError, UnknownNameError, YearRangeError
from interfaith_cal.export.forms import to_json
from interfaith_cal.export.leave import terms_of
from interfaith_cal.export.plan import Told, ground_reason, told
from interfaith_cal.ground.places import country
from interfaith_cal.leavedays import leave_days
from interfaith_cal.model import Observance
from interfaith_cal.model.impact import impact
from interfaith_cal.model.leave import LandLeave, leave_by_code, leave_of, said
from interfaith_cal.model.leave import lands as of_leave
from interfaith_cal.planner import REACH, Diary, Judgement, Kept, Verdict
from interfaith_cal.web.site import Contents
from interfaith_cal.words import texts

# A visitor plans some days at once; whoever has a whole table takes the command line.
MOST_PLANNED = 24
# The file of days without a Land.
NONE = "all"


class Question(NamedTuple):
    """What somebody asks to be checked, as it was written: days and spans, and a Land ("" for none)."""

    planned: tuple[str, ...]
    land: str | None = None


class Land(NamedTuple):
    """A Land as one chooses it: its short name, its name, and what else it is called in an address."""

    id: str
    name: str
    others: tuple[str, ...]


class Answer(NamedTuple):
    """What was asked, weighed: sentences on what cannot be answered, the Land's short name, and the judgements."""

    problems: tuple[str, ...]
    land: str
    judgements: tuple[Judgement, ...]
    holidays_known: bool = True


def lands(lang: str) -> list[Land]:
    """All that one can choose, by name, other countries last."""
    rules = sorted(map(leave_of, of_leave()), key=lambda land: (land.country != "DE", said(land.land, lang)))
    return [
        Land(
            land.id,
            said(land.land, lang),
            tuple(n.casefold() for n in (*land.codes, *dict.fromkeys(land.land.values()))),
        )
        for land in rules
    ]


def usual_land(contents: Contents) -> str:
    """The short name of the edition's Land; "" where it has none."""
    edition = contents.site.edition
    law = leave_by_code(edition.public_holidays, edition.country) if edition.public_holidays else None
    return law.id if law else ""


class Weighing:
    """The days of a site, weighed for any Land by the planner."""

    def __init__(self, contents: Contents) -> None:
        """Weigh what the site shows."""
        self.contents = contents
        self._kept = Kept(self._chosen, impact())
        self.diary = lru_cache(maxsize=64)(self._diary)

    def _chosen(self, first: date, last: date) -> Sequence[Observance]:
        if first.year in self.contents.years:
            return self.contents.year(first.year)
        return selection.of_edition(self.contents.site.edition, first, last)

    def _diary(self, land: str, lang: str) -> Diary:
        law = leave_of(land) if land else None
        return Diary(self._kept, _behind(self.contents, law, lang), law)

    def day_told(self, day: date, land: str, lang: str) -> Told:
        """What is said of a day."""
        return told(self.diary(land, lang).day(day), lang, self.contents.site.place)


@lru_cache(maxsize=4)
def weighing(contents: Contents) -> Weighing:
    """The days of a site, weighed once."""
    return Weighing(contents)


def _behind(contents: Contents, law: LandLeave | None, lang: str) -> Background:
    home = country(law.country if law else contents.site.edition.country)
    return background.of_land(home, law.region if law else "", (), lang, lambda _: None)


def holidays_known_until(land: str) -> date | None:
    """The last civil day of which the school holidays of a Land are known; None where they are not."""
    law = leave_of(land) if land else None
    try:
        return background.known_school_days(law.country, law.region)[1] if law and law.region else None
    except InterfaithCalError:
        return None


def answer(contents: Contents, question: Question, lang: str) -> Answer:
    """What somebody asked, weighed; what cannot be read or is not known is named in a sentence of the page."""
    problems: list[str] = []
    asked = usual_land(contents) if question.land is None else question.land
    try:
        land = leave_of(asked).id if asked else ""
    except UnknownNameError:
        problems.append(texts.wording(lang, "page-check-no-land", text=asked))
        land = ""
    diary, judged = weighing(contents).diary(land, lang), []
    for words in question.planned[:MOST_PLANNED]:
        try:
            planned = Appointment(*appointments.span(words))
            if not {planned.first_day.year, planned.last_day.year} <= {*contents.years}:
                years = {"first": contents.years[0], "last": contents.years[-1]}
                problems.append(f"{words}: {texts.wording(lang, 'page-no-year', **years)}")
                continue
            judged.append(diary.judged(planned))
        except YearRangeError as error:
            problems.append(f"{words}: {error}")
        except SpanError:
            problems.append(texts.wording(lang, "page-check-no-day", text=words))
    until = holidays_known_until(land)
    last = max((j.appointment.last_day for j in judged), default=None)
    known = last is None or (until is not None and last <= until)
    return Answer(tuple(problems), land, tuple(judged), known)


class _Strings:
    """Strings by numbers, so that each stands in a file once."""

    def __init__(self) -> None:
        self.listed: dict[str, int] = {}

    def __call__(self, text: str) -> int:
        return self.listed.setdefault(text, len(self.listed))

    def day(self, of: Told) -> list[object]:
        """What is said of a day without what stands against it, in numbers."""
        rows = [[self(" ".join(r.communities)), self(r.name), self(r.reason)] for r in of.reasons]
        return [rows, [*map(self, of.also)]]


def year_data(contents: Contents, year: int, lang: str) -> bytes:
    """Who is affected on each day of a year where no law of a Land counts, for the script."""
    strings, days = _Strings(), weighing(contents)
    found = [strings.day(days.day_told(day, "", lang)) for day in _year(year)]
    return to_json({"year": year, "strings": [*strings.listed], "days": found}).encode()


def land_data(contents: Contents, land: str, lang: str) -> bytes:
    """What a Land adds, for the script: each day's verdict, what stands against it, leave where it changes a day."""
    strings, days, years = _Strings(), weighing(contents), {}
    law = leave_of(land) if land else None
    for year in contents.years:
        grounds: dict[str, list[int]] = {}
        differs: dict[str, list[object]] = {}
        verdicts = ""
        for number, day in enumerate(_year(year)):
            of = days.diary(land, lang).day(day)
            verdicts += str(of.verdict.severity)
            if of.grounds:
                grounds[str(number)] = [strings(ground_reason(ground, lang)) for ground in of.grounds]
            if any(one.provisions for one in of.affected):
                differs[str(number)] = strings.day(told(of, lang, contents.site.place))
        years[str(year)] = {"verdicts": verdicts, "grounds": grounds, "days": differs}
    until = holidays_known_until(land)
    return to_json(
        {
            "land": land,
            "holidays_known_until": until.isoformat() if until else "",
            "strings": [*strings.listed],
            "years": years,
            "leave": _leave(contents, law, lang) if law else {},
        }
    ).encode()


def _leave(contents: Contents, law: LandLeave, lang: str) -> dict[str, str]:
    """The terms of leave of each observance of the site for which a Land frees pupils, by its id."""
    first, last = date(contents.years[0], 1, 1), date(contents.years[-1], 12, 31)
    given = leave_days(law, first, last, contents.communities, _behind(contents, law, lang))
    return {one.observance.id: " · ".join(terms_of(one, lang)) for one in given}


def _year(year: int) -> Iterator[date]:
    first = date(year, 1, 1)
    return (first + timedelta(number) for number in range((date(year, 12, 31) - first).days + 1))


def words(lang: str) -> dict[str, object]:
    """What the script says of an answer, with the weights by which days are weighed."""
    phrases = (
        "page-check-no-day", "page-check-no-land", "page-check-no-school-holidays", "page-check-leave",
        "page-check-send", "page-unreachable", "page-no-year", "plan-also", "plan-nothing", "plan-free-within",
        "plan-fair-days", "plan-clear-days",
    )  # fmt: skip
    blanks = {name: f"{{{name}}}" for name in ("text", "names", "days", "terms", "first", "last")}
    return {
        "phrases": {key: texts.wording(lang, key, **blanks) for key in phrases},
        "noClear": texts.wording(lang, "plan-no-clear-days", days=REACH),
        "verdicts": [texts.wording(lang, f"verdict-{verdict}") for verdict in Verdict],
        "weekdays": [texts.weekday(number, lang, "short") for number in range(7)],
        "date": texts.date_pattern("short", lang),
    }
