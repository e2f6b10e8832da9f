"""The pupil tables of the school census, each row with the census that it stands in."""

from __future__ import annotations

from lineofsight.returns.columns import Date, Flag, Table, Text, Whole


class CensusPupils(Table):
    """One row for each enrolment in a school census, on the roll or no longer on it."""

    title = "Pupils in the school census"
    key = ("census", "is_on_roll", "enrolment")  # a pupil who left and came back may stand in both lists

    census: Text  # "2024 autumn": the term in which it was taken
    attended_since: Date  # the term before, whose attendance it holds
    attended_until: Date
    enrolment: Text  # the record's own identifier: a pupil at two schools is two
    child_id: Text  # the unique pupil number
    former_upn: Text
    school: Text
    sex: Text
    born: Date
    entered: Date
    left_on: Date
    is_on_roll: Flag
    enrolment_status: Text
    is_part_time: Flag
    year_group: Text
    sen_provision: Text
    language: Text
    service_child: Text
    sessions_possible: Whole
    half_term_sessions_possible: Whole


class CensusSessions(Table):
    """One row for each number of sessions with one attendance code in an enrolment's term."""

    title = "Sessions of absence in the school census"
    key = ("census", "session_record")

    census: Text
    attended_since: Date
    attended_until: Date
    session_record: Text
    is_on_roll: Flag
    enrolment: Text
    school: Text
    code: Text
    sessions: Whole
    is_half_term: Flag  # the second half of the summer term, which the autumn census holds apart


class CensusSuspensions(Table):
    """One row for each suspension or permanent exclusion in a school census."""

    title = "Suspensions and permanent exclusions in the school census"
    key = ("census", "suspension_record")

    census: Text
    suspension_record: Text
    is_on_roll: Flag
    enrolment: Text
    school: Text
    started: Date
    category: Text
    sessions: Whole
    reason: Text  # the first of up to three: totals over all three exceed the number of suspensions
    second_reason: Text
    third_reason: Text
    sen_provision: Text


census_pupils = CensusPupils()
census_sessions = CensusSessions()
census_suspensions = CensusSuspensions()

TABLES: tuple[Table, ...] = (census_pupils, census_sessions, census_suspensions)
