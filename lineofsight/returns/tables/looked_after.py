"""The tables of the looked-after return, SSDA903."""

from __future__ import annotations

from lineofsight.returns.columns import Clocked, Date, Flag, Span, Table, Text, Whole


class LookedAfterChildren(Table):
    """One row for each child in the looked-after return (its header)."""

    title = "Looked-after children"
    key = ("child_id",)

    child_id: Text
    sex: Text
    born: Date
    ethnicity: Text
    upn: Text
    is_mother: Flag
    childs_birth: Date


class Episodes(Table):
    """One row for each episode of being looked after: one legal status in one placement."""

    title = "Episodes of being looked after"
    key = ("child_id", "started")
    span = Span(since="started", until="ended")

    child_id: Text
    started: Clocked
    reason_started: Text
    legal_status: Text
    need: Text
    placement: Text
    provider: Text
    ended: Date
    reason_ended: Text
    reason_placement_changed: Text
    home_postcode: Text
    placement_postcode: Text
    urn: Text


class LookedAfterReviews(Table):
    """One row for each review of a looked-after child's case."""

    title = "Looked-after reviews"
    key = ("child_id", "review_date")
    span = Span(since="review_date")

    child_id: Text
    born: Date
    review_date: Date
    participation: Text


class UnaccompaniedChildren(Table):
    """One row for each unaccompanied asylum-seeking child."""

    title = "Unaccompanied asylum-seeking children"
    key = ("child_id",)

    child_id: Text
    sex: Text
    born: Date
    status_ceased: Date


class LookedAfterOutcomes(Table):
    """One row for each child looked after for a year or more: health, strengths and difficulties, convictions (OC2)."""

    title = "Outcomes of looked-after children"
    key = ("child_id",)

    child_id: Text
    born: Date
    sdq_score: Whole
    sdq_reason: Text
    convicted: Flag
    health_check: Flag
    immunisations: Flag
    dental_check: Flag
    health_assessment: Flag
    substance_misuse: Flag
    intervention_received: Flag
    intervention_offered: Flag


class CareLeavers(Table):
    """One row for each care leaver, as at a birthday (OC3)."""

    title = "Care leavers"
    key = ("child_id",)

    child_id: Text
    born: Date
    in_touch: Text
    activity: Text
    accommodation: Text


class Adoptions(Table):
    """One row for each child with an adoption decision or match (AD1)."""

    title = "Adoptions"
    key = ("child_id", "decision_date")
    span = Span(since="decision_date")

    child_id: Text
    born: Date
    decision_date: Date
    match_date: Date
    foster_carer_adopted: Flag
    adopters: Whole
    sex_of_adopters: Text
    legal_status_of_adopters: Text


class PlacementsForAdoption(Table):
    """One row for each placement for adoption."""

    title = "Placements for adoption"
    key = ("child_id", "placed")
    span = Span(since="placed", until="ceased")

    child_id: Text
    born: Date
    placed: Date
    ceased: Date
    reason_ceased: Text


class PreviousPermanence(Table):
    """One row for each child's previous permanent arrangement. Its date may be partly known and stays text."""

    title = "Previous permanence"
    key = ("child_id",)

    child_id: Text
    born: Date
    arrangement: Text
    authority: Text
    order_date: Text


class MissingEpisodes(Table):
    """One row for each time that a looked-after child was missing or away without authorisation."""

    title = "Missing episodes"
    key = ("child_id", "started")
    span = Span(since="started", until="ended")

    child_id: Text
    born: Date
    kind: Text
    started: Date
    ended: Date


class SocialWorkerEpisodes(Table):
    """One row for each spell of a social worker with a looked-after child."""

    title = "Social workers of looked-after children"
    key = ("child_id", "worker_id", "started")
    span = Span(since="started", until="ended")

    child_id: Text
    born: Date
    worker_id: Text
    started: Date
    ended: Date
    reason_ended: Text


class DeprivationsOfLiberty(Table):
    """One row for each deprivation of liberty order."""

    title = "Deprivation of liberty orders"
    key = ("child_id", "started")
    span = Span(since="started", until="ended")

    child_id: Text
    born: Date
    started: Date
    ended: Date


looked_after_children = LookedAfterChildren()
episodes = Episodes()
looked_after_reviews = LookedAfterReviews()
unaccompanied_children = UnaccompaniedChildren()
looked_after_outcomes = LookedAfterOutcomes()
care_leavers = CareLeavers()
adoptions = Adoptions()
placements_for_adoption = PlacementsForAdoption()
previous_permanence = PreviousPermanence()
missing_episodes = MissingEpisodes()
social_worker_episodes = SocialWorkerEpisodes()
deprivations_of_liberty = DeprivationsOfLiberty()

TABLES: tuple[Table, ...] = (
    looked_after_children,
    episodes,
    looked_after_reviews,
    unaccompanied_children,
    looked_after_outcomes,
    care_leavers,
    adoptions,
    placements_for_adoption,
    previous_permanence,
    missing_episodes,
    social_worker_episodes,
    deprivations_of_liberty,
)
