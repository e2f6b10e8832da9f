"""A figure's numbers as they are printed: no more decimals than its cases carry, and hidden where they must be."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import ceil, floor

from lineofsight.readings import Measure, Reading, Unit
from lineofsight.signals.chart import Point

FEWEST_FOR_A_PERCENTAGE = 10
ENOUGH_FOR_A_DECIMAL = 1_000  # one case more or less moves such a share by no more than a tenth
ENOUGH_WITHOUT_A_RANGE = 30  # from here on a percentage stands without the range beside it


@dataclass(frozen=True, kw_only=True)
class Figures:
    """The parts of one figure, formatted. None is a part that it has not, or, where ``hidden`` is set, may not show.

    ``hidden`` says that disclosure control has held parts back, and why or by which mark.
    """

    numerator: str | None
    denominator: str | None
    value: str | None
    unknown: str | None
    open: str | None
    hidden: str | None = None


def figures(measure: Measure, reading: Reading | Point) -> Figures:
    """The parts of a reading with nothing hidden. A share of fewer than ten cases has no percentage."""
    return Figures(
        numerator=_whole_where_it_can(reading.numerator),
        denominator=_whole_where_it_can(reading.denominator),
        value=_value(measure, reading),
        unknown=f"{reading.unknown:,}",
        open=f"{reading.open:,}",
    )


def percent(share: float, *, cases: float | None = None) -> str:
    """A percentage (0 to 100) to the nearest whole number, halves up: ``62%``; of 1,000 cases or more ``1.3%``."""
    return f"{rounded(share, places=1 if (cases or 0) >= ENOUGH_FOR_A_DECIMAL else 0)}%"


def rounded(number: float, *, places: int = 0) -> str:
    """A number with thousands separated, halves up as people round: 12.5 is 13, 0.25 is 0.3 to one place."""
    # The shortest decimal that stands for the number: 2.675 is meant, and not the 2.67499... that is stored.
    exact = Decimal(repr(float(number))).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"{exact + 0:,}"


def number(measure: Measure, value: float, *, cases: float | None) -> str:
    """A value in the measure's unit, without the unit's words but for the per cent sign."""
    if measure.unit is Unit.PERCENT:
        return percent(value, cases=cases)
    if measure.unit is Unit.NUMBER:
        return _whole_where_it_can(value) or ""
    return rounded(value, places=_places(measure, cases))


def singular(counts: str) -> str:
    """One of what a measure counts: conferences, a conference; children, a child; assessments due, an assessment due."""
    words = counts.split(" ")
    for at, word in enumerate(words):
        one = _ONE.get(word) or _regular(word)
        if one:
            return " ".join([*words[:at], one, *words[at + 1 :]])
    return counts


_ONE = {"children": "child", "people": "person", "cases": "case"}


def _regular(word: str) -> str | None:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else None


def usual_range(measure: Measure, point: Point) -> str:
    """The usual range; without numbers where the figure is of so few cases that it has no percentage."""
    return "usual range" if is_few(measure, point) else f"usual range of {range_in_words(measure, point)}"


def range_in_words(measure: Measure, point: Point) -> str:
    """The limits of a point that has them: ``55% to 84%``."""
    lower, upper = point.lower or 0, point.upper or 0
    if measure.unit is Unit.NUMBER:
        # The counts that lie within, so that a count printed beside the range is seen to be in it or not.
        return f"{ceil(lower):,} to {floor(upper):,}"
    ends = (number(measure, limit, cases=point.denominator) for limit in (lower, upper))
    return " to ".join(ends)


def just(measure: Measure, point: Point) -> str:
    """``just``, where the figure and the limit that it passes are printed as the same number."""
    if measure.unit is Unit.NUMBER or is_few(measure, point) or point.value is None:
        return ""
    limit = point.lower if point.lower is not None and point.value < point.lower else point.upper
    printed = [number(measure, value or 0, cases=point.denominator) for value in (point.value, limit)]
    return "just " if printed[0] == printed[1] else ""


def average(measure: Measure, centre: float, *, cases: float | None = None) -> str:
    """The centre of a chart; a mean count has one decimal, and a share as many as its cases carry."""
    if measure.unit is Unit.NUMBER:
        return rounded(centre, places=1)
    return number(measure, centre, cases=cases if measure.unit is Unit.PERCENT else None)


def is_few(measure: Measure, point: Point) -> bool:
    """Whether it is a share of so few cases that it is printed as ``x of n`` alone."""
    cases = point.denominator
    return measure.unit is Unit.PERCENT and cases is not None and cases < FEWEST_FOR_A_PERCENTAGE


def _value(measure: Measure, reading: Reading | Point) -> str | None:
    if reading.value is None:
        return None
    if measure.unit is not Unit.PERCENT or not reading.denominator or reading.numerator is None:
        return number(measure, reading.value, cases=reading.denominator)
    if reading.denominator < FEWEST_FOR_A_PERCENTAGE:
        return None
    return _share(reading.numerator, reading.denominator)


def _share(met: float, cases: float) -> str:
    shown = percent(100 * met / cases, cases=cases)
    exact = "." in shown
    # 199 of 200 is not all of them, and 1 of 300 is not none.
    if shown in ("100%", "100.0%"):
        return "100%" if met == cases else f"over {'99.9' if exact else '99'}%"
    if shown in ("0%", "0.0%"):
        return "0%" if met == 0 else f"under {'0.1' if exact else '1'}%"
    return shown


def _places(measure: Measure, cases: float | None) -> int:
    """One decimal, where one case more or less moves the value by less than one; else none."""
    for_one_unit = 10_000 if measure.unit is Unit.PER_10_000 else 1
    return 1 if cases is None or cases > for_one_unit else 0


def _whole_where_it_can(amount: float | None) -> str | None:
    if amount is None:
        return None
    return f"{int(amount):,}" if float(amount).is_integer() else rounded(amount, places=1)
