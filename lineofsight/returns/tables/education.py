"""The tables of early years, schools' rolls, alternative provision and what comes after 16."""

from __future__ import annotations

from lineofsight.returns.columns import Date, Flag, Number, Span, Table, Text


class Enrolments(Table):
    """One row for each spell of a child on the roll of a school or at an early-years setting."""

    title = "Enrolments at schools and early-years settings"
    key = ("child_id", "setting", "entered")
    span = Span(since="entered", until="left")

    child_id: Text
    upn: Text
    setting: Text
    urn: Text
    kind: Text  # school or early years
    phase: Text
    governance: Text  # academy, maintained or independent
    enrolment_status: Text
    year_group: Text
    entered: Date
    left: Date


class EarlyYearsSettings(Table):
    """One row for each early-years setting."""

    title = "Early-years settings"
    key = ("setting",)

    setting: Text
    urn: Text
    kind: Text
    ward: Text
    opened: Date
    closed: Date


class AlternativePlaces(Table):
    """One row for each spell of a pupil in a place of alternative provision."""

    title = "Places in alternative provision"
    key = ("child_id", "provider", "started")
    span = Span(since="started", until="ended")

    child_id: Text
    provider: Text
    urn: Text
    kind: Text
    reason: Text
    full_time: Flag
    hours_a_week: Number
    started: Date
    ended: Date


class Courses(Table):
    """One row for each course that a young person began after 16."""

    title = "Courses after 16"
    key = ("child_id", "course", "started")
    span = Span(since="started", until="ended")

    child_id: Text
    uln: Text
    provider: Text
    course: Text
    kind: Text
    level: Text
    started: Date
    planned_end: Date
    ended: Date
    outcome: Text


class Activities(Table):
    """One row for each spell of a young person in an activity after 16, as the client caseload system holds them."""

    title = "Activities after 16"
    key = ("child_id", "started")
    span = Span(since="started", until="ended")

    child_id: Text
    upn: Text
    born: Date
    sex: Text
    activity: Text
    activity_code: Text  # the system's own code, as it stands
    sen: Text
    started: Date
    reviewed_by: Date
    ended: Date
    aged_16_from: (
        Date  # 1 September from which the young person is of academic age 16; the reader works it out
    )
    aged_18_from: Date  # 1 September two years later


class LeaverDestinations(Table):
    """One row for each pupil who was in a state school at 15, with the day of entering higher education, if any."""

    title = "Destinations of pupils aged 15"
    key = ("child_id",)

    child_id: Text
    upn: Text
    born: Date
    sex: Text
    school: Text
    free_meals: Flag
    sen: Text
    destination: Text
    entered_higher_education: Date
    aged_19_until: Date  # the last day of the school year in which the person is 19; the reader works it out


enrolments = Enrolments()
early_years_settings = EarlyYearsSettings()
alternative_places = AlternativePlaces()
courses = Courses()
activities = Activities()
leaver_destinations = LeaverDestinations()

TABLES: tuple[Table, ...] = (
    enrolments,
    early_years_settings,
    alternative_places,
    courses,
    activities,
    leaver_destinations,
)
