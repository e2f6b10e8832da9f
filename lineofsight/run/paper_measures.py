"""One measure in a paper: its line on the first pages, and its own part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from lineofsight.calendar import date_in_words
from lineofsight.disclosure import Hidden, Published
from lineofsight.indicators.lineage import loaded_for
from lineofsight.indicators.shapes import Indicator
from lineofsight.papers import Fact, Line, Mark, MeasurePart, Plot, protected
from lineofsight.readings import State
from lineofsight.record import Load
from lineofsight.returns.tables import observations
from lineofsight.run.paper_tables import groups_table, months_table
from lineofsight.run.shown import ShownMeasure, figures_shown
from lineofsight.run.trust import Trust, in_words
from lineofsight.signals.chart import Chart
from lineofsight.signals.figures import Figures
from lineofsight.signals.wording import (
    baseline_sentence,
    changed,
    companion_sentence,
    lateness,
    latest_complete,
    sentence,
    target_sentence,
)

FEW_HELD = 5


def line_of(measure: ShownMeasure) -> Line:
    """The measure on the first pages: what is said of its latest month."""
    mark = _mark(measure)
    return Line(
        measure=measure.indicator.id,
        title=measure.indicator.title,
        sentences=(_figure(measure) if mark is Mark.NO_RANGE else _sentence(measure),),
        mark=mark,
        plot=_plot(measure),
        companion=_companion(measure),
    )


def part_of(
    measure: ShownMeasure, loads: Sequence[Load], *, today: date, trust: Trust | None = None
) -> MeasurePart:
    """The measure in full. ``trust`` is what the rules say of the rows behind it."""
    said = (_sentence(measure), target_sentence(_told(measure), shown=_judged_figures(measure)))
    return MeasurePart(
        id=measure.indicator.id,
        title=measure.indicator.title,
        sentences=tuple(text for text in said if text),
        status=_status(measure),
        plot=_plot(measure),
        data=months_table(measure),
        facts=tuple(_facts(measure, loads, today, trust)),
        companion=_companion(measure),
        breakdowns=tuple(groups_table(measure, split) for split in measure.split),
    )


def _figure(measure: ShownMeasure) -> str:
    """The figure alone; why it has no usual range is told in its own part."""
    told = replace(_told(measure), refusal=None)
    shown = None if measure.latest is None else figures_shown(measure.measure, measure.latest)
    return sentence(told, shown=shown)


def _sentence(measure: ShownMeasure) -> str:
    if measure.latest is None:
        return sentence(measure.desk)
    shown = figures_shown(measure.measure, measure.latest)
    return sentence(_told(measure), shown=shown, earlier=_judged_figures(measure))


def _told(measure: ShownMeasure) -> Chart:
    """The chart that the words are about: of a hidden month the desk's, of which then only that it is hidden is said."""
    return measure.desk if _is_hidden(measure) else measure.chart


def _is_hidden(measure: ShownMeasure) -> bool:
    """Whether the latest month, or the latest complete one, may not be told."""
    ends = [measure.latest, _judged(measure)]
    return any(p is not None and p.reading.period_end in measure.hidden for p in ends)


def _judged(measure: ShownMeasure) -> Published | None:
    """The row of the latest complete month, which is the one that is judged."""
    complete = latest_complete(measure.desk)
    ends = complete.period_end if complete else None
    return next((p for p in measure.series if p.reading.period_end == ends), None)


def _judged_figures(measure: ShownMeasure) -> Figures | None:
    judged = _judged(measure)
    return None if judged is None else figures_shown(measure.measure, judged)


def _mark(measure: ShownMeasure) -> Mark:
    latest, judged = measure.latest, _judged(measure)
    if latest is None or latest.reading.state is State.NOT_AVAILABLE:
        return Mark.NOT_AVAILABLE
    if _is_hidden(measure):
        return Mark.CANNOT_TELL
    if measure.chart.baseline is None:
        return Mark.NO_RANGE
    if judged is None:
        return Mark.CANNOT_TELL
    if not changed(measure.chart):
        return Mark.WITHIN
    value = judged.reading.value
    return Mark.ABOVE if value is not None and value > measure.chart.baseline.centre else Mark.BELOW


def _plot(measure: ShownMeasure) -> Plot | None:
    if not any(point.value is not None for point in measure.chart.points):
        return None
    # The chart's own sentence knows every month; its words are those that are printed beside it.
    return protected(replace(measure.chart, sentence=_sentence(measure)), measure.hidden)


def _companion(measure: ShownMeasure) -> str:
    if measure.companion is None:
        return ""
    other, published = measure.companion
    said = companion_sentence(other, published.reading, shown=figures_shown(other, published))
    return said if isinstance(published.numerator, Hidden) else f"{said} Read the two together."


def _status(measure: ShownMeasure) -> str:
    latest = measure.latest
    if latest is None:
        return ""
    return f"By month, to {date_in_words(latest.reading.period_end)}; {latest.reading.state}."


def _facts(measure: ShownMeasure, loads: Sequence[Load], today: date, trust: Trust | None) -> list[Fact]:
    about: Indicator = measure.indicator
    latest = measure.latest
    is_supplied = latest is not None and latest.reading.state is State.SUPPLIED
    wanted = {observations.name} if is_supplied else loaded_for(about)
    filling = [load for load in loads if load.fills & wanted]
    late = ""
    if latest is not None:
        loaded = max((load.loaded_at.date() for load in filling), default=None)
        late = lateness(period_end=latest.reading.period_end, loaded=loaded, shown_on=today)
    facts = (
        ("Definition", about.definition),
        ("Clock", about.clock),
        ("Why it matters", about.why_it_matters),
        ("Source", "; ".join(f"{s.title}, {s.place}" if s.place else s.title for s in about.sources)),
        ("Take care", about.caveats),
        ("Usual range", baseline_sentence(measure.chart)),
        ("How late", late),
        ("Held back", _held_back(about, filling)),
        ("How far to trust this", "" if trust is None else in_words(trust)),
        ("Also called", ", ".join(about.synonyms)),
    )
    return [Fact(label=label, text=text) for label, text in facts if text]


def _held_back(about: Indicator, loads: Sequence[Load]) -> str:
    """How many rows were held back when the tables were loaded; a few are not counted out."""
    held = sum(t.rows_held for load in loads for t in load.rows if t.table in loaded_for(about))
    if held == 0:
        return "No row was held back when the files were loaded."
    count = f"{held:,}" if held > FEW_HELD else f"{FEW_HELD} or fewer"
    return f"{count} rows could not be trusted when the files were loaded, and are not counted."
