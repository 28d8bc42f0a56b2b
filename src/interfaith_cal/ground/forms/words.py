"""A language with its phrases, and a country with its places, described once."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from interfaith_cal.ground.forms.base import CommunityId, FestivalId, File, Names, Text

# data/countries

DEGREES = {"said": "the place {key!r} needs two numbers, degrees north and east, but has {value!r}."}


class Country(File):
    """A country: its clock, its regions, and places for times of day: data/countries/CODE.toml."""

    timezone: Annotated[str, Meta(min_length=1, description="The time zone (IANA) of its clocks.")]
    place: Annotated[str, Meta(min_length=1, description="The place whose times are given where none is named.")]
    regions: Annotated[Names, Meta(description="What has public holidays of its own, by the codes of ISO 3166-2.")]
    other_names: Annotated[
        dict[Text, Text], Meta(description="Other names of regions, each with the region's code.")
    ] = {}
    places: dict[
        Text,
        Annotated[
            tuple[Annotated[float, Meta(ge=-66, le=66)], Annotated[float, Meta(ge=-180, le=180)]],
            Meta(extra=DEGREES, description="Degrees north and east."),
        ],
    ] = {}


# data/texts/LANGUAGE/language.toml


class Spreadsheet(File):
    """How spreadsheets are written in a language."""

    days: str = "YYYY-MM-DD"
    delimiter: Literal[",", ";", "\t"] = ","


class LanguageFile(File):
    """What is known of a language: data/texts/LANGUAGE/language.toml."""

    name: Annotated[str, Meta(min_length=1, description="Its own name of itself.")]
    direction: Literal["ltr", "rtl"] = "ltr"
    fallback: Annotated[
        str, Meta(description="The language that says what it lacks; empty where it says everything itself.")
    ] = "de"
    public_holidays: Annotated[
        str, Meta(description="The language in which the package `holidays` names days for it.")
    ] = ""
    holidays: Annotated[
        dict[str, Text],
        Meta(description="Names of public and school holidays, each after that which the package `holidays` gives."),
    ] = {}
    abbreviations: Annotated[
        list[Text],
        Meta(description="Words whose full stop ends no sentence.",
             extra={"said": "'abbreviations' must be a list of words, but is {value!r}."}),
    ] = []  # fmt: skip
    spreadsheet: Spreadsheet | UnsetType = UNSET


# data/program/LANGUAGE.toml


class Program(File):
    """What the program says of itself in a language, its help, errors and progress: data/program/LANGUAGE.toml."""

    sentences: Annotated[
        dict[Text, Text],
        Meta(description="Each sentence by the English one; {0}, {1} … are its blanks, in the order of the English."),
    ] = {}


# data/texts/LANGUAGE/phrases.toml

Wordings = dict[str, Text]
Week = Annotated[list[Text], Meta(min_length=7, max_length=7, description="Monday to Sunday.")]


class Weekdays(File):
    """The names of the weekdays."""

    long: Week
    short: Week


class Phrases(File, rename="kebab"):
    """Phrases of a language: data/texts/LANGUAGE/phrases.toml; a language that falls back may have some of them."""

    phrases: Annotated[
        Wordings,
        Meta(description="Sentences and words of all outputs; blanks in braces are filled by the program. A phrase "
             "that counts has a wording for each kind of number, as `leave-days-one`."),
    ] = {}  # fmt: skip
    inside: Annotated[Wordings, Meta(description="Other wordings of phrases, for the middle of a sentence.")] = {}
    files: Annotated[Wordings, Meta(description="The readable stem of each feed's file.")] = {}
    languages: Annotated[Wordings, Meta(description="What languages are called.")] = {}
    usages: Annotated[Wordings, Meta(description="The names of the usages.")] = {}
    usage_notes: Annotated[Wordings, Meta(description="Who follows a usage, or how it reckons, in a sentence.")] = {}
    dates: Annotated[Wordings, Meta(description="Patterns for civil days.")] = {}
    weekdays: Weekdays | UnsetType = UNSET
    months: Annotated[
        dict[str, Annotated[list[Text], Meta(min_length=12, description="The months in order.")]],
        Meta(description="The month names of each calendar."),
    ] = {}
    day_patterns: Annotated[Wordings, Meta(description="A day of the year in each calendar, as a rule names it.")] = {}
    date_patterns: Annotated[Wordings, Meta(description="A date in each calendar.")] = {}


# data/texts/LANGUAGE/search.toml

SYNONYMS = {"said": "{begin}{field!r} must be a list of words, but is {value!r}."}
FESTIVALS = {"said": "{begin}{field!r} must be a list of ids such as 'jewish/pesach', but is {value!r}."}
Synonymous = Annotated[list[Text], Meta(min_length=1, extra=SYNONYMS, extra_json_schema={"uniqueItems": True})]


class Same(File):
    """Words that people use for festivals; each word means any of them."""

    festivals: Annotated[list[FestivalId], Meta(min_length=1, extra=FESTIVALS, description="The ids of festivals.")]
    words: Annotated[Synonymous, Meta(description="Words beyond the names that the texts have.")]


class SearchFile(File):
    """Words by which people look for festivals: data/texts/LANGUAGE/search.toml."""

    communities: Annotated[
        dict[CommunityId, Synonymous],
        Meta(description="For communities words that narrow a search, without endings: `orthodox` for `orthodoxes`."),
    ] = {}  # fmt: skip
    synonyms: list[Annotated[Same, Meta(extra={"called": "synonyms number {number}"})]] = []
