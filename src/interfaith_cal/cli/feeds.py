"""Writing feeds: one file, or a folder with one for each community and the bundles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from interfaith_cal.cli.choice import Choice
from interfaith_cal.cli.output import tell
from interfaith_cal.cli.output import write as write_output
from interfaith_cal.editorial.changes import change_log
from interfaith_cal.export.files import make_folder, write_whole
from interfaith_cal.export.ics import Feed, group_of, to_ics
from interfaith_cal.ground.places import Place
from interfaith_cal.identity import is_own
from interfaith_cal.model import Observance
from interfaith_cal.religions import GROUPS, PRINT_ORDER
from interfaith_cal.words import texts


def write(found: Sequence[Observance], choice: Choice, output: Path | None) -> None:
    """One feed to stdout or to a file ending in .ics; else a folder of feeds, with a word for each on stderr."""
    lang, place = choice.lang, choice.place
    if output is None or output.suffix == ".ics":
        content = to_ics(Feed(group_of(found), lang, found, place).of_edition(choice.edition), change_log())
        write_output(content if output else content.decode(), output)
        return
    # Where nothing is kept there is no feed to write: the empty one is refused, in a sentence.
    feeds = list(_feeds(found, lang, place)) or [Feed("all", lang, found, place)]
    built = [(feed, to_ics(feed.of_edition(choice.edition), change_log())) for feed in feeds]
    make_folder(output)
    for feed, content in built:
        path = output / f"{texts.file_name(feed.group, lang)}.ics"
        write_whole(path, content)
        tell(f"{path}: {len(feed.observances)} events", err=True)


def _feeds(found: Sequence[Observance], lang: str, place: Place) -> Iterator[Feed]:
    """A feed for each community that has something, and the bundles that hold more than one of them."""
    held = {o.community.id: o.community.id for o in found}
    own = [community for community in held.values() if is_own(community)]
    for community in (*(held[c] for c in PRINT_ORDER if c in held), *own):
        yield Feed(community, lang, [o for o in found if o.community.id == community], place)
    for group, members in (*GROUPS.items(), ("all", (*PRINT_ORDER, *own))):
        if len(held.keys() & set(members)) > 1:
            yield Feed(group, lang, [o for o in found if o.community.id in members], place)
