"""The JSON Schemas of the data files, `data/schemas`, from the descriptions in `ground/forms`.

usage: python scripts/schemas.py          writes them
       python scripts/schemas.py --check  writes nothing; exit status 1 if one is stale
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from interfaith_cal.export.files import write_whole
from interfaith_cal.ground.forms import KINDS
from interfaith_cal.ground.forms.base import schema

FOLDER = Path(__file__).resolve().parents[1] / "data" / "schemas"

if __name__ == "__main__":
    made = {
        FOLDER / f"{name}.schema.json": json.dumps(schema(form), indent=2, ensure_ascii=False) + "\n"
        for name, form in KINDS.items()
    }
    if sys.argv[1:] == ["--check"]:
        stale = [path.name for path, content in made.items() if path.read_text(encoding="utf-8") != content]
        if stale:
            sys.exit(f"{', '.join(stale)}: stale; run `python scripts/schemas.py`.")
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        for path, content in made.items():
            write_whole(path, content.encode("utf-8"))
