"""Indicators that no service has, to try the shapes on: enquiries that a conference was not needed for, and others."""

from __future__ import annotations

from datetime import date
from typing import Any

from lineofsight.indicators.breakdowns import ward_at_the_time
from lineofsight.indicators.shapes import Count, Each, Share
from lineofsight.indicators.when import During, OpenAtEnd
from lineofsight.indicators.workforce import cases_over_fte
from lineofsight.readings import Polarity, Unit
from lineofsight.returns.tables import child_protection_plans as plans
from lineofsight.returns.tables import section_47_enquiries as enquiries

WORDS: dict[str, Any] = {
    "id": "made_up",
    "title": "Made up",
    "definition": "Nothing.",
    "why_it_matters": "It does not.",
    "sources": (),
    "polarity": Polarity.CONTEXT,
    "counts": "enquiries",
    "family": "children in need",
    "reviewed": date(2026, 11, 25),
    "breakdowns": (ward_at_the_time,),
}


def share(**changed: Any) -> Share:
    """Of the enquiries begun in the period, those marked as needing no conference."""
    given = {
        "of": enquiries.rows,
        "when": During(enquiries.started),
        "meeting": enquiries.conference_not_required,
    }
    return Share(**{**WORDS, "unit": Unit.PERCENT, **given, **changed})


def count(**changed: Any) -> Count:
    """Enquiries begun in the period."""
    given = {"of": enquiries.rows, "when": During(enquiries.started)}
    return Count(**{**WORDS, "unit": Unit.NUMBER, **given, **changed})


def plan_count(**changed: Any) -> Count:
    """Plans open on the last day of the period."""
    return count(**{"of": plans.rows, "when": OpenAtEnd(plans.started, plans.ended), **changed})


def workers_share(**changed: Any) -> Each:
    """Of the workers in post or with cases, those whom a verdict on their sums meets."""
    by_team = {"unit": Unit.PERCENT, "breakdowns": cases_over_fte.breakdowns}
    return Each(**{**WORDS, **by_team, "measured_by": cases_over_fte, "each": "worker_id", **changed})
