"""What a chart holds, whatever its kind: points, limits where they are honest, and a refusal where they are not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lineofsight.council import Target as Target
from lineofsight.readings import Measure, State


class ChartKind(StrEnum):
    """The charts that the chooser can choose."""

    P_PRIME = "p'"  # k of n in each period, Laney's correction, sigma z never below 1
    XMR = "XmR"  # individual values and moving ranges
    LINE = "line"  # a stock: a plain line, no limits
    DOTS = "dots"  # too few points for limits


class Signal(StrEnum):
    """Which rule a point met; None on a point means within the usual range."""

    ABOVE = "above the usual range"
    BELOW = "below the usual range"
    RUN_HIGH = "seven or more in a row above the centre"
    RUN_LOW = "seven or more in a row below the centre"
    TREND_UP = "seven in a row rising"
    TREND_DOWN = "seven in a row falling"
    NEAR_HIGH = "two of three near the upper limit"
    NEAR_LOW = "two of three near the lower limit"


class Assurance(StrEnum):
    """What a target can expect of a process that stays as it is."""

    MET = "should be met every time"
    HIT_OR_MISS = "hit or miss"
    MISSED = "will usually be missed"


@dataclass(frozen=True, kw_only=True)
class Point:
    """One period of a series. ``value`` None is a gap: not available, or no rows to take a share of."""

    period_start: date
    period_end: date
    numerator: float | None
    denominator: float | None
    value: float | None
    unknown: int
    open: int
    state: State
    centre: float | None = None
    lower: float | None = None
    upper: float | None = None
    signal: Signal | None = None


@dataclass(frozen=True, kw_only=True)
class Baseline:
    """The points that the limits were made of, and that stay as they are.

    ``reason`` and ``by`` are those of a change of baseline; the first baseline of a series has none. ``steady`` says
    that no point of it lies outside its own limits, in a run on one side or in a trend; ``sigma_z`` is p' alone.
    """

    first: date  # period_end of the first point
    last: date
    points: int
    centre: float
    reason: str | None = None
    by: str | None = None
    steady: bool = True
    sigma_z: float | None = None


@dataclass(frozen=True, kw_only=True)
class Run:
    """How long the latest complete points have lain on one side of the centre, the latest among them.

    ``lasting`` says that there are seven or more, and that they lie further from the centre, taken as one long point,
    than three standard errors: seven in a row alone are not rare enough to head a paper.
    """

    high: bool
    points: int
    since: date  # period_start of the first of them
    lasting: bool


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A series with what can honestly be said of it. ``refusal`` says, in a sentence, why there are no limits.

    ``baseline`` is the newest; those before a change of baseline are kept in ``earlier_baselines``. ``claim`` is the
    signal of the latest complete point that may head a paper: it is rarer than the signals that mark points.
    """

    measure: Measure
    kind: ChartKind
    period_kind: str
    points: tuple[Point, ...]
    baseline: Baseline | None = None
    refusal: str | None = None
    target: Target | None = None
    assurance: Assurance | None = None
    sentence: str = ""
    earlier_baselines: tuple[Baseline, ...] = ()
    run: Run | None = None
    claim: Signal | None = None
    profile: str = ""  # the name of the rules that it was read by
