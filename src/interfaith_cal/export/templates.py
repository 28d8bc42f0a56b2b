"""Pages from the Jinja templates in `data/templates`: how they are found, what they can say, and what goes wrong.

A template in `templates/` of one's own data folder takes the place of the shipped one with the same name, and may be
built upon it: `{% extends "shipped/web/front.html" %}`.
"""

from __future__ import annotations

from datetime import date
from traceback import walk_tb
from typing import TYPE_CHECKING, NoReturn

from interfaith_cal.editorial import palette
from interfaith_cal.errors import DataFileError, InterfaithCalError
from interfaith_cal.export import wording
from interfaith_cal.export.rows import cell
from interfaith_cal.ground.files import read_bytes
from interfaith_cal.ground.places import Place
from interfaith_cal.ground.root import by_root, root
from interfaith_cal.model import Observance
from interfaith_cal.words import texts
from interfaith_cal.words.languages import Language, language, page_language
from interfaith_cal.words.letters import first_upper

if TYPE_CHECKING:
    from jinja2 import Environment

RIGHT_TO_LEFT = ("ar", "fa", "he", "syc", "ur", "yi")
LATIN = "-Latn"


class Say:
    """What templates say in a language: phrases by their keys, names, days, and all that is said of an observance."""

    def __init__(self, lang: str, place: Place | None = None) -> None:
        """Speak a language; times of sunset are those of the place."""
        self.lang = lang
        self.page = page_language(lang)
        self._place = place

    def to(self, lang: str) -> Say:
        """The same in another language."""
        return Say(lang, self._place)

    def __call__(self, key: str, **blanks: object) -> str:
        """A phrase of `phrases.toml` with its blanks filled."""
        return texts.wording(self.lang, key, **blanks)

    def community(self, name: str, field: str = "name") -> str:
        """A text about a community: its `name`, `code`, `about`, `days` or `calendar`."""
        return texts.community_text(name, field, self.lang)

    def advice(self, name: str, field: str) -> tuple[str, ...]:
        """The sentences of advice on a community, its `dos` or its `donts`."""
        return texts.community_advice(name, field, self.lang)

    def file(self, group: str) -> str:
        """The readable name of a community's folder and files."""
        return texts.file_name(group, self.lang)

    def name(self, o: Observance) -> str:
        """The festival's name."""
        return o.name(self.lang)

    def name_language(self, o: Observance) -> Language:
        """The language that the festival's name is in: this one, or one that it falls back to."""
        return language(texts.name_language(o.community.id, o.festival.slug, self.lang))

    def native(self, o: Observance) -> list[tuple[str, str]]:
        """The community's own names of the festival, each with its language, beside those the name has already."""
        return wording.native_names(o, self.lang)

    def explanation(self, o: Observance) -> str:
        """What the festival is."""
        return o.explanation(self.lang)

    def first_sentence(self, text: str) -> str:
        """The first sentence of a text, which stands alone where there is no room for more."""
        return texts.first_sentence(text, self.lang)

    def greetings(self, o: Observance) -> tuple[texts.Greeting, ...]:
        """How one congratulates, in its parts: several where the festival is kept in several languages."""
        return o.greetings(self.lang)

    def language(self, tag: str) -> str:
        """What a language is called."""
        return texts.language_name(tag, self.lang)

    def school(self, o: Observance) -> str:
        """What a school should know; "" where nothing is said."""
        return o.school_note(self.lang)

    def begins(self, o: Observance) -> str:
        """How the first day begins."""
        return wording.begins(o, self.lang, self._place)

    def until(self, o: Observance) -> str:
        """Until when it lasts; "" for a single day."""
        return wording.until(o, self.lang)

    def since(self, o: Observance) -> str:
        """Since when it lasts: "since 25 December"."""
        return texts.wording(self.lang, "since-day", day=texts.day_and_month(o.first_day, self.lang))

    def day_of_span(self, o: Observance, day: date) -> str:
        """Which of its days a day is: "day 3 of 8"; "" for a single day."""
        return wording.day_of_span(o, day, self.lang)

    def usage(self, o: Observance) -> str:
        """By which usage, where they differ; or ""."""
        return wording.usage(o, self.lang)

    def usage_name(self, usage: str) -> str:
        """The name of a usage."""
        return texts.usage_name(usage, self.lang)

    def marks(self, o: Observance) -> str:
        """Its signs of the legend."""
        return wording.marks(o)

    def old(self, o: Observance) -> str:
        """The sign of the legend for the old calendar, if it is kept by that."""
        return wording.OLD_CALENDAR_MARK if o.usage == wording.OLD_CALENDAR else ""

    def legend(self) -> list[str]:
        """What all signs mean."""
        return wording.legend("".join(wording.LEGEND), self.lang)

    def own_date(self, o: Observance) -> str:
        """Its first day in the community's own calendar, or ""."""
        return o.native_date_in(self.lang)

    def certainty(self, o: Observance) -> str:
        """How sure the date is, in a word."""
        return wording.certainty(o, self.lang)

    def certainty_note(self, o: Observance) -> str:
        """Why it is no surer, or ""."""
        return o.certainty_note_in(self.lang)

    def cell(self, o: Observance, column: str) -> str:
        """A column of a list in the words of a table that people read."""
        return cell(o, self.lang, column, self._place)

    def long_date(self, day: date) -> str:
        """ "Thursday, 22 April 2027"."""  # noqa: D210
        return texts.long_date(day, self.lang)

    def short_date(self, day: date) -> str:
        """ "Thu 2027-04-22"."""  # noqa: D210
        return texts.short_date(day, self.lang)

    def day_and_month(self, day: date) -> str:
        """ "22 April"."""  # noqa: D210
        return texts.day_and_month(day, self.lang)

    def day_in_month(self, day: date) -> str:
        """ "Thu 22", below the name of its month."""  # noqa: D210
        return texts.day_in_month(day, self.lang)

    def month(self, day: date) -> str:
        """The name of a day's month."""
        return texts.month_name("gregorian", day.month, self.lang)

    def month_and_year(self, day: date) -> str:
        """ "April 2027"."""  # noqa: D210
        return texts.month_and_year(day, self.lang)

    def weekday(self, number: int, form: str = "long") -> str:
        """A weekday's name, "long" or "short"; 0 is Monday."""
        return texts.weekday(number, self.lang, form)


def render(name: str, **values: object) -> str:
    """A template filled with values.

    Raises:
        DataFileError: the template is broken; the sentence names its file and line.
        InterfaithCalError: as what it asks for does.
    """
    import jinja2

    try:
        return _environment().get_template(name).render(values)
    except InterfaithCalError:
        raise
    except jinja2.TemplateSyntaxError as error:
        _refuse(f"{error.filename or error.name}, line {error.lineno}", error)
    # A template may stumble over anything; where it did so is the last of its lines that was reached.
    except Exception as error:
        lines = [f"{frame.f_code.co_filename}, line {line}" for frame, line in walk_tb(error.__traceback__)]
        _refuse(next((where for where in reversed(lines) if ".html, line " in where), name), error)


def asset(name: str) -> bytes:
    """A file beside the templates, such as a style sheet."""
    return read_bytes(root().path("templates", name))


def _refuse(where: str, error: Exception) -> NoReturn:
    said = str(error).partition("\n")[0].rstrip(".")
    raise DataFileError(f"{where}: the template cannot be filled ({said or type(error).__name__}).") from error


@by_root
def _environment() -> Environment:
    """The templates of the data in use; text is escaped, and a name that nothing fills is an error."""
    from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined

    tops = [top / "templates" for top in (root().own, root().shipped) if top]
    found = Environment(
        loader=ChoiceLoader([FileSystemLoader(tops), PrefixLoader({"shipped": FileSystemLoader(tops[-1])})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    found.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    found.filters["direction"] = _direction
    found.filters["first_upper"] = first_upper
    found.globals["color"] = palette.color
    found.globals["style"] = lambda name: asset(name).decode()
    return found


def _direction(tag: str) -> str:
    """In which direction a language is read."""
    rtl = tag.split("-", maxsplit=1)[0] in RIGHT_TO_LEFT and not tag.endswith(LATIN)
    return "rtl" if rtl else "ltr"
