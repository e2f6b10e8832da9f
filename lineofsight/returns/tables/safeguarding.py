"""The tables that the Standard Safeguarding Dataset fills and no other return does."""

from __future__ import annotations

from lineofsight.returns.columns import Date, Number, Span, Table, Text


class Placements(Table):
    """One row for each placement of a looked-after child, as the case system holds it."""

    title = "Placements of looked-after children"
    key = ("placement_id",)
    span = Span(since="started", until="ended")

    placement_id: Text
    child_id: Text
    started: Date
    placement: Text
    urn: Text
    distance: Number  # from home, in miles
    provider: Text
    postcode: Text
    ended: Date
    reason_ended: Text


class LegalStatuses(Table):
    """One row for each spell of a child under one legal status."""

    title = "Legal statuses of looked-after children"
    key = ("child_id", "legal_status", "started")
    span = Span(since="started", until="ended")

    child_id: Text
    legal_status: Text
    started: Date
    ended: Date


class Involvements(Table):
    """One row for each spell of a worker with a child, in whatever role."""

    title = "Workers' involvements with children"
    key = ("child_id", "worker_id", "role", "started")
    span = Span(since="started", until="ended")

    child_id: Text
    worker_id: Text
    role: Text
    team: Text
    started: Date
    ended: Date
    reason_ended: Text


class Teams(Table):
    """One row for each team, with the one that it belongs to."""

    title = "Teams"
    key = ("team_id",)

    team_id: Text
    team: Text
    parent_id: Text
    parent: Text


placements = Placements()
legal_statuses = LegalStatuses()
involvements = Involvements()
teams = Teams()

TABLES: tuple[Table, ...] = (placements, legal_statuses, involvements, teams)
