"""The limits of one stretch of a chart, and the reasons for having none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

NEAR = 2 / 3  # the near limits lie at two of the three sigma


class Reason(StrEnum):
    """Why a chart has no limits. The sentences for them are in ``wording``."""

    NO_FIGURES = "no figures"
    TOO_FEW_POINTS = "too few points"
    TOO_FEW_CASES = "too few cases in most periods"
    ALMOST_ALL_ALIKE = "almost all cases are alike"
    TOO_FEW_EVENTS = "too few events"
    MOSTLY_ZERO = "mostly zero"
    STOCK = "a stock"
    ROLLING = "rolling 12 months"
    TO_DATE = "a year to date"
    NO_WIDTH = "limits of no width"
    UNDEFINED = "limits that are undefined"
    NEW_BASELINE_TOO_SHORT = "a new baseline that is too short"


class NoLimitsError(ValueError):
    """Honest limits cannot be drawn; ``reason`` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(f"No limits: {reason}.")
        self.reason = reason


@dataclass(frozen=True, kw_only=True)
class Limits:
    """A centre with the half-width of three sigma at each point; None where the point has no cases to draw it for.

    ``least`` and ``most`` are what a figure cannot pass: a share lies in 0 to 1, a count is never under 0.
    """

    centre: float
    widths: tuple[float | None, ...]
    least: float | None = None
    most: float | None = None
    sigma_z: float | None = None  # p' alone: how many times the binomial's sigma the limits are made of

    def lower(self, at: int, *, sigmas: float = 1.0) -> float | None:
        """The lower limit at a point; ``sigmas`` is the part of the width, 1 for the limit itself."""
        width = self.widths[at]
        if width is None:
            return None
        limit = self.centre - sigmas * width
        return limit if self.least is None else max(self.least, limit)

    def upper(self, at: int, *, sigmas: float = 1.0) -> float | None:
        """The upper limit at a point, as ``lower``."""
        width = self.widths[at]
        if width is None:
            return None
        limit = self.centre + sigmas * width
        return limit if self.most is None else min(self.most, limit)

    def scaled(self, by: float) -> Limits:
        """The same limits in another unit: by 100, shares become percentages."""
        return replace(
            self,
            centre=self.centre * by,
            widths=tuple(None if width is None else width * by for width in self.widths),
            least=None if self.least is None else self.least * by,
            most=None if self.most is None else self.most * by,
        )
