"""Caseload and workforce."""

from __future__ import annotations

from datetime import date

import ibis
from ibis import _

from lineofsight.indicators.breakdowns import OnRow, Paired
from lineofsight.indicators.shapes import Count, Each, Ratio, Share, Source
from lineofsight.indicators.tally import Tally
from lineofsight.indicators.when import During, OpenAtEnd
from lineofsight.readings import Polarity, Unit
from lineofsight.returns.derived import posts
from lineofsight.returns.tables import allocations, worker_moves, workers

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

sw_vacancy_pct = Share(
    id="sw_vacancy_pct",
    title="Social work posts that are vacant",
    definition="Of the full-time equivalents of all social work posts on the last day of the period, those that are "
    "vacant. Posts in all are the vacancies and the council's own social workers in post; an agency worker fills no post.",
    why_it_matters="Children whose worker has left wait for another, and those who stay carry more.",
    sources=(Source(title="Children's social work workforce census", place="vacancy rate, 30 September"),),
    polarity=Polarity.LOWER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="full-time posts",
    family="workforce",
    breakdowns=(OnRow(name="team", title="team", column=posts.team),),
    caveats="A vacancy that an agency worker covers is still a vacancy, so this is read beside the share of agency workers. "
    "A post or worker whose full-time share is not recorded is unknown.",
    synonyms=("vacancy rate", "social worker vacancies"),
    reviewed=date(2026, 11, 26),
    of=posts.rows,
    when=OpenAtEnd(posts.started, posts.ended),
    meeting=posts.is_vacant,
    weight=posts.full_time_share,
)

sw_agency_pct = Share(
    id="sw_agency_pct",
    title="Social workers from agencies",
    definition="Of the full-time equivalents of the social workers in post on the last day of the period, those of agency "
    "workers.",
    why_it_matters="Agency workers cost more and move on sooner, and a child may have to begin again with another.",
    sources=(
        Source(title="Children's social work workforce census", place="agency worker rate, 30 September"),
    ),
    polarity=Polarity.LOWER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="full-time equivalents",
    family="workforce",
    breakdowns=(OnRow(name="team", title="team", column=workers.team),),
    caveats="None is a true nought and is shown. A worker of whom it is not recorded is unknown, and counts as not from an "
    "agency.",
    synonyms=("agency rate", "agency workers"),
    reviewed=date(2026, 11, 26),
    of=workers.rows,
    when=OpenAtEnd(workers.started, workers.ended),
    meeting=workers.is_agency,
    weight=workers.full_time_share,
)

PROGRAMMES = ("frontline", "step_up", "apprenticeship")
ROUTES = (
    ("frontline", "Frontline"),
    ("step_up", "Step Up to Social Work"),
    ("apprenticeship", "Social work apprenticeship"),
)
BY_ROUTE = (
    OnRow(name="route", title="route", column=worker_moves.route, words=ROUTES),
    OnRow(name="team", title="team", column=worker_moves.team),
)
personnel = Source(
    title="The council's personnel records", place="a count of our own: the census does not publish routes"
)

frontline_recruits_count = Count(
    id="frontline_recruits_count",
    title="Social workers who joined by Frontline, Step Up or apprenticeship",
    definition="Workers who joined the council in the period by one of the programmes Frontline, Step Up to Social Work and "
    "the social work apprenticeship. Those who moved into a team from a programme that they had joined are counted apart.",
    why_it_matters="A council that trains its own social workers relies less on agencies.",
    sources=(personnel,),
    polarity=Polarity.CONTEXT,
    unit=Unit.NUMBER,
    counts="recruits",
    family="workforce",
    breakdowns=BY_ROUTE,
    caveats="Most programmes begin in one month of the year, so a year is the period to read. A recruit whose route is not "
    "recorded is not counted, and is unknown.",
    synonyms=("Frontline practitioners", "Step Up recruits", "apprentice social workers"),
    reviewed=date(2026, 11, 26),
    of=worker_moves.rows,
    when=During(worker_moves.moved),
    where=worker_moves.kind == "joined",
    meeting=worker_moves.route.isin(PROGRAMMES),
)

frontline_moves_count = Count(
    id="frontline_moves_count",
    title="Workers who moved into a team from Frontline, Step Up or an apprenticeship",
    definition="Workers who moved into a team in the period from one of the programmes Frontline, Step Up to Social Work "
    "and the social work apprenticeship.",
    why_it_matters="A programme has paid when those whom it trained hold cases in a team.",
    sources=(personnel,),
    polarity=Polarity.CONTEXT,
    unit=Unit.NUMBER,
    counts="workers",
    family="workforce",
    breakdowns=BY_ROUTE,
    caveats="They joined the council earlier, so they are no new recruits.",
    synonyms=("Frontline practitioners moved into teams",),
    reviewed=date(2026, 11, 26),
    of=worker_moves.rows,
    when=During(worker_moves.moved),
    where=worker_moves.kind == "moved",
    meeting=worker_moves.route.isin(PROGRAMMES),
)

INDICATORS = (
    sw_caseload_avg,
    sw_vacancy_pct,
    sw_agency_pct,
    frontline_recruits_count,
    frontline_moves_count,
)
