"""May it be shown: what one table hides so that no child can be found in it, and the audit that tries to find one."""

from lineofsight.disclosure.attack import (
    ContradictionError,
    Extremes,
    Knowledge,
    Known,
    at_least,
    attack,
    printed,
    printed_percentage,
)
from lineofsight.disclosure.audit import Exposure
from lineofsight.disclosure.cells import LEGEND, Cell, Hidden, Missing, Published, Shown, text
from lineofsight.disclosure.rules import (
    CHOICES,
    FAMILIES,
    DisclosureError,
    Rule,
    rule_for,
    sentence,
    sentences,
)
from lineofsight.disclosure.tables import audit, left_open, protect

__all__ = [
    "CHOICES",
    "FAMILIES",
    "LEGEND",
    "Cell",
    "ContradictionError",
    "DisclosureError",
    "Exposure",
    "Extremes",
    "Hidden",
    "Knowledge",
    "Known",
    "Missing",
    "Published",
    "Rule",
    "Shown",
    "at_least",
    "attack",
    "audit",
    "left_open",
    "printed",
    "printed_percentage",
    "protect",
    "rule_for",
    "sentence",
    "sentences",
    "text",
]
