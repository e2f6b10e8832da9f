"""The panel's paper from a run: what changed, each measure, what the figures cannot tell, and where they come from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lineofsight.calendar import date_in_words, month_in_words
from lineofsight.council import Council
from lineofsight.disclosure import sentences as rule_sentences
from lineofsight.indicators.catalogue import BY_ID, INDICATORS, indicator
from lineofsight.indicators.shapes import Indicator
from lineofsight.papers import LoadRow, Mark, Paper, Provenance, SourceFile, count_figures, write
from lineofsight.record import Load, Record, Run
from lineofsight.run.paper_measures import line_of, part_of
from lineofsight.run.shown import ShownMeasure, shown_measure
from lineofsight.run.trust import trust_in
from lineofsight.signals.caution import what_figures_cannot_tell
from lineofsight.signals.wording import falsealarm_budget

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, kw_only=True)
class Written:
    """A paper that was written: its files, and how many figures it shows and hides."""

    files: tuple[Path, ...]
    figures: int
    suppressed: int


@dataclass(frozen=True, kw_only=True)
class Order:
    """What paper is wanted: up to which month, for which meeting, made on which day."""

    month_end: date
    meeting: date | None
    today: date


def write_paper(
    record: Record,
    council: Council,
    run: Run,
    folder: Path,
    order: Order,
    *,
    progress: Progress = lambda _what, _done, _of: None,
) -> Written:
    """Write the paper's four forms into the folder."""
    paper = compose(record, council, run, order, progress=progress)
    figures, suppressed = count_figures(paper)
    return Written(files=write(paper, folder), figures=figures, suppressed=suppressed)


def compose(
    record: Record,
    council: Council,
    run: Run,
    order: Order,
    *,
    progress: Progress = lambda _what, _done, _of: None,
) -> Paper:
    """The paper as data. Every figure in it has passed disclosure control."""
    wanted = panel_set(council)
    measures = []
    for done, (one, companion) in enumerate(wanted):
        progress(one.title, done, len(wanted))
        measures.append(
            shown_measure(record, council, one, run.id, until=order.month_end, companion=companion)
        )
    loads = [record.load(load_id) for load_id in run.loads]
    trusted = trust_in(record, loads, [one for one, _ in wanted])
    lines = [line_of(measure) for measure in measures]
    in_range = [line for line in lines if line.mark is Mark.WITHIN]
    changed = [line for line in lines if line.mark in (Mark.ABOVE, Mark.BELOW)]
    return Paper(
        title=f"Children’s services: performance to {date_in_words(order.month_end)}",
        for_body=council.panel_name,
        meeting_date=order.meeting,
        council=council.name,
        period_label=month_in_words(order.month_end),
        period_end=order.month_end,
        changed=tuple(changed),
        within=tuple(in_range),
        no_range=tuple(line for line in lines if line.mark in (Mark.NO_RANGE, Mark.CANNOT_TELL)),
        not_available=tuple(line for line in lines if line.mark is Mark.NOT_AVAILABLE),
        budget_sentence=falsealarm_budget(len(in_range) + len(changed), len(changed)),
        measures=tuple(
            part_of(measure, loads, today=order.today, trust=trusted[measure.indicator.id])
            for measure in measures
        ),
        cannot_tell=what_figures_cannot_tell([m.chart for m in measures]),
        protection=_protection(measures),
        provenance=_provenance(run, loads, order.today),
    )


def panel_set(council: Council) -> list[tuple[Indicator, Indicator | None]]:
    """The indicators of the panel's set, each with its companion, which then has no line of its own.

    A council that has not chosen a set gets every indicator.
    """
    chosen: Sequence[Indicator] = [indicator(id_) for id_ in council.panel] or INDICATORS
    companions = {i.read_with for i in chosen if i.read_with}
    return [(i, BY_ID[i.read_with] if i.read_with else None) for i in chosen if i.id not in companions]


def _protection(measures: Sequence[ShownMeasure]) -> tuple[str, ...]:
    """How each family of figures was protected, families under one rule together."""
    return rule_sentences([measure.rule for measure in measures])


def _provenance(run: Run, loads: Sequence[Load], today: date) -> Provenance:
    return Provenance(
        run=run.id,
        engine=run.engine,
        version=run.version,
        made_on=today,
        loads=tuple(
            LoadRow(
                load=load.id,
                return_name=load.return_name,
                key=load.key,
                files=tuple(SourceFile(name=f.name, sha256=f.sha256) for f in load.files),
            )
            for load in loads
        ),
    )
