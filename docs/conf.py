"""How Sphinx builds the documentation; `sh scripts/docs` runs it. It asks no network: no inventory is fetched."""

from pathlib import Path

from sphinx.application import Sphinx

from interfaith_cal import __version__

project = "interfaith_cal"
author = "The interfaith_cal developers"
version = release = __version__
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
root_doc = "index"
exclude_patterns = ["_build", "README.md"]

myst_heading_anchors = 3
# Docstrings write code in single backticks.
default_role = "code"
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
napoleon_google_docstring = True
napoleon_numpy_docstring = False
add_module_names = False

html_theme = "furo"
html_title = f"interfaith_cal {__version__}"
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False
pygments_style = "friendly"

# Other commands make these, or other people write them: without one of them, the rest is built all the same.
ELSEWHERE = ("feeds", "accuracy", "performance")


def setup(app: Sphinx) -> None:
    """What Sphinx calls first."""
    app.connect("source-read", _without_what_is_missing)


def _without_what_is_missing(app: Sphinx, page: str, content: list[str]) -> None:
    """Drop the lines that name a page of ELSEWHERE that is not there: a table's row, an entry of the contents."""
    missing = [name for name in ELSEWHERE if not (Path(app.srcdir) / f"{name}.md").is_file()]
    lines = content[0].split("\n")
    content[0] = "\n".join(line for line in lines if not any(line == name or f"({name}.md" in line for name in missing))
