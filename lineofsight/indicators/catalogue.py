"""Every indicator, in the order of a paper. A module is listed here; nothing registers itself."""

from __future__ import annotations

from lineofsight.indicators import (
    attendance,
    audits,
    child_protection,
    day_six,
    exclusions,
    front_door,
    health,
    health_services,
    looked_after,
    pupils,
    section_47,
    send,
    workforce,
)
from lineofsight.indicators.shapes import Indicator

MODULES = (
    front_door,
    section_47,
    child_protection,
    looked_after,
    health,
    workforce,
    audits,
    send,
    health_services,
    attendance,
    pupils,
    exclusions,
    day_six,
)
INDICATORS: tuple[Indicator, ...] = tuple(i for module in MODULES for i in module.INDICATORS)
BY_ID: dict[str, Indicator] = {i.id: i for i in INDICATORS}


class UnknownIndicatorError(ValueError):
    """An id that no indicator has."""


def indicator(id_: str) -> Indicator:
    """The indicator of that id, or an error that lists those there are."""
    if id_ not in BY_ID:
        raise UnknownIndicatorError(f"There is no indicator '{id_}'. Indicators: {', '.join(BY_ID)}.")
    return BY_ID[id_]
