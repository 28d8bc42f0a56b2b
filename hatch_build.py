"""Build hook: a wheel carries its texts as JSON, which Python reads ten times faster than the TOML of the checkout."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TEXTS = "texts"


class CompiledTexts(BuildHookInterface[Any]):
    """Adds the data to the wheel: all as it is, but each `texts/<lang>/<name>.toml` as `.json`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the texts; an editable install reads the data of the checkout and needs none of this."""
        if version == "editable":
            return
        data, compiled = Path(self.root) / "data", Path(self.root) / "build" / TEXTS
        included = {entry: entry.name for entry in data.iterdir() if entry.name != TEXTS}
        for source in sorted((data / TEXTS).glob("*/*.toml")):
            inside = Path(source.parent.name, f"{source.stem}.json")
            target = compiled / inside
            target.parent.mkdir(parents=True, exist_ok=True)
            content = tomllib.loads(source.read_text(encoding="utf-8"))
            target.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
            included[target] = f"{TEXTS}/{inside.as_posix()}"
        build_data["force_include"].update(
            {str(path): f"interfaith_cal/data/{name}" for path, name in included.items()}
        )
