"""What letters do in every language: capitals (Turkish has "izin" and "İZİN", "ılık" and "ILIK"), and direction."""

from __future__ import annotations

from unicodedata import bidirectional

# Languages whose small i keeps its dot as a capital (Unicode, SpecialCasing.txt).
DOTTED = ("tr", "az")
CAPITAL_OF_I = str.maketrans({"i": "İ"})
WITHOUT_DOTS = str.maketrans({"İ": "i", "ı": "i"})


def upper(text: str, lang: str) -> str:
    """A text in capitals, as its language writes them; "tr:de" is Turkish."""
    dotted = lang.partition(":")[0].partition("-")[0] in DOTTED
    return (text.translate(CAPITAL_OF_I) if dotted else text).upper()


def first_upper(text: str, lang: str) -> str:
    """A text with a capital at its beginning."""
    return f"{upper(text[:1], lang)}{text[1:]}"


def folded(text: str) -> str:
    """A text for comparison, whatever its case and whichever i it is written with: "KASIM" and "Kasım" are the same."""
    return text.translate(WITHOUT_DOTS).casefold()


def direction(text: str) -> str:
    """In which direction a text is read, by its first letter that has one: "ltr" or "rtl"."""
    strong = next((kind for letter in text if (kind := bidirectional(letter)) in ("L", "R", "AL")), "L")
    return "ltr" if strong == "L" else "rtl"
