"""What the front page needs to check planned days: the form as it was filled, the answer, and words for the script."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from interfaith_cal.planner import REACH
from interfaith_cal.religions import community
from interfaith_cal.web import api, checking
from interfaith_cal.web.checking import Answer, Land, Question
from interfaith_cal.web.pages.frame import Frame
from interfaith_cal.web.site import Contents
from interfaith_cal.words import texts


class Check(NamedTuple):
    """The form with its rows, the answer if something was asked, and what the script must know."""

    lands: list[Land]
    land: str
    rows: list[tuple[date | None, date | None]]
    answer: Answer
    link: str
    no_clear: str
    known: dict[str, object]


def check(contents: Contents, frame: Frame, question: Question | None) -> Check:
    """The section of the front page that checks planned days."""
    found = (
        checking.answer(contents, question, frame.lang) if question else Answer((), checking.usual_land(contents), ())
    )
    spans = [(j.appointment.first_day, j.appointment.last_day) for j in found.judgements]
    # An empty row for one more; without a script it is the way to ask for several.
    rows: list[tuple[date | None, date | None]] = [(first, last if last > first else None) for first, last in spans]
    planned = ",".join("..".join(dict.fromkeys(map(str, span))) for span in spans)
    return Check(
        checking.lands(frame.lang),
        found.land,
        [*rows, (None, None)],
        found,
        f"{frame.root}{frame.lang}/?check={planned}&land={found.land}#check",
        texts.wording(frame.lang, "plan-no-clear-days", days=REACH),
        {
            "data": f"{frame.root}{api.API}/check/",
            "page": f"{frame.root}{frame.lang}/",
            "lang": frame.lang,
            "none": checking.NONE,
            "years": [contents.years[0], contents.years[-1]],
            "codes": {name: [community(name).code(frame.lang), community(name).name(frame.lang)]
                      for name in contents.communities},
            **checking.words(frame.lang),
        },
    )  # fmt: skip
