"""The tables of what social care records beside the census: the council's own registers of its daily work.

A time of day stands beside its date as the minute of the day, 0 for midnight to 1439: a whole number is the same on every
engine, and a date without a time stays a date.
"""

from __future__ import annotations

from lineofsight.returns.columns import Clocked, Date, Flag, Span, Table, Text, Whole


class StrategyDiscussions(Table):
    """One row for each strategy discussion that was called for, held or not."""

    title = "Strategy discussions"
    key = ("child_id", "referral_received", "held")
    span = Span(since="referral_received", until="concluded")

    child_id: Text
    referral_received: Date
    referral_received_minute: Whole
    held: Date
    held_minute: Whole
    stood_down: Date
    team: Text
    section_47: Flag
    concluded: Date  # the first of held and stood down; the reader works it out


class Section47Outcomes(Table):
    """One row for each section 47 enquiry in the register, with the day on which it ended and what came of it."""

    title = "Outcomes of section 47 enquiries"
    key = ("child_id", "started")
    span = Span(since="started", until="ended")

    child_id: Text
    started: Clocked
    ended: Clocked
    outcome: Text
    team: Text


class Visits(Table):
    """One row for each visit to a child by a social worker."""

    title = "Visits"
    key = ("child_id", "kind", "visited")
    span = Span(since="visited")

    child_id: Text
    kind: Text
    visited: Date
    seen: Flag
    seen_alone: Flag
    worker_id: Text
    team: Text


class Supervisions(Table):
    """One row for each supervision of a worker; with a child where one case was spoken of."""

    title = "Supervisions"
    key = ("worker_id", "held", "child_id")
    span = Span(since="held")

    worker_id: Text
    held: Date
    kind: Text
    child_id: Text
    team: Text
    supervisor_id: Text


class Contacts(Table):
    """One row for each contact with children's social care about a child, with the decision that was made on it."""

    title = "Contacts"
    key = ("child_id", "received", "contact_id")
    span = Span(since="received", until="decided")

    contact_id: Text
    child_id: Text
    received: Clocked
    received_minute: Whole
    source: Text
    decided: Clocked
    decided_minute: Whole
    outcome: Text
    team: Text


class EarlyHelpEpisodes(Table):
    """One row for each spell of a child in early help."""

    title = "Early help episodes"
    key = ("child_id", "started")
    span = Span(since="started", until="ended")

    child_id: Text
    started: Date
    assessment_completed: Date
    ended: Date
    organisation: Text
    reason: Text
    reason_ended: Text
    worker_id: Text


strategy_discussions = StrategyDiscussions()
section_47_outcomes = Section47Outcomes()
visits = Visits()
supervisions = Supervisions()
contacts = Contacts()
early_help_episodes = EarlyHelpEpisodes()

TABLES: tuple[Table, ...] = (
    strategy_discussions,
    section_47_outcomes,
    visits,
    supervisions,
    contacts,
    early_help_episodes,
)
