"""When the Sun sets on a civil day, as the clocks at a place show it."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from interfaith_cal.errors import YearRangeError
from interfaith_cal.ground.places import Place

HALF_A_MINUTE = 0.5 / 1440


@lru_cache(maxsize=4096)
def sunset(day: date, where: Place) -> datetime | None:
    """The sunset of a civil day by the clocks of the place, to the minute; None in years the ephemeris lacks."""
    from zoneinfo import ZoneInfo

    from interfaith_cal import sky

    try:
        instant = sky.sunset(day, where)
    except YearRangeError:
        return None
    local = sky.utc_of(instant + HALF_A_MINUTE).astimezone(ZoneInfo(where.timezone))
    return local.replace(second=0, microsecond=0)
