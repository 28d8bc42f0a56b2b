"""How the texts are written: marks, letters and scripts of each language, and no word of one in another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest

from interfaith_cal.religions import PRINT_ORDER
from tests.texts.reading import COMPLETE, LANGUAGES, OF_NAMES, Said, greetings, prose, read, said

QUOTES = {"de": "„“", "en": "“”", "tr": "“”"}
# Marks of all languages that a text of this one must not have.
STRANGE = {"de": "”«»‚‘", "en": "„«»‚‘", "tr": "„«»‚‘'"}

# Small words that stand in nearly every sentence of a language and are no word of the others.
GERMAN = {
    "und", "der", "das", "nicht", "wird", "ist", "eine", "einen", "mit", "für", "auf", "von", "sich", "wenn", "auch",
    "werden", "dem", "zum", "zur", "oder", "beim",
}  # fmt: skip
ENGLISH = {"the", "and", "with", "which", "of", "is", "are", "for", "people", "their", "from", "to", "on", "or"}
# Turkish says "on" for ten, "der" for "says".
FOREIGN = {"de": ENGLISH, "en": GERMAN, "tr": (GERMAN | ENGLISH) - {"on", "der"}}

# Words in which ae, oe or ue is no umlaut: Is-rael, Micha-el, zu-erst, ritu-ell, Mensa-essen.
TRUE_PAIRS = ("Israel", "israel", "Michael", "Kevelaer", "Zuerst", "zuerst", "ituell", "ktuell", "Mensaessen")

NAMES_IN_ASCII = {
    "de": r"Bahai|Ridvan|Naw-Ruz|Yezid|Jesid|Ezid|Hizir|Asure|Schavuot|Mariae|Bahá’",
    "en": r"Bahai|Ridvan|Naw-Ruz|Yezidi\b|Ezid|Hizir|\bAsure|Bahá’(?!s\b)",
    "tr": r"\b(Bayrami\w*|Gun[u]\w*|Dogu\w*|Yukseli\w*|Kirmizi|Isik|Hizir|Asure|Ayi\b|Yili\b|Orucunuz kabul olsun[^!])",
}

SCRIPTS = {
    "ARABIC": {"ar", "fa"},
    "ARMENIAN": {"hy"},
    "BENGALI": {"bn"},
    "COPTIC": {"cop"},
    "CYRILLIC": {"ru", "sr", "bg", "uk"},
    "DEVANAGARI": {"hi", "sa", "mr", "ne"},
    "ETHIOPIC": {"am", "gez", "ti"},
    "GEORGIAN": {"ka"},
    "GREEK": {"el"},
    "GURMUKHI": {"pa"},
    "GUJARATI": {"gu"},
    "HANGUL": {"ko"},
    "HEBREW": {"he"},
    "KANNADA": {"kn"},
    "LATIN": {"tr", "kmr", "ro", "vi", "ban", "pi-Latn", "sa-Latn"},
    "MALAYALAM": {"ml"},
    "SINHALA": {"si"},
    "SYRIAC": {"syc"},
    "TAMIL": {"ta"},
    "TELUGU": {"te"},
    "THAI": {"th"},
    "TIBETAN": {"bo"},
    "CJK": {"ja", "zh-Hant"},
    "HIRAGANA": {"ja"},
}
RIGHT_TO_LEFT = {"he", "ar", "fa", "syc"}
PERSIAN_LETTERS, ARABIC_LETTERS = "پچژگکی", "يكةى"


def wrong(found: list[Said], pattern: str) -> list[Said]:
    return [text for text in found if re.search(pattern, text.words)]


@pytest.mark.parametrize("lang", [*LANGUAGES, *OF_NAMES])
def test_no_double_blanks_line_breaks_or_composed_twice(lang: str) -> None:
    assert wrong(said(lang), r'^\s|\s$|\s\s|[\n\t\u00a0\u00ad"]|\s[,.;:!?)”]|\(\s|--|\.\.\.| - ') == []
    assert [text for text in said(lang) if unicodedata.normalize("NFC", text.words) != text.words] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_quotation_marks_are_those_of_the_language_and_come_in_pairs(lang: str) -> None:
    opening, closing = QUOTES[lang][0], QUOTES[lang][1]
    marks = {text: "".join(re.findall(f"[{opening}{closing}]", text.words)) for text in prose(lang)}
    assert [text for text, found in marks.items() if not re.fullmatch(f"({opening}{closing})*", found)] == []
    assert wrong(prose(lang), f"[{STRANGE[lang]}]") == []


def test_a_straight_apostrophe_belongs_to_a_name_only() -> None:
    possessive_or_short = r"\w'(s|t|re|ll|ve|d|m)\b(?! )|\w'(s|t|re|ll|ve|d|m) |s' "
    assert wrong(prose("en"), possessive_or_short) == []
    assert wrong(prose("de"), r"\w'(s|n)\b") == []


@pytest.mark.parametrize("lang", COMPLETE)
def test_sentences_end(lang: str) -> None:
    sentences = r"\.(explanation|school|about|days|calendar|instead|dos\.\d+\.|donts\.\d+\.)$"
    whole = [text for text in prose(lang) if re.search(sentences, text.where)]
    assert len(whole) > 1000
    assert [text for text in whole if not re.search(r"([.!?][“”]?|{leave})$", text.words)] == []


def test_umlauts_are_umlauts() -> None:
    pairs = re.compile(r"\w*(?:ae|oe|(?<![aeqäAEQÄ])ue)\w*")
    words = {word for text in prose("de") for word in pairs.findall(text.words)}
    assert {word for word in words if not any(pair in word for pair in TRUE_PAIRS)} == set()
    assert wrong(prose("de"), r"\b(fuer|Maerz|Mariae|Gruesse|gross|Strasse|heisst|schliesst)\b") == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_keep_their_letters(lang: str) -> None:
    assert wrong(prose(lang), NAMES_IN_ASCII[lang]) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_is_in_another_language(lang: str) -> None:
    def own(words: str) -> str:
        """The words without what is quoted or in brackets: there, other languages are at home."""
        return re.sub(r"[„“][^„“”]*[“”]|\([^)]*\)", "", words)

    foreign = re.compile(rf"\b({'|'.join(FOREIGN[lang])})\b")
    assert [text for text in prose(lang) if foreign.search(own(text.words))] == []


def test_the_word_lists_would_notice() -> None:
    german = [text for text in prose("de") if text.where.endswith(".explanation")]
    english = [text for text in prose("en") if text.where.endswith(".explanation")]
    assert sum(bool(GERMAN & set(text.words.split())) for text in german) > 0.97 * len(german)
    assert sum(bool(ENGLISH & set(text.words.split())) for text in english) > 0.97 * len(english)


def test_english_is_spelled_in_one_way() -> None:
    american = r"\b(?!Elabor|elabor)\w*(color|honor|center|baptiz|organiz|recogniz|canoniz|neighbor|favor|traveler)\w*"
    assert wrong(prose("en"), american) == []


@pytest.mark.parametrize("lang", [*LANGUAGES, *OF_NAMES])
def test_no_text_names_a_year_to_come(lang: str) -> None:
    assert wrong(prose(lang), r"\b20(2\d|[3-9]\d)\b") == []


@pytest.mark.parametrize("community", PRINT_ORDER)
def test_every_language_has_the_same_native_names_and_the_same_greeting(community: str) -> None:
    german = read("de", community)["festivals"]
    for lang in (*LANGUAGES, *OF_NAMES):
        for slug, entry in read(lang, community)["festivals"].items():
            if lang in COMPLETE or "native" in entry:
                assert entry.get("native") == german[slug].get("native"), slug
            # Whether one congratulates does not depend on the language in which one asks.
            assert ["instead" in said for said in greetings(entry)[:1]] == [
                "instead" in said for said in greetings(german[slug])[:1]
            ], slug
            if lang in COMPLETE:
                # Beside the greeting of the community may stand how one greets in the language itself.
                assert [scripts(said) for said in greetings(entry) if said.get("lang") != lang] == [
                    scripts(said) for said in greetings(german[slug]) if said.get("lang") != lang
                ]


def scripts(said: dict[str, str]) -> list[str | None]:
    return [said.get(key) for key in ("script", "answer_script", "lang")]


def scripted(lang: str) -> Iterator[tuple[str, str, str]]:
    """Every text in a script of its own: where it stands, its words, its language tag."""
    for community in PRINT_ORDER:
        for slug, entry in read(lang, community)["festivals"].items():
            names: list[dict[str, Any]] = entry.get("native", [])
            for name in names:
                yield f"{lang}/{community}/{slug}", name["text"], name["lang"]
            for one in greetings(entry):
                for key in ("script", "answer_script"):
                    if key in one:
                        yield f"{lang}/{community}/{slug}", one[key], one["lang"]


@pytest.mark.parametrize("lang", [*LANGUAGES, *OF_NAMES])
def test_every_text_is_in_the_script_of_its_tag(lang: str) -> None:
    for where, words, tag in scripted(lang):
        assert re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", tag), where
        scripts = {unicodedata.name(letter).split()[0] for letter in words if letter.isalpha()}
        assert scripts, where
        assert all(tag in SCRIPTS[script] for script in scripts), (where, words, tag, scripts)
        rightward = any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in words)
        assert rightward == (tag in RIGHT_TO_LEFT), where
        assert not (tag == "ar" and set(words) & set(PERSIAN_LETTERS)), where
        assert not (tag == "fa" and set(words) & set(ARABIC_LETTERS)), where
