"""How large the synthetic council is, and which days its returns cover."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lineofsight.demo.days import Window, financial_years, months_before
from lineofsight.demo.places import CHILDREN_PER_PUPIL

FULL_SIZE = 99_822  # residents aged 0-17 of the district whose rates these are
HISTORY_MONTHS = 15  # a referral looks back twelve months, and returns are yearly


@dataclass(frozen=True, kw_only=True, slots=True)
class Size:
    """How large the council is, and which days its returns cover."""

    pupils: int
    months: int
    seed: int
    until: date

    @property
    def children(self) -> int:
        """Residents aged 0 to 17."""
        return round(self.pupils * CHILDREN_PER_PUPIL)

    @property
    def scale(self) -> float:
        """Beside a district of 99,822 children."""
        return self.children / FULL_SIZE

    @property
    def first_month(self) -> date:
        """The first day of the first month to chart."""
        return months_before(self.until, self.months - 1)

    @property
    def windows(self) -> list[Window]:
        """The financial years of the returns, with enough history before the first month."""
        return financial_years(months_before(self.first_month, HISTORY_MONTHS), self.until)
