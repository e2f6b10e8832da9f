"""Caseload and workforce."""

from __future__ import annotations

from datetime import date

import ibis
from ibis import _

from lineofsight.indicators.breakdowns import OnRow, Paired
from lineofsight.indicators.shapes import Each, Ratio, Source
from lineofsight.indicators.tally import Tally
from lineofsight.indicators.when import OpenAtEnd
from lineofsight.readings import Polarity, Unit
from lineofsight.returns.tables import allocations, workers

the_census = Source(title="Children's social work workforce census", place="average caseload, 30 September")

team = Paired(
    name="team",
    title="team",
    top=OnRow(name="team", title="team", column=allocations.team),
    bottom=OnRow(name="team", title="team", column=workers.team),
)

cases_over_fte = Ratio(
    id="cases_over_fte",
    title="Cases held, over full-time equivalents",
    definition="Open allocations on the last day of the period, over the full-time share of the workers in post.",
    why_it_matters="The sums by which each worker's caseload is judged.",
    sources=(the_census,),
    polarity=Polarity.CONTEXT,
    unit=Unit.CASES_PER_FTE,
    counts="cases",
    family="workforce",
    breakdowns=(team,),
    reviewed=date(2026, 11, 25),
    grain=("worker_id",),
    top=Tally(
        of=allocations.rows,
        when=OpenAtEnd(allocations.started, allocations.ended),
        where=allocations.worker_id.notnull(),
    ),
    bottom=Tally(
        of=workers.rows,
        when=OpenAtEnd(workers.started, workers.ended),
        amount=workers.full_time_share,
        unknown=workers.full_time_share.isnull().cast("int64"),
    ),
)

sw_caseload_avg = Each(
    id="sw_caseload_avg",
    title="Average caseload of social workers",
    definition="Cases held on the last day of the period by social workers who hold at least one, over the full-time "
    "equivalents of those workers. A case is a child; agency workers count; a worker whose full-time share is nought does "
    "not, and one whose share is not recorded is unknown.",
    why_it_matters="A worker with too many children cannot know each of them.",
    sources=(the_census,),
    polarity=Polarity.LOWER_IS_BETTER,
    unit=Unit.CASES_PER_FTE,
    counts="cases",
    family="workforce",
    breakdowns=(team,),
    caveats="An average hides the workers with the most cases. Lower is better, but nought is not the aim.",
    synonyms=("caseload",),
    reviewed=date(2026, 11, 25),
    measured_by=cases_over_fte,
    each="worker_id",
    # Workers without a case are no case holders; those with cases and a share that is not recorded are unknown (null).
    having=(_.numerator > 0).fill_null(False)  # noqa: FBT003
    & ibis.ifelse(_.unknown > 0, ibis.null("boolean"), _.denominator > 0),
    pooled=True,
)

INDICATORS = (sw_caseload_avg,)
