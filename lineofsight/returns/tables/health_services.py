"""The table of what health services do for the council's children, and tell it of."""

from __future__ import annotations

from lineofsight.returns.columns import Date, Span, Table, Text


class HealthReferrals(Table):
    """One row for each referral to a mental health or neurodevelopmental service, to the first contact that was kept."""

    title = "Referrals to mental health and neurodevelopmental services"
    key = ("referral_id",)
    span = Span(since="received", until="closed")

    referral_id: Text
    child_id: Text
    born: Date
    sex: Text
    home_ward: Text
    service: Text
    pathway: Text
    team: Text
    source: Text
    received: Date
    outcome: Text
    first_contact: Date
    closed: Date


health_referrals = HealthReferrals()

TABLES: tuple[Table, ...] = (health_referrals,)
