"""The front door: what `interfaith_cal` offers, with types that an editor completes and sentences for wrong ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from interfaith_cal import almanac, asked, handed, religions
from interfaith_cal.errors import UnknownNameError
from interfaith_cal.model import Community, Festival, Kind, Observance, Rank
from interfaith_cal.religions import CommunityId, GroupId

if TYPE_CHECKING:
    from interfaith_cal.editorial.editions import Edition
    from interfaith_cal.export.rows import Column
    from interfaith_cal.leavedays import LeaveDays
    from interfaith_cal.planner import Judgement
    from interfaith_cal.words.languages import LanguageName

RankName = Rank | Literal["major", "minor", "all"]
KindName = Kind | Literal["feast", "fast", "commemoration", "season", "night", "custom"]
Communities = CommunityId | GroupId | Iterable[CommunityId | GroupId]
UsageName = (
    Literal[
        "michaelis",
        "austria",
        "new-calendar", "old-calendar", "romanian", "bulgarian",
        "gregorian-easter",
        "never-suppressed",
        "diyanet", "umm-al-qura", "tabular", "local-crescent", "shia", "ahmadiyya",
        "fixed-february", "june-weekend",
        "thailand", "sri-lanka", "india", "singapore", "vietnam", "china", "korea", "japan-july", "tsurphu",
        "germany", "thirukanita", "smarta", "purva-viddha", "full-moon-day", "later-evening", "aparahna-first",
        "forenoon",
        "sgpc-jantri", "mool-nanakshahi",
    ]
    | str
)  # fmt: skip
Usages = Mapping[str, UsageName | Iterable[UsageName]] | Mapping[CommunityId, UsageName | Iterable[UsageName]]
# An editor completes what is shipped; a folder of one's own may have further ones, which are looked up when asked for.
LandName = Literal["BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH"] | str
EditionName = Literal["all", "civil", "nrw"] | str


def observances(
    first: int | date,
    last: date | None = None,
    *,
    communities: Communities | None = None,
    festivals: str | Iterable[str] | None = None,
    rank: RankName | None = None,
    kind: KindName | None = None,
    usages: Usages | None = None,
    edition: EditionName | Edition | None = None,
    pins: bool = True,
) -> list[Observance]:
    """Everything that is kept on at least one day of a year or of a span, sorted by first day, then in print order.

    An observance that began before the span or ends after it is included whole: a fast that begins in December and
    ends in January belongs to both years, under one id.

    Args:
        first: a civil year, or the first civil day of a span.
        last: the last civil day of the span; left out for a year.
        communities: ids of communities ("jewish") or of the group "christian", one or several; all if left out.
        festivals: ids of festivals ("jewish/pesach") to which the list is limited, one or several.
        rank: "major", "minor" or "all"; all if left out, or what the edition shows.
        kind: "feast", "fast", "commemoration", "season", "night" or "custom"; any if left out.
        usages: for a community its usages, instead of those it has by default.
        edition: shows only what it shows, its own days included, in its order and by its usages, which the others
            narrow or replace: by its name ("nrw"), by the path of a file that ends in .toml, or as `edition` gives it.
        pins: whether what an authority has published wins over the rule; False gives the pure rules.

    Raises:
        DataFileError: a file of pins or of an edition is broken.
        SpanError: the span ends before it begins, or lacks its end.
        YearRangeError: a year in which one of the communities has no answer.
        UnknownNameError: a community, festival, usage, edition, rank or kind that does not exist.
        WrongTypeError: a value of another type; the sentence says what to write.
    """
    start = asked.year_or_day(first)
    end = None if last is None else asked.day(last, "the last day")
    who, named = asked.texts(communities, "communities", "jewish"), asked.texts(festivals, "festivals", "jewish/pesach")
    ranked, sort, by_usage = _rank(rank), _kind(kind), asked.usages(usages)
    if edition is None:
        return almanac.observances(
            start, end, communities=who, festivals=named, rank=ranked or "all", kind=sort, usages=by_usage, pins=pins
        )
    from interfaith_cal import selection

    shown = handed.edition(edition)
    found = selection.of_edition(shown, start, end, communities=who, rank=ranked, kind=sort, usages=by_usage, pins=pins)
    ids = None if named is None else {_festival(name, shown).id for name in named}
    return [o for o in found if ids is None or o.festival.id in ids]


def on(
    day: date,
    *,
    communities: Communities | None = None,
    rank: RankName | None = None,
    kind: KindName | None = None,
    usages: Usages | None = None,
    edition: EditionName | Edition | None = None,
) -> list[Observance]:
    """All that is kept on a civil day; what only begins that evening comes last and has `eve` set.

    Raises:
        YearRangeError, UnknownNameError, WrongTypeError: as `observances` does.
    """
    asked_for = asked.day(day)
    found = observances(
        asked_for, almanac.day_after(asked_for), communities=communities, rank=rank, kind=kind, usages=usages,
        edition=edition,
    )  # fmt: skip
    return almanac.marked(found, asked_for)


def upcoming(
    festival: str,
    *,
    after: date,
    count: int = 1,
    usages: Usages | None = None,
    edition: EditionName | Edition | None = None,
) -> list[Observance]:
    """The next observances of a festival whose first day comes after a civil day, at most `count` of them.

    Fewer come back only where the community's years end. With an `edition` it may be one of its own days, and its
    usages count.

    Raises:
        SpanError: `count` is less than 1.
        YearRangeError, UnknownNameError, WrongTypeError: as `observances` does.
    """
    since, wanted = asked.day(after, "the day after which dates are sought"), asked.count(count)
    by_usage = asked.usages(usages)
    if edition is None:
        return almanac.upcoming(_festival(festival).id, after=since, count=wanted, usages=by_usage)
    from interfaith_cal import selection

    shown = handed.edition(edition)
    kept = {**shown.usages, **(by_usage or {})}
    return selection.upcoming(shown, _festival(festival, shown), after=since, count=wanted, usages=kept)


def by_day(
    first: int | date,
    last: date | None = None,
    *,
    communities: Communities | None = None,
    rank: RankName | None = None,
    kind: KindName | None = None,
    usages: Usages | None = None,
    edition: EditionName | Edition | None = None,
) -> dict[date, tuple[Observance, ...]]:
    """For each civil day of a year or span on which something is kept, what that is: `day in found`, `found.get(day)`.

    Raises:
        SpanError, YearRangeError, UnknownNameError, WrongTypeError: as `observances` does.
    """
    found = observances(first, last, communities=communities, rank=rank, kind=kind, usages=usages, edition=edition)
    start, end = almanac.span(first, last)
    kept: defaultdict[date, list[Observance]] = defaultdict(list)
    for o in found:
        for number in range((min(o.last_day, end) - max(o.first_day, start)).days + 1):
            kept[max(o.first_day, start) + timedelta(number)].append(o)
    return {day: tuple(kept[day]) for day in sorted(kept)}


def festival(identifier: str) -> Festival:
    """One festival by its id, such as "jewish/pesach".

    Raises:
        UnknownNameError: there is no such community, or it keeps no such festival.
        WrongTypeError: the id is no text.
    """
    return _festival(identifier)


def _rank(rank: object) -> str | None:
    return None if rank is None else asked.text(rank, "rank", "major")


def _kind(kind: object) -> str | None:
    return None if kind is None else asked.text(kind, "kind", "feast")


def _festival(identifier: str, shown: Edition | None = None) -> Festival:
    """The festival of an id; only where there is none the index is asked what may have been meant."""
    name = asked.text(identifier, "festival", "jewish/pesach")
    if shown is not None:
        from interfaith_cal import finding, keepers

        return finding.festival(name, keepers.keepers(shown))
    try:
        return religions.festival(name)
    except UnknownNameError:
        from interfaith_cal import finding

        return finding.festival(name)


def search(
    text: str, *, communities: Communities | None = None, edition: EditionName | Edition | None = None
) -> list[Festival]:
    """The festivals that a text may mean, the best fit first: `search("zuckerfest")[0].id` is "islamic/eid-al-fitr".

    The names of all languages are looked through, native ones too, and the words that people use besides. Whole names
    come before names that hold all the words, these before names with words that begin so, or have them in their
    middle; among equals main days come first. A community narrows it ("orthodoxes Ostern"). Where nothing fits, what
    is written almost alike comes back, and an empty list if there is no such name either.

    Args:
        text: what somebody typed. Case, diacritics, apostrophes and hyphens make no difference.
        communities: who keeps it; all if left out.
        edition: looks through its own days too.

    Raises:
        InterfaithCalError: the text is empty.
        UnknownNameError, WrongTypeError: as `observances` does.
        DataFileError: a text or a file of synonyms is broken.
    """
    from interfaith_cal import finding

    words = asked.text(text, "text to search for", "Zuckerfest")
    own: tuple[Community, ...] = ()
    if edition is not None:
        from interfaith_cal.keepers import keepers

        own = keepers(handed.edition(edition))
    hits = finding.search(words, asked.texts(communities, "communities", "jewish"), own)
    return [hit.festival for hit in hits]


def communities(names: Communities | None = None) -> tuple[Community, ...]:
    """Communities in print order: all, or those named; a group such as "christian" stands for its members.

    Raises:
        UnknownNameError: one of the names is neither a community nor a group.
        WrongTypeError: the names are no texts.
    """
    return religions.communities(asked.texts(names, "communities", "jewish"))


def to_ics(
    observances: Iterable[Observance],
    lang: LanguageName = "de",
    place: str | None = None,
    *,
    edition: EditionName | Edition | None = None,
) -> bytes:
    """A calendar feed (.ics) of observances, the same bytes as `interfaith-cal ics` writes.

    Args:
        observances: what it holds.
        lang: the language of names and texts.
        place: a German city, or "NORTH,EAST" in degrees, by whose sunset times are given; Köln if left out.
        edition: names the feed and its publisher, and its country has the place.

    Raises:
        SpanError: there is none; an empty feed would make clients drop the events they have.
        UnknownNameError: a language, place or edition that does not exist, or a language the edition is not made in.
        WrongTypeError: something that is no observance.
    """
    from interfaith_cal.editorial.changes import change_log
    from interfaith_cal.export import ics
    from interfaith_cal.ground.places import country
    from interfaith_cal.words.languages import check_language

    found = handed.observances(observances, "to_ics")
    spoken = check_language(asked.text(lang, "language", "de"))
    named = None if edition is None else handed.edition(edition)
    home = country() if named is None else country(named.country)
    where = home.place(None if place is None else asked.text(place, "place", "Köln"))
    feed = ics.Feed(ics.group_of(found), spoken if named is None else named.language(spoken), found, where)
    return ics.to_ics(feed if named is None else feed.of_edition(named), change_log())


def to_rows(
    observances: Iterable[Observance], columns: Column | Iterable[Column] | None = None, lang: LanguageName = "de"
) -> list[dict[str, object]]:
    """Observances as `interfaith-cal list --format json` has them, for a table or a template of one's own.

    Args:
        observances: what becomes a row each.
        columns: their names, in their order: those of `Observance.to_dict`, and `explanation`, `greeting` (words,
            answer and meaning), `greeting_script` (the same words in their script), `school`, `names` (those that the
            community has in its own languages, each with its language), `greetings` (in their parts) and
            `name_language`; the usual ones if left out.
        lang: the language of names and texts.

    Raises:
        UnknownNameError: a column or language that does not exist.
        WrongTypeError: something that is no observance.
    """
    from interfaith_cal.export.rows import as_object, columns_named, usual_columns
    from interfaith_cal.words.languages import check_language

    spoken = check_language(asked.text(lang, "language", "de"))
    named = asked.texts(columns, "columns", "explanation")
    wanted = usual_columns(spoken) if named is None else columns_named(named)
    return [as_object(one, spoken, wanted) for one in handed.observances(observances, "to_rows")]


def plan(
    planned: date | str | tuple[date, date] | Iterable[date | str | tuple[date, date]],
    *,
    land: LandName = "",
    communities: Communities | None = None,
    lang: LanguageName = "de",
    edition: EditionName | Edition | None = None,
) -> list[Judgement]:
    """Planned days and spans weighed as `interfaith-cal plan` does: to avoid, to consider, or clear, and why.

    Args:
        planned: a civil day, a span as two days, or either as people write it ("12.-16.5.2027"); one or several.
        land: the Land whose public and school holidays and rules of leave count ("NW"); else those of all Germany.
        communities: who counts; all if left out.
        lang: the language in which holidays are named.
        edition: weighs what it shows, its own days included, in its country.

    Raises:
        SpanError: what is planned is no day and no span.
        MissingExtraError: the package `holidays` is missing.
        YearRangeError, UnknownNameError, WrongTypeError: as `observances` does.
    """
    from interfaith_cal import background, planner
    from interfaith_cal.errors import MissingExtraError, YearRangeError
    from interfaith_cal.ground.places import country
    from interfaith_cal.model.impact import impact
    from interfaith_cal.model.leave import leave_by_code

    shown = None if edition is None else handed.edition(edition)
    home, told = country() if shown is None else country(shown.country), asked.text(land, "Land", "NW")
    code = home.region(told) if told else ""
    days = background.of_land(home, code, (), lang, lambda sentence: None, (YearRangeError, MissingExtraError))
    return planner.plan(
        handed.planned(planned),
        lambda first, last: observances(first, last, communities=communities, edition=shown),
        impact(),
        days,
        leave_by_code(code, home.code) if code else None,
    )


def leave(land: LandName, school_year: int, *, communities: Communities | None = None) -> list[LeaveDays]:
    """For which festivals pupils get leave in a Land, from 1 August of a year to 31 July of the next.

    Args:
        land: by its short name ("nrw") or code ("NW").
        school_year: the civil year in which it begins: 2026 for 2026/27.
        communities: whose festivals; all if left out.

    Raises:
        UnknownNameError: the rules of such a Land are not known, or there is no such community.
        YearRangeError: a community has no answer for these years.
        WrongTypeError: a value of another type.
    """
    from interfaith_cal.leavedays import leave_days, school_year_days
    from interfaith_cal.model.leave import leave_of

    rules = leave_of(asked.text(land, "Land", "nrw"))
    first = asked.year_or_day(school_year)
    if not isinstance(first, int):
        raise asked.WrongTypeError(f"the school year is {first}; give the year in which it begins: {first.year}.")
    return leave_days(rules, *school_year_days(first), asked.texts(communities, "communities", "jewish"))


def editions() -> tuple[str, ...]:
    """The names of the editions."""
    from interfaith_cal.editorial.editions import names

    return names()


def edition(name: EditionName) -> Edition:
    """An edition by its name ("nrw"), or one's own by the path of its file, which ends in .toml.

    Raises:
        UnknownNameError: there is no edition of that name.
        DataFileError: the file is missing, broken, or says something that does not exist.
        WrongTypeError: the name is no text.
    """
    return handed.edition(name)
