"""What figures cannot tell: said in every paper, whatever the figures are."""

from __future__ import annotations

from collections.abc import Sequence

from lineofsight.readings import State
from lineofsight.signals.chart import Chart

ALWAYS = (
    "They count what has been recorded. Work that was done and not typed in yet is missing; what was typed in wrongly is "
    "counted wrongly.",
    "They say how much and how soon, not how well: whether a child is safer or better off is for audits, visits and the "
    "children themselves to say.",
    "They do not say why a figure is what it is. A usual range tells change from chance; it names no cause.",
    "Timeliness figures count what was finished. Those still waiting are counted beside them, as late and still open.",
)


def what_figures_cannot_tell(charts: Sequence[Chart]) -> tuple[str, ...]:
    """The sentences for a paper with these charts: what holds always, and what holds of them."""
    said = list(ALWAYS)
    without = [chart.measure.title for chart in charts if chart.refusal and _has_figures(chart)]
    if without:
        said.append(
            f"{len(without)} of the measures have no usual range, for the reason given with each, so of them nobody can "
            "say whether they changed."
        )
    early = [chart.measure.title for chart in charts if _ends_incomplete(chart)]
    if early:
        said.append(f"Not complete yet, and likely to be revised: {'; '.join(early)}.")
    return tuple(said)


def _has_figures(chart: Chart) -> bool:
    return any(point.value is not None for point in chart.points)


def _ends_incomplete(chart: Chart) -> bool:
    return bool(chart.points) and chart.points[-1].state is State.NOT_COMPLETE_YET
