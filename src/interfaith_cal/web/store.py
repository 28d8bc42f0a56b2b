"""What was made for free choices, held as long as there is room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable

from interfaith_cal.web.resource import Resource


class Store:
    """Resources made for choices, up to a number of bytes; those used last stay."""

    def __init__(self, most_bytes: int) -> None:
        """Hold at most so many bytes."""
        self._most = most_bytes
        self._bytes = 0
        self._held: OrderedDict[Hashable, tuple[Resource, int]] = OrderedDict()

    def get(self, key: Hashable) -> Resource | None:
        """What is held under a key."""
        found = self._held.get(key)
        if found is None:
            return None
        self._held.move_to_end(key)
        return found[0]

    def put(self, key: Hashable, resource: Resource) -> None:
        """Hold a resource at its present size, and let go of those not used for longest."""
        _, before = self._held.pop(key, (resource, 0))
        self._held[key] = resource, resource.size
        self._bytes += resource.size - before
        while self._bytes > self._most and len(self._held) > 1:
            _, (_, size) = self._held.popitem(last=False)
            self._bytes -= size
