"""The kinds of data files, each described once: what is read is checked by it, and its JSON Schema is made from it.

`scripts/schemas.py` writes the schemas. What one file says of another (that a festival exists, a language has phrases),
its reader checks.
"""

from __future__ import annotations

from interfaith_cal.ground.forms.base import File
from interfaith_cal.ground.forms.editions import EditionFile
from interfaith_cal.ground.forms.editors import Changes, ImpactFile, Palette, Pins, Redirects, WikidataFile
from interfaith_cal.ground.forms.leave import LeaveFile
from interfaith_cal.ground.forms.texts import Texts
from interfaith_cal.ground.forms.words import Country, LanguageFile, Phrases, Program, SearchFile

KINDS: dict[str, type[File]] = {
    "changes": Changes,
    "countries": Country,
    "editions": EditionFile,
    "impact": ImpactFile,
    "language": LanguageFile,
    "leave": LeaveFile,
    "palette": Palette,
    "phrases": Phrases,
    "pins": Pins,
    "program": Program,
    "redirects": Redirects,
    "search": SearchFile,
    "texts": Texts,
    "wikidata": WikidataFile,
}
"""Each kind of file by the name of its schema."""
