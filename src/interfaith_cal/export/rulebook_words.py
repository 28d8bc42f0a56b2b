"""What every form of the rule book says in the same words: document, page and print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from interfaith_cal.export import wording
from interfaith_cal.export.rulebook import Chapter, Custom, Entry, Occasion, PinnedDay, RuleBook, Way
from interfaith_cal.model import Certainty
from interfaith_cal.words import texts
from interfaith_cal.words.letters import first_upper

MARKS = {
    Certainty.COMPUTED.value: wording.COMPUTED_MARK,
    Certainty.ANNOUNCED.value: wording.ANNOUNCED_MARK,
    Certainty.UNSETTLED.value: wording.UNSETTLED_MARK,
}
# Days published for years before the book's first that are still listed; all others are counted.
RECENT_YEARS = 1


def shown_years(book: RuleBook) -> str:
    """The years whose days the book shows."""
    return texts.wording(book.lang, "rules-years", first=book.first_year, last=book.last_year)


def community_facts(chapter: Chapter, lang: str) -> list[tuple[str, str]]:
    """What holds for all festivals of a community."""
    answers = texts.wording(lang, "rules-answers", first=chapter.first_year, last=chapter.last_year)
    return [
        (texts.wording(lang, "rules-days"), chapter.days),
        (texts.wording(lang, "rules-calendar"), chapter.calendar),
        (texts.wording(lang, "rules-source"), f"{chapter.source.rstrip('.')}. {answers}"),
    ]


def usage_sentence(custom: Custom, lang: str) -> str:
    """A usage in words: what it is, whether it is followed unless another is asked for, and what it changes."""
    said = (
        custom.about,
        texts.wording(lang, "rules-default") if custom.default else "",
        custom.changes_in_words,
        texts.wording(lang, "rules-basis", basis=custom.basis_name) if custom.basis else "",
    )
    return " ".join(filter(None, said))


def kind_line(entry: Entry) -> str:
    """What a festival is, how much it counts, and how it begins."""
    return " · ".join((entry.kind_in_words, entry.rank_in_words, entry.begins_in_words))


def festival_facts(entry: Entry, book: RuleBook) -> Iterator[tuple[str, str]]:
    """What is said of a festival, each with its label; a label that comes several times names the usages or years."""
    lang = book.lang
    yield from _labeled(
        "rules-rule", ((way_name(way, entry, lang), _sentence(way.rule, lang)) for way in entry.ways), lang
    )
    yield from _labeled(
        "rules-certainty", ((way_name(way, entry, lang), _certainty(way, entry, lang)) for way in entry.ways), lang
    )
    yield from _remarks(entry, lang)
    published = list(_published(entry, book))
    if published:
        yield texts.wording(lang, "rules-pins"), "; ".join(published)
    yield texts.wording(lang, "rules-source"), entry.source
    if not entry.compared:
        yield texts.wording(lang, "rules-compared"), texts.wording(lang, "rules-compared-never")


def _labeled(key: str, said: Iterable[tuple[str, str]], lang: str) -> Iterator[tuple[str, str]]:
    """Sentences with their label; where they differ, with the usages for which each holds."""
    usages: dict[str, list[str]] = {}
    for usage, sentence in said:
        usages.setdefault(sentence, []).append(usage)
    label = texts.wording(lang, key)
    for sentence, names in usages.items():
        yield (label if len(usages) == 1 else f"{label} ({', '.join(names)})"), sentence


def _certainty(way: Way, entry: Entry, lang: str) -> str:
    settled = way.days and not _computed(way)
    word = texts.wording(lang, "certainty-announced") if settled else way.certainty_in_words
    notes = [entry.note] if way.announced_only and entry.note else _common_notes(way)
    return " ".join((_sentence(word, lang), *notes))


def _sentence(said: str, lang: str) -> str:
    return f"{first_upper(said, lang)}."


def _computed(way: Way) -> list[Occasion]:
    """The days that nobody has announced yet: of the others it need not be said who decides."""
    return [day for day in way.days if day.certainty != Certainty.ANNOUNCED]


def _common_notes(way: Way) -> list[str]:
    """What is to be said of all those days alike."""
    days = _computed(way)
    return [note for day in days[:1] for note in day.certainty_notes if all(note in d.certainty_notes for d in days)]


def _remarks(entry: Entry, lang: str) -> Iterator[tuple[str, str]]:
    """What is to be said of single days, with the years and usages of these days in the label."""
    where: dict[str, list[str]] = {}
    for way in entry.ways:
        common = _common_notes(way)
        for day in _computed(way):
            for note in day.certainty_notes:
                if note not in common:
                    where.setdefault(note, []).append(f"{day.year} {way.usage_name}".rstrip())
    for note, days in where.items():
        yield f"{texts.wording(lang, 'rules-remark')} {', '.join(days)}", note


def _published(entry: Entry, book: RuleBook) -> Iterator[str]:
    """The days of recent and coming years that were published, by source; then how many there are of other years.

    Of a festival without a rule all are told: there is nothing else to tell.
    """
    lang, first = book.lang, book.first_year - RECENT_YEARS
    whole = all(way.announced_only for way in entry.ways)
    shown = [pin for pin in entry.pins if whole or first <= pin.first_day.year <= book.last_year]
    for (source, read), pins in groupby(shown, key=lambda pin: (pin.source, pin.read)):
        days = ", ".join(_published_days(pin, lang) for pin in pins)
        yield texts.wording(lang, "rules-pin", days=days, source=source, read=texts.short_date(read, lang))
    if len(shown) < len(entry.pins):
        yield texts.wording(lang, "rules-more-pins", number=len(entry.pins) - len(shown))


def _published_days(pin: PinnedDay, lang: str) -> str:
    return " – ".join(texts.short_date(day, lang) for day in (pin.first_day, pin.last_day) if day is not None)


def way_name(way: Way, entry: Entry, lang: str) -> str:
    """What a way is called among the ways of its festival."""
    if len(entry.ways) == 1:
        return way.usage_name or texts.wording(lang, "rules-day")
    return way.usage_name or texts.wording(lang, "rules-otherwise")


def days_of(way: Way, year: int, lang: str) -> Iterator[str]:
    """The days of one year, each as `day_cell` says it."""
    return (day_cell(day, lang) for day in way.days if day.year == year)


def day_cell(day: Occasion, lang: str) -> str:
    """The days in a column that is headed by their year: "Do 22. April – Do 29. April ✓"."""
    said = _of_year(day.first_day, lang)
    if day.last_day != day.first_day:
        said += f" – {_of_year(day.last_day, lang)}"
    if day.last_day.year != day.first_day.year:
        said += f" {day.last_day.year}"
    return " ".join(filter(None, (said, MARKS.get(day.certainty, ""))))


def _of_year(day: date, lang: str) -> str:
    return texts.day_with_weekday(day, lang)


def legend_lines(book: RuleBook) -> list[str]:
    """What the marks mean that stand beside days of the book."""
    used = {day.certainty for c in book.communities for f in c.festivals for way in f.ways for day in way.days}
    return wording.legend("".join(mark for certainty, mark in MARKS.items() if certainty in used), book.lang)
