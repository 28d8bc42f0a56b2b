"""Build hook: a wheel carries each text file a second time as JSON, which Python reads ten times faster than TOML."""

from __future__ import annotations

import json
import tomllib
import zlib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledTexts(BuildHookInterface[Any]):
    """Adds `texts/<lang>/<name>.json` beside each `.toml`, with a checksum that tells whether it is still the same."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the texts; an editable install reads the TOML of the checkout and needs none of this."""
        if version == "editable":
            return
        root = Path(self.root)
        for source in sorted((root / "data" / "texts").glob("*/*.toml")):
            content = source.read_bytes()
            target = root / "build" / "texts" / source.parent.name / f"{source.stem}.json"
            target.parent.mkdir(parents=True, exist_ok=True)
            compiled = {"crc32": zlib.crc32(content), "content": tomllib.loads(content.decode("utf-8"))}
            target.write_text(json.dumps(compiled, ensure_ascii=False), encoding="utf-8")
            inside = f"interfaith_cal/data/texts/{source.parent.name}/{source.stem}.json"
            build_data["force_include"][str(target)] = inside
