"""The page of a year's folder: the way to all files, and how the edition stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import PurePosixPath

from interfaith_cal.export import templates
from interfaith_cal.export.templates import Say
from interfaith_cal.words import texts
from interfaith_cal.yearly import standing
from interfaith_cal.yearly.plan import YearPlan
from interfaith_cal.yearly.standing import Answer, Row


def page(plan: YearPlan, answers: Sequence[Answer], changed: Sequence[Row], names: Sequence[str]) -> bytes:
    """The page, in the edition's first language."""
    lang = plan.lang
    filled = templates.render(
        "documents/edition.html",
        say=Say(lang, plan.place),
        title=f"{plan.edition.title_in(lang)} {plan.year}",
        publisher=plan.edition.publisher_in(lang),
        base=plan.base,
        folders=[
            (folder, list(files)) for folder, files in groupby(names, _folder) if not folder.startswith("offices")
        ],
        offices=[
            (answer, _said(answer, lang), [name for name in names if _folder(name) == f"offices/{answer.community.id}"])
            for answer in answers
        ],
        unsure=standing.unsure(plan),
        unannounced=[festival.name(lang) for festival in standing.unannounced(plan)],
        changed=[(row, standing.community_name(plan, row["community"])) for row in changed],
    )
    return filled.encode("utf-8")


def _folder(name: str) -> str:
    return PurePosixPath(name).parent.as_posix().removeprefix(".")


def _said(answer: Answer, lang: str) -> str:
    """How an office stands, in words."""
    count = answer.waiting or len(answer.pins) or len(answer.published)
    day = texts.short_date(answer.last_read, lang) if answer.last_read else ""
    blanks = {"count": count, "problem": answer.wrong, "day": day}
    return texts.wording(lang, answer.key, **blanks)
