"""Templates: what they show stays text, one's own win over those shipped, and a broken one is named."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from interfaith_cal.cli.main import cli, run
from interfaith_cal.export import templates
from interfaith_cal.ground.root import data_folder
from interfaith_cal.web.publish import publish
from interfaith_cal.web.tree import tree
from tests.web.conftest import contents_of, gathered

SITE = ("--years", "2027-2027", "--base-url", "https://example.org", "--lang", "de")


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    """A folder of templates over those shipped."""
    folder = tmp_path / "data/templates/web"
    folder.mkdir(parents=True)
    with data_folder(tmp_path / "data"):
        yield folder


def test_html_in_a_text_stays_text() -> None:
    page = templates.render("documents/list.html", say=templates.Say("de"), title='<i>"&', columns=(), months=())
    assert "<h1>&lt;i&gt;&#34;&amp;</h1>" in page


def test_ones_own_template_may_replace_one_block_of_the_shipped_one(own: Path) -> None:
    (own / "layout.html").write_text(
        '{% extends "shipped/web/layout.html" %}{% block main %}<p>Schule</p>{{ super() }}{% endblock %}'
    )
    (own / "front.html").write_text('{% extends "shipped/web/front.html" %}{% block main %}<p>{{ say("page-lead") }}')
    (own / "front.html").write_text((own / "front.html").read_text() + "</p>{% endblock %}")
    (own / "site.css").write_text("body { color: navy }")
    made = {path: make for path, make in tree(gathered("https://example.org")).items() if path in PAGES}
    assert made["de/index.html"]().count(b"<p>") < 12
    assert made["assets/site.css"]().startswith(b"body { color: navy }")
    assert b"chip-sikh" in made["assets/site.css"]()
    assert b"<h1" in made["de/islam/index.html"]()


PAGES = ("de/index.html", "assets/site.css", "de/islam/index.html")


@pytest.mark.parametrize("broken, sentence", [
    ("\n{% if %}", "front.html, line 2: the template cannot be filled"),
    ("\n\n{{ nobody }}", "front.html, line 3: the template cannot be filled ('nobody' is undefined)"),
    ("{{ say.nothing(1) }}", "front.html, line 1: the template cannot be filled"),
    ("\n{{ 1 / 0 }}", "front.html, line 2: the template cannot be filled (division by zero)"),
    ("{{ say() }}", "front.html, line 1: the template cannot be filled"),
    ('{% include "web/gone.html" %}', "front.html, line 1: the template cannot be filled (web/gone.html"),
    ('{{ say("page-nothing-like-it") }}', "phrases.toml: the entry 'phrases.page-nothing-like-it' is missing"),
])  # fmt: skip
def test_a_broken_template_is_one_sentence_and_the_old_site_stays(
    own: Path, tmp_path: Path, small: Path, capsys: pytest.CaptureFixture[str], broken: str, sentence: str
) -> None:
    site = tmp_path / "site"
    publish({"a.ics": lambda: b"1"}, site, lambda *_: None)
    before = contents_of(site)
    (own / "front.html").write_text(broken)
    assert run(cli, ["site", str(site), *SITE, "--edition", str(small)]) == 2
    said = capsys.readouterr().err.strip().splitlines()[-1]
    assert said.startswith("interfaith-cal: ")
    assert sentence in said
    assert contents_of(site) == before


def test_a_list_in_the_terminal_does_not_load_the_templates() -> None:
    code = "import sys; from interfaith_cal.cli.main import cli, run; run(cli, ['list', '2027']); print([*sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "'jinja2'" not in done.stdout.splitlines()[-1]
