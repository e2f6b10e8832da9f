"""An invented paper: fourteen measures of every kind, with hidden cells, gaps, refusals and long titles."""

from __future__ import annotations

import random
from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from statistics import mean

from lineofsight.papers.cells import Cell, DataTable, hidden, label, not_available, shown
from lineofsight.papers.charts.periods import short_name
from lineofsight.papers.model import (
    Fact,
    Line,
    LoadRow,
    Mark,
    MeasurePart,
    Paper,
    Plot,
    Provenance,
    SourceFile,
    protected,
)
from lineofsight.readings import Measure, MeasureType, Polarity, State, Unit
from lineofsight.signals.chart import Assurance, Baseline, Chart, ChartKind, Point, Signal, Target

SECRET = 4_737_371  # no form may hold it: it stands behind every hidden cell
LAST = date(2026, 9, 30)


def months(count: int) -> list[tuple[date, date]]:
    """Return the first and last days of the months up to the last one, oldest first."""
    found = []
    year, month = LAST.year, LAST.month
    for _ in range(count):
        found.append((date(year, month, 1), date(year, month, monthrange(year, month)[1])))
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return found[::-1]


@dataclass
class Kind:
    """What the sample knows of a measure."""

    id: str
    title: str
    counts: str
    type: MeasureType
    unit: Unit
    level: float
    size: int = 0
    polarity: Polarity = Polarity.HIGHER_IS_BETTER
    family: str = "children in need"
    read_with: str | None = None
    periods: int = 60
    target: float | None = None
    shift: float = 0.0
    hide: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()
    refusal: str = ""
    companion: str = ""
    breakdowns: tuple[str, ...] = ("Ward",)
    signals: dict[int, Signal] = field(default_factory=dict)


KINDS = (
    Kind(
        "icpc_15wd_pct", "Initial child protection conferences held within 15 working days", "conferences",
        MeasureType.PROPORTION, Unit.PERCENT, 0.78, 38, target=85, read_with="icpc_overdue_open",
        companion="Late and still open: 7 conferences, the longest 9 working days over. Read the two together.",
        breakdowns=("Ward", "Team", "Age band"),
    ),
    Kind(
        "icpc_overdue_open", "Initial child protection conferences late and still open", "conferences",
        MeasureType.STOCK_PROPORTION, Unit.PERCENT, 0.2, 36, polarity=Polarity.LOWER_IS_BETTER, hide=(3, 4, 41),
        read_with="icpc_15wd_pct", refusal="A stock on the last day has no limits: each month holds most of the month before.",
    ),
    Kind(
        "s47_nfa_pct", "Section 47 enquiries that ended with no further action", "enquiries",
        MeasureType.PROPORTION, Unit.PERCENT, 0.34, 96, polarity=Polarity.CONTEXT,
    ),
    Kind(
        "rereferral_12m_pct", "Referrals within 12 months of an earlier referral", "referrals",
        MeasureType.PROPORTION, Unit.PERCENT, 0.22, 410, polarity=Polarity.LOWER_IS_BETTER, shift=0.05,
        breakdowns=("Ward", "Age band"),
    ),
    Kind(
        "cpp_rate", "Children who are the subject of a child protection plan", "children", MeasureType.STOCK_RATE,
        Unit.PER_10_000, 51.3, 99_800, polarity=Polarity.CONTEXT,
        refusal="A stock on the last day has no limits: each month holds most of the month before.",
    ),
    Kind(
        "cla_rate", "Children looked after", "children", MeasureType.STOCK_RATE, Unit.PER_10_000, 68.2, 99_800,
        polarity=Polarity.CONTEXT, family="looked-after children",
        refusal="A stock on the last day has no limits: each month holds most of the month before.",
        breakdowns=("Ward", "Age band"),
    ),
    Kind(
        "cla_kinship_foster_pct", "Looked-after children placed with foster carers who are relatives or friends",
        "children", MeasureType.STOCK_PROPORTION, Unit.PERCENT, 0.17, 681, family="looked-after children",
        refusal="A stock on the last day has no limits: each month holds most of the month before.",
    ),
    Kind(
        "cla_ifa_count", "Children placed with an independent fostering agency", "children", MeasureType.STOCK,
        Unit.NUMBER, 203, polarity=Polarity.LOWER_IS_BETTER, family="looked-after children", breakdowns=(),
        refusal="A stock on the last day has no limits: each month holds most of the month before.",
    ),
    Kind(
        "iha_20wd_pct", "Initial health assessments completed within 20 working days of becoming looked after",
        "assessments", MeasureType.PROPORTION, Unit.PERCENT, 0.62, 24, target=90, family="looked-after children",
        missing=(12, 13, 14), hide=(20, 33, 47), read_with="iha_overdue_open",
        companion="Late and still open: hidden, 1 to 5 children. Read the two together.",
    ),
    Kind(
        "iha_overdue_open", "Initial health assessments late and still open", "children", MeasureType.STOCK_PROPORTION,
        Unit.PERCENT, 0.3, 22, polarity=Polarity.LOWER_IS_BETTER, family="looked-after children", hide=(57, 58, 59),
        periods=9, refusal="Nine months are too few for a usual range; 13 are needed.", breakdowns=(),
    ),
    Kind(
        "sw_caseload_avg", "Average caseload of children and family social workers", "cases", MeasureType.MEAN,
        Unit.CASES_PER_FTE, 17.4, 160, polarity=Polarity.LOWER_IS_BETTER, family="workforce", target=16,
        refusal="A stock on the last day has no limits: each month holds most of the month before.",
        breakdowns=("Team",),
    ),
    Kind(
        "ehcp_20w_exc_pct", "Education, health and care plans issued within 20 weeks, without the cases for which the "
        "Regulations allow an exception to the time limit", "plans", MeasureType.PROPORTION, Unit.PERCENT, 0.24, 96,
        family="special educational needs", read_with="ehcp_overdue_open", target=60,
        signals={59: Signal.ABOVE},
        companion="Late and still open: 212 children, the longest 61 weeks over. Read the two together.",
    ),
    Kind(
        "ehcp_overdue_open", "Education, health and care plans late and still open", "children",
        MeasureType.STOCK_PROPORTION, Unit.PERCENT, 0.52, 408, polarity=Polarity.LOWER_IS_BETTER,
        family="special educational needs", breakdowns=(),
        refusal="A stock on the last day has no limits: each month holds most of the month before.",
    ),
    Kind(
        "pex_confirmed_count", "Permanent exclusions confirmed", "exclusions", MeasureType.COUNT, Unit.NUMBER, 7.5,
        polarity=Polarity.LOWER_IS_BETTER, family="exclusions", missing=(10, 11, 22, 23, 34, 35, 46, 47, 58),
        signals={31: Signal.NEAR_HIGH, 33: Signal.ABOVE}, breakdowns=("Ward",),
    ),
)  # fmt: skip

WARDS = (
    "Almondbury", "Ashbrow", "Batley East", "Batley West", "Birstall and Birkenshaw", "Cleckheaton",
    "Colne Valley East", "Colne Valley West", "Crosland Moor", "Dalton", "Denby Dale", "Dewsbury East",
    "Dewsbury South", "Dewsbury West", "Greenhead", "Heckmondwike", "Holme Valley North", "Holme Valley South",
    "Kirkburton", "Lindley", "Liversedge and Gomersal", "Mirfield", "Netherton and Newsome",
)  # fmt: skip
GROUPS = {
    "Ward": WARDS,
    "Team": tuple(f"Assessment and intervention team {number}" for number in range(1, 10)),
    "Age band": ("Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and 17", "Not recorded"),
}


def _amounts(kind: Kind, draw: random.Random, index: int) -> tuple[float, float | None]:
    level = kind.level + (kind.shift if index > kind.periods - 8 else 0)
    if kind.unit is Unit.PERCENT:
        size = max(5, round(draw.gauss(kind.size, kind.size**0.5)))
        return sum(draw.random() < level for _ in range(size)), size
    if kind.unit is Unit.PER_10_000:
        return round(level * kind.size / 10_000 + draw.gauss(0, 9) + index / 3), kind.size
    if kind.unit is Unit.CASES_PER_FTE:
        return round(kind.size * level + draw.gauss(0, 60)), kind.size
    return max(0, round(draw.gauss(level, level**0.5))), None


def _value(kind: Kind, numerator: float, denominator: float | None) -> float:
    scale = {Unit.PERCENT: 100, Unit.PER_10_000: 10_000}.get(kind.unit, 1)
    return numerator if denominator is None else scale * numerator / denominator


def _points(kind: Kind) -> list[Point]:
    draw = random.Random(kind.id)
    points = []
    for index, (start, end) in enumerate(months(kind.periods)):
        numerator, denominator = _amounts(kind, draw, index)
        absent = index in kind.missing
        points.append(
            Point(
                period_start=start,
                period_end=end,
                numerator=None if absent else numerator,
                denominator=None if absent else denominator,
                value=None if absent else _value(kind, numerator, denominator),
                unknown=0 if absent else draw.choice((0, 0, 0, 1, 2)),
                open=0 if absent else draw.choice((0, 0, 3, 6)),
                state=State.NOT_AVAILABLE
                if absent
                else State.NOT_COMPLETE_YET
                if index >= kind.periods - 2 and kind.id == "s47_nfa_pct"
                else State.COMPLETE,
                signal=kind.signals.get(index),
            )
        )
    return points


def _limited(kind: Kind, points: list[Point]) -> tuple[list[Point], Baseline | None]:
    if kind.refusal:
        return points, None
    first = [point.value for point in points[:20] if point.value is not None]
    centre = mean(first)
    limited = []
    for point in points:
        size = point.denominator or kind.size
        spread = 300 * (centre / 100 * (1 - centre / 100) / size) ** 0.5 if size else 3 * centre**0.5
        top = 100.0 if size else centre * 9
        limited.append(
            replace(point, centre=centre, lower=max(0, centre - spread), upper=min(top, centre + spread))
        )
    return limited, Baseline(first=points[0].period_end, last=points[19].period_end, points=20, centre=centre)


def plot(kind: Kind, secret: float = SECRET) -> Plot:
    """Return the measure's protected plot; a hidden period held the secret before it was protected."""
    points, baseline = _limited(kind, _points(kind))
    held = [index - 60 + kind.periods for index in kind.hide]
    for index in held:
        points[index] = replace(points[index], numerator=secret, denominator=secret + 1, value=float(secret))
    chart = Chart(
        measure=Measure(
            id=kind.id, title=kind.title, unit=kind.unit, polarity=kind.polarity, measure_type=kind.type,
            counts=kind.counts, family=kind.family, read_with=kind.read_with,
        ),
        kind=ChartKind.LINE if kind.refusal else ChartKind.P_PRIME,
        period_kind="month",
        points=tuple(points),
        baseline=baseline,
        refusal=kind.refusal or None,
        target=(kind.target
        and Target(
            value=kind.target, set_by="Improvement Board", since=date(2025, 4, 1),
            at_least=kind.polarity is Polarity.HIGHER_IS_BETTER,
        ))
        or None,
        assurance=Assurance.MISSED if kind.target else None,
        sentence=sentence(kind, points[-1], secret=bool(held) and held[-1] == kind.periods - 1),
    )  # fmt: skip
    return protected(chart, {points[index].period_end for index in held})


def sentence(kind: Kind, point: Point, *, secret: bool) -> str:
    """Return a sentence as the wording would."""
    if secret:
        return "September 2026 is hidden to protect children: it counts 1 to 5 children."
    if point.value is None:
        return "September 2026 is not available."
    if kind.unit is Unit.PERCENT:
        said = f"{point.value:.0f}% ({point.numerator:.0f} of {point.denominator:.0f}) in September 2026."
    elif point.denominator is None:
        said = f"{point.numerator:.0f} {kind.counts} in September 2026."
    else:
        said = f"{point.value:.1f} {kind.unit} ({point.numerator:,.0f} {kind.counts}) on 30 September 2026."
    if point.signal:
        return f"{said[:-1]}, {point.signal} of {point.lower:.0f}% to {point.upper:.0f}%. A result this far out would be rare if nothing had changed. The data cannot say why."
    if point.upper is not None:
        return f"{said} Within its usual range of {point.lower:.0f} to {point.upper:.0f}; no sign of change."
    return said


def _cells(kind: Kind, point: Point, secret: bool) -> tuple[Cell, ...]:
    if secret:
        return (hidden("it counts 1 to 5 children"),) * 3 if kind.unit is not Unit.NUMBER else (hidden(),)
    if point.value is None:
        return (not_available("no file was loaded for this month"),) * (1 if kind.unit is Unit.NUMBER else 3)
    count = shown(f"{point.numerator:,.0f}", point.numerator)
    if kind.unit is Unit.NUMBER:
        return (count,)
    text = f"{point.value:.0f}%" if kind.unit is Unit.PERCENT else f"{point.value:.1f}"
    return (count, shown(f"{point.denominator:,.0f}", point.denominator), shown(text, round(point.value, 1)))


def _header(kind: Kind) -> tuple[str, ...]:
    value = {Unit.PERCENT: "Share", Unit.PER_10_000: "Rate", Unit.CASES_PER_FTE: "Mean"}.get(kind.unit)
    return (kind.counts.capitalize(), "Of", value) if value else (kind.counts.capitalize(),)


def data(kind: Kind, drawn: Plot) -> DataTable:
    """Return the table of the chart's figures."""
    rows = tuple(
        (
            label(short_name(point, "month"), point.period_end.isoformat()),
            *_cells(kind, point, point.period_end in drawn.hidden),
        )
        for point in reversed(drawn.chart.points)
    )
    return DataTable(
        caption=f"{kind.title}, by month",
        header=("Month", *_header(kind)),
        rows=rows,
        note="3 conferences in these months have no date of the strategy discussion and are counted as unknown.",
    )


def breakdown(kind: Kind, by: str) -> DataTable:
    """Return a table of one breakdown, with small groups hidden."""
    draw = random.Random(kind.id + by)
    rows = []
    for group in GROUPS[by]:
        size = draw.randint(1, 30)
        count = draw.randint(0, size)
        point = Point(
            period_start=date(2026, 9, 1),
            period_end=LAST,
            numerator=count,
            denominator=size,
            value=_value(kind, count, size),
            unknown=0,
            open=0,
            state=State.COMPLETE,
        )
        rows.append((label(group), *_cells(kind, point, 1 <= count <= 5 or 1 <= size - count <= 5)))
    return DataTable(
        caption=f"{kind.title}, by {by.lower()}, September 2026",
        header=(by, *_header(kind)),
        rows=tuple(rows),
    )


FACTS = (
    Fact(
        label="Definition",
        text="Of the initial conferences held in the period, the share held no more than 15 working days after the strategy discussion that began the section 47 enquiry.",
    ),
    Fact(label="Why it matters", text="A child at risk of significant harm should not wait for a plan."),
    Fact(
        label="Clock",
        text="Starts on the day of the strategy discussion, which is day 0; stops on the day the conference is held. Working days in England.",
    ),
    Fact(
        label="Source",
        text="Working Together to Safeguard Children 2023, chapter 3; CIN census guide 2025 to 2026, N00103.",
    ),
    Fact(
        label="What is not counted",
        text="Conferences still waiting to be held; transfer-in conferences; reviews.",
    ),
    Fact(
        label="How late the data is",
        text="Loaded on 6 October 2026, 6 days after the period’s end. In the last year a month’s figure changed by at most 2 points afterwards.",
    ),
    Fact(
        label="Worked example",
        text="A conference on the fifteenth working day is in time. A discussion on 2 September 2024 and a conference on 23 September 2024 is in time; 24 September 2024 is not.",
    ),
)


def part(kind: Kind, secret: float = SECRET) -> MeasurePart:
    """Return the measure in full."""
    drawn = plot(kind, secret)
    return MeasurePart(
        id=kind.id,
        title=kind.title,
        sentences=(
            drawn.chart.sentence,
            *(
                ("Target: at least 85%, set by the Improvement Board. On present performance most months will miss it.",)
                if kind.target
                else ()
            ),
        ),
        plot=drawn,
        data=data(kind, drawn),
        facts=FACTS,
        status="Month · complete · loaded 6 October 2026",
        companion=kind.companion,
        breakdowns=tuple(breakdown(kind, by) for by in kind.breakdowns),
    )  # fmt: skip


def line(kind: Kind, mark: Mark, secret: float = SECRET) -> Line:
    """Return the measure as a line of the first page."""
    drawn = plot(kind, secret)
    return Line(
        measure=kind.id,
        title=kind.title,
        sentences=(drawn.chart.sentence,),
        mark=mark,
        plot=drawn,
        companion=kind.companion,
    )


def sample(*, only: tuple[str, ...] = (), secret: float = SECRET, **changes: object) -> Paper:
    """Return the whole paper, or one of some measures, with any field changed."""
    by_id = {kind.id: kind for kind in KINDS if not only or kind.id in only}
    absent = ("iha_overdue_open",)
    flagged = ("ehcp_20w_exc_pct",)
    unclear = ("rereferral_12m_pct",)
    others = [kind for kind in by_id.values() if kind.id not in {*absent, *flagged, *unclear}]
    within = [kind for kind in others if not kind.refusal]
    paper = Paper(
        title="Children’s services: performance to 30 September 2026",
        for_body="Children's Scrutiny Panel",
        meeting_date=date(2026, 10, 16),
        council="Calderbeck Council",
        period_label="September 2026",
        period_end=LAST,
        changed=(
            *(line(by_id[one], Mark.ABOVE, secret) for one in flagged if one in by_id),
            *(line(by_id[one], Mark.CANNOT_TELL, secret) for one in unclear if one in by_id),
        ),
        within=tuple(line(kind, Mark.WITHIN, secret) for kind in within),
        no_range=tuple(line(kind, Mark.NO_RANGE, secret) for kind in others if kind.refusal),
        not_available=tuple(
            replace(line(by_id[one], Mark.NOT_AVAILABLE, secret), companion="") for one in absent
            if one in by_id
        ),
        budget_sentence="Of 14 measures, expect none or one flag in a month by chance. This month there is 1.",
        measures=tuple(part(kind, secret) for kind in by_id.values()),
        cannot_tell=(
            "Why a figure changed. The data count events; they do not hold their causes.",
            "Whether children are safer. Timeliness says when something happened, not whether it helped.",
            "Children who are not known to the service.",
        ),
        protection=(
            "Counts of 1 to 5, and shares that would reveal one, are hidden and shown as c. Zeros are shown.",
            "Where one hidden figure could be worked out by subtraction, another is hidden with it.",
            "Exclusions follow the Department for Education’s own rule, which hides no count, as the council decided.",
        ),
        provenance=Provenance(
            run="2026-10-06-0001",
            engine="DuckDB 1.5.4",
            version="0.1.0",
            made_on=date(2026, 10, 6),
            loads=tuple(
                LoadRow(
                    load=f"load-{number:04}",
                    return_name=name,
                    key=key,
                    files=tuple(SourceFile(name=file, sha256=sha256(file.encode()).hexdigest()) for file in files),
                )
                for number, (name, key, files) in enumerate(
                    (
                        ("cin", "2026", ("cin_2026-09.xml",)),
                        ("ssda903", "2026", ("header.csv", "episodes.csv", "reviews.csv", "uasc.csv")),
                        ("ehc requests", "2026-09", ("ehc_requests_2026-09.xlsx",)),
                        ("exclusions register", "2026-09", ("exclusions_2026-09.csv",)),
                    ),
                    start=17,
                )
            ),
        ),
    )  # fmt: skip
    return replace(paper, **changes)  # type: ignore[arg-type]
