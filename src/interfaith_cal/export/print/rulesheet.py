"""The rule book for proof-readers: each festival with its rule, five years of days, boxes to tick, a line to sign."""

from __future__ import annotations

from interfaith_cal.export import rulebook_words
from interfaith_cal.export.print.content import Content, Issue, frame, native_name, words
from interfaith_cal.export.print.typesetting import PrintError
from interfaith_cal.export.rulebook import Chapter, Entry, RuleBook
from interfaith_cal.words import texts


def rule_sheet(issue: Issue) -> Content:
    """The content of the printed rule book; raises PrintError if the issue has no rules."""
    book = issue.rule_book
    if book is None:
        raise PrintError("an issue without its rule book cannot be printed as one.")
    lang = issue.lang
    content = frame(issue, book.title)
    return content | {
        "title": f"{book.title} {book.first_year}–{book.last_year}",
        "years": [str(year) for year in book.years],
        "intro": [rulebook_words.shown_years(book), texts.wording(lang, "rules-intro")],
        "legend": rulebook_words.legend_lines(book),
        "chapters": [_chapter(chapter, book) for chapter in book.communities],
        "words": words(
            lang,
            usages="rules-usages",
            right="print-right",
            wrong="print-wrong",
            source="rules-source",
            place="print-place-and-day",
            name="print-name-and-office",
            signature="print-signature",
        ),
    }


def _chapter(chapter: Chapter, book: RuleBook) -> Content:
    return {
        "id": chapter.id,
        "name": chapter.name,
        "facts": [[label, said] for label, said in rulebook_words.community_facts(chapter, book.lang)],
        "usages": [[custom.name, rulebook_words.usage_sentence(custom, book.lang)] for custom in chapter.usages],
        "festivals": [_festival(entry, book) for entry in chapter.festivals],
    }


def _festival(entry: Entry, book: RuleBook) -> Content:
    lang = book.lang
    return {
        "id": entry.id,
        "name": entry.name,
        "native": [native_name(name.text, name.lang) for name in entry.native],
        "kind": rulebook_words.kind_line(entry),
        "facts": [[label, said] for label, said in rulebook_words.festival_facts(entry, book)],
        "ways": [
            {
                "name": rulebook_words.way_name(way, entry, lang),
                "days": [list(rulebook_words.days_of(way, year, lang)) for year in book.years],
            }
            for way in entry.ways
        ],
    }
