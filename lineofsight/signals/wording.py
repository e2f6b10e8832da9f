"""The sentences about a figure. No other module writes one, so that care taken here is taken everywhere."""

from __future__ import annotations

from datetime import date
from math import comb

from lineofsight.calendar import date_in_words
from lineofsight.readings import Measure, Reading, State, Unit
from lineofsight.signals.banned import banned_words as banned_words
from lineofsight.signals.chart import Assurance, Chart, Point, Signal
from lineofsight.signals.figures import (
    ENOUGH_WITHOUT_A_RANGE,
    FEWEST_FOR_A_PERCENTAGE,
    Figures,
    average,
    figures,
    is_few,
    just,
    percent,
    range_in_words,
    singular,
    usual_range,
)
from lineofsight.signals.intervals import wilson
from lineofsight.signals.limits import Reason
from lineofsight.signals.profile import MDC
from lineofsight.signals.series import latest_complete as latest_complete
from lineofsight.signals.when import kind_in_words, period_label, when

HIDDEN = "hidden to protect children"
NOT_THE_CAUSE = "The data cannot say why."
# Of steady series, fewer than 1 share in 200 and 1 count in 57 were called a change in their latest month (simulated).
CHANCE_OF_A_FLAG = 1 / 60
RARE = 0.05


def sentence(chart: Chart, *, shown: Figures | None = None, earlier: Figures | None = None) -> str:
    """What can be said of the latest point: the figure with its count, its period, and change, noise or no telling.

    ``shown`` is the latest point's figure as it may be printed. Where the latest point is not complete, the latest
    complete one is spoken of as well; when ``shown`` is given, only if ``earlier``, its own figure, is given too.
    """
    if not chart.points:
        return chart.refusal or "There are no figures yet."
    latest, complete = chart.points[-1], latest_complete(chart)
    said = _about(chart, latest, shown or figures(chart.measure, latest))
    if complete is None or complete is latest or (shown is not None and earlier is None):
        return said
    before = _about(chart, complete, earlier or figures(chart.measure, complete))
    return f"{said} Latest complete {kind_in_words(chart)}: {before}"


def changed(chart: Chart) -> bool:
    """Whether the latest complete point carries a signal that may head a paper. A trend alone does not."""
    return chart.claim is not None


def companion_sentence(measure: Measure, reading: Reading, *, shown: Figures | None = None) -> str:
    """The cases that a measure of finished ones does not see: ``Late and still open: 4 children.``"""
    shown = shown or figures(measure, reading)
    if reading.state is State.NOT_AVAILABLE or reading.numerator is None:
        return "Late and still open: not available."
    if shown.numerator is None:
        return f"Late and still open: {HIDDEN}."
    if not reading.numerator:
        return f"Late and still open: no {measure.counts}."
    counts = singular(measure.counts) if reading.numerator == 1 else measure.counts
    return f"Late and still open: {shown.numerator} {counts}."


def target_sentence(chart: Chart, *, shown: Figures | None = None) -> str:
    """What the target can expect if nothing changes; empty where the council has set none."""
    if chart.target is None:
        return ""
    measure, each = chart.measure, kind_in_words(chart)
    unit = "%" if measure.unit is Unit.PERCENT else ""
    bound = "at least" if chart.target.at_least else "at most"
    opening = f"Target: {bound} {chart.target.value:g}{unit} (set by {chart.target.set_by})."
    complete = latest_complete(chart)
    if chart.assurance is None or complete is None or (shown is not None and shown.hidden is not None):
        return f"{opening} Whether it can be expected is not known."
    expected = {
        Assurance.MISSED: f"On present performance most {each}s will miss it",
        Assurance.HIT_OR_MISS: f"Hit or miss: some {each}s will meet it by luck",
        Assurance.MET: f"On present performance it should be met every {each}",
    }[chart.assurance]
    return f"{opening} {expected} (usual range {range_in_words(measure, complete)})."


def baseline_sentence(chart: Chart) -> str:
    """Which points made the usual range, who changed it and why; empty where there is none."""
    made_of = chart.baseline
    if made_of is None:
        return ""
    each = kind_in_words(chart)
    said = f"The usual range comes from {made_of.points} complete {each}s up to {date_in_words(made_of.last)}"
    filling = made_of.reason is None and made_of.points < MDC.most_in_baseline
    said += (
        f", and takes in more until they are {MDC.most_in_baseline}." if filling else ", and stays as it is."
    )
    if made_of.reason:
        said += f" It replaced an earlier one, by decision of {made_of.by}: {made_of.reason.rstrip('.')}."
    return said if made_of.steady else f"{said} Those {each}s may not have been steady themselves."


def falsealarm_budget(measures: int, flagged: int) -> str:
    """How many flags chance alone would raise among measures with a usual range, and how many there are."""
    if measures == 0:
        return "No measure has figures enough for a usual range, so none could be flagged."
    most = next(most for most in range(measures + 1) if _chance_of_more_than(most, measures) <= 0.1)
    expected = {0: "none", 1: "none or one"}.get(most, f"up to {most}")
    of = "1 measure" if measures == 1 else f"{measures} measures"
    said = f"Of {of} with a usual range, expect {expected} flagged in a month by chance alone. This month: {flagged}."
    if flagged > 1 and _chance_of_more_than(flagged - 1, measures) < RARE:
        return f"{said} So many would be rare if nothing had changed."
    return said


def lateness(*, period_end: date, loaded: date | None, shown_on: date) -> str:
    """How old a figure is: when its data were loaded, and how long ago its period ended."""
    if shown_on <= period_end:
        return f"On {date_in_words(shown_on)} the period had not ended."
    age = f"The period ended {_days((shown_on - period_end).days)} before {date_in_words(shown_on)}"
    if loaded is None:
        return f"{age}. When its data were loaded is not known."
    if loaded <= period_end:
        return f"{age}. Its data were loaded on {date_in_words(loaded)}, before it had ended."
    return f"{age}. Its data were loaded on {date_in_words(loaded)}, {_days((loaded - period_end).days)} after its end."


def refusal_sentence(chart: Chart, reason: Reason, *, needed: int) -> str:
    """Why a chart has no limits, and what would show change instead."""
    counts, each = chart.measure.counts, kind_in_words(chart)
    complete = sum(point.state is State.COMPLETE and point.value is not None for point in chart.points)
    longer = {"day": "week", "week": "month", "month": "quarter", "quarter": "year"}.get(each)
    offer = f"; by {longer} they may be enough" if longer else ""
    return {
        Reason.NO_FIGURES: "There are no figures yet.",
        Reason.TOO_FEW_POINTS: f"No usual range yet: it needs {needed} complete {each}s, and there are {complete}.",
        Reason.TOO_FEW_CASES: f"No usual range: fewer than 20 {counts} in most {each}s are too few{offer}.",
        Reason.ALMOST_ALL_ALIKE: f"No usual range: in the {each}s that would make it, nearly all {counts} were alike.",
        Reason.TOO_FEW_EVENTS: f"Too few to chart: fewer than 5 {counts} in an average {each}{offer}.",
        Reason.MOSTLY_ZERO: f"Too few to chart: no {counts} in more than half of the {each}s{offer}.",
        Reason.STOCK: f"No usual range: most of what is counted on the last day of one {each} is still there on the "
        f"last day of the next, so limits would raise false alarms. Starts and ends would show change better.",
        Reason.ROLLING: "No usual range: each figure shares eleven of its twelve months with the one before, and "
        "limits on such figures raise a false alarm on 98 charts in 100. The monthly figures show change.",
        Reason.TO_DATE: "No usual range: each figure of a year holds those before it, so limits would raise false "
        "alarms though nothing had changed. The monthly figures show change.",
        Reason.NO_WIDTH: f"No usual range: the {each}s that would make it do not differ.",
        Reason.UNDEFINED: f"No usual range: no two {each}s in a row have figures to compare.",
        Reason.NEW_BASELINE_TOO_SHORT: f"No usual range yet: since it was set anew, fewer than {needed} {each}s are "
        "complete.",
    }[reason]


def _about(chart: Chart, point: Point, shown: Figures) -> str:
    measure = chart.measure
    if point.state is State.NOT_AVAILABLE or (point.numerator is None and point.value is None):
        return f"Not available for {period_label(chart, point)}."
    if _is_hidden(measure, point, shown):
        return f"The figure for {period_label(chart, point)} is {HIDDEN}."
    notes = (
        f"{_doubt(measure, point)}{_not_recorded(measure, point, shown)}{_undecided(measure, point, shown)}"
    )
    if point.denominator == 0:
        return f"No {measure.counts} to count {when(chart, point)}.{notes}"
    figure = f"{_figure(measure, point, shown)} {when(chart, point)}"
    if point.state is State.NOT_COMPLETE_YET:
        return f"{figure} so far; not complete yet, so it is not judged.{notes}"
    if point.state is State.SUPPLIED:
        return f"{figure}, as it was supplied, so it is not judged.{notes}"
    if chart.baseline is None or point.lower is None:
        return f"{figure}.{notes} {chart.refusal}" if chart.refusal else f"{figure}.{notes}"
    return _standing(chart, point, figure, notes)


def _standing(chart: Chart, point: Point, figure: str, notes: str) -> str:
    """The figure against its usual range. A rare one is worded alike whether it is welcome or not."""
    usual, run = usual_range(chart.measure, point), _run(chart, point)
    match chart.claim:
        case Signal.ABOVE | Signal.BELOW:
            low = chart.claim is Signal.BELOW
            side = f"{just(chart.measure, point)}{'below' if low else 'above'} the {usual}"
            rare = f"A result this {'low' if low else 'high'} would be rare if nothing had changed."
            return " ".join(
                filter(None, [f"{figure}, {side}.{notes}", rare, run and f"{run}.", NOT_THE_CAUSE])
            )
        case Signal.NEAR_HIGH | Signal.NEAR_LOW:
            end = "lower" if chart.claim is Signal.NEAR_LOW else "upper"
            near = f"Near the {end} end of its {usual} in two of the last three {kind_in_words(chart)}s"
            return f"{figure}.{notes} {near}, which would be rare if nothing had changed. {NOT_THE_CAUSE}"
        case Signal.RUN_HIGH | Signal.RUN_LOW:
            began = f"Started about {_began(chart)}. Cause not established."
            return f"{figure}.{notes} {run}; a lasting change is likely. {began}"
    within = f"{figure}.{notes} Within its {usual}"
    if run:
        return f"{within}. {run}, by too little to call it a change."
    steps = _steps(chart, point)
    return (
        f"{within}; {steps}, which alone is no sign of change." if steps else f"{within}; no sign of change."
    )


def _figure(measure: Measure, point: Point, shown: Figures) -> str:
    """The figure with its count: ``62% (31 of 50)``, ``7 of 9 conferences``, ``No exclusions``."""
    if shown.numerator is None:
        return _with_unit(measure, shown)
    counted = f"{shown.numerator} {measure.counts if point.numerator != 1 else singular(measure.counts)}"
    if measure.unit is Unit.NUMBER:
        return counted if point.numerator else f"No {measure.counts}"
    if measure.unit is Unit.PERCENT:
        of = f"{shown.numerator} of {shown.denominator}"
        return f"{shown.value} ({of})" if shown.value else f"{of} {measure.counts}"
    if shown.value is None:
        return f"{counted} (no rate: what it is a rate of is not available)"
    if measure.unit is Unit.CASES_PER_FTE:
        counted = f"{counted}, {shown.denominator} full-time workers"
    return f"{_with_unit(measure, shown)} ({counted})"


def _with_unit(measure: Measure, shown: Figures) -> str:
    return (
        shown.value or "" if measure.unit in (Unit.PERCENT, Unit.NUMBER) else f"{shown.value} {measure.unit}"
    )


def _is_hidden(measure: Measure, point: Point, shown: Figures) -> bool:
    """Whether a part of the figure itself is held back; then nothing may be said from which it could be worked out."""
    own = figures(measure, point)
    return any(
        has is not None and may is None
        for has, may in (
            (own.numerator, shown.numerator),
            (own.denominator, shown.denominator),
            (own.value, shown.value),
        )
    )


def _doubt(measure: Measure, point: Point) -> str:
    """The range that so few cases leave open, beside a percentage of 10 to 29."""
    met, cases = point.numerator, point.denominator
    few = cases is not None and FEWEST_FOR_A_PERCENTAGE <= cases < ENOUGH_WITHOUT_A_RANGE
    if measure.unit is not Unit.PERCENT or met is None or cases is None or not few:
        return ""
    low, high = wilson(met, cases)
    return (
        f" With so few, the true figure could be anywhere from {percent(100 * low)} to {percent(100 * high)}."
    )


def _not_recorded(measure: Measure, point: Point, shown: Figures) -> str:
    if not point.unknown:
        return ""
    if shown.unknown is None:
        return f" Not recorded: {HIDDEN}."
    of = f" of the {shown.denominator}" if measure.unit is Unit.PERCENT and shown.denominator else ""
    return f" Not recorded: {shown.unknown}{of}."


def _undecided(measure: Measure, point: Point, shown: Figures) -> str:
    if not point.open or measure.measure_type.is_stock:
        return ""
    return f" Not decided, or not yet due: {shown.open or HIDDEN}."


def _run(chart: Chart, point: Point) -> str:
    """The run on one side of the centre, from seven on; empty for a shorter one."""
    if chart.run is None or chart.run.points < MDC.shift or point.centre is None:
        return ""
    centre = "the earlier average"
    if not is_few(chart.measure, point):
        centre += f" of {average(chart.measure, point.centre, cases=point.denominator)}"
    side = "Above" if chart.run.high else "Below"
    return f"{side} {centre} for {chart.run.points} {kind_in_words(chart)}s in a row"


def _steps(chart: Chart, point: Point) -> str:
    if point.signal not in (Signal.TREND_UP, Signal.TREND_DOWN):
        return ""
    way = "higher" if point.signal is Signal.TREND_UP else "lower"
    return f"each of the last {MDC.trend - 1} {kind_in_words(chart)}s was {way} than the one before"


def _began(chart: Chart) -> str:
    since = chart.run.since if chart.run else None
    return next(period_label(chart, point) for point in chart.points if point.period_start == since)


def _chance_of_more_than(flagged: int, measures: int) -> float:
    p = CHANCE_OF_A_FLAG
    return 1 - sum(comb(measures, k) * p**k * (1 - p) ** (measures - k) for k in range(flagged + 1))


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count:,} days"
