"""The tables of a school census as COLLECT names their columns, for pupils on the roll and no longer on it."""

from __future__ import annotations

from functools import partial

from lineofsight.returns.attendance_codes import NO_MARK, attendance_code
from lineofsight.returns.codes import schools
from lineofsight.returns.collect import collect_date, record_id, sessions
from lineofsight.returns.parts import Flaw, Need, Part, ReadColumn, listed
from lineofsight.returns.tables.school_census import census_pupils, census_sessions, census_suspensions
from lineofsight.returns.values import Caution, flag, identifier, sex, trimmed

ON, OFF = "onroll", "nolongeronroll"  # as COLLECT writes the two lists of pupils
ENROLMENT_STATUSES = listed(schools.ENROLMENT_STATUSES)
YEAR_GROUPS = listed(schools.YEAR_GROUPS)
SEN_PROVISIONS = listed(schools.SEN_PROVISIONS)
CATEGORIES = listed(schools.CATEGORIES)
REASONS = listed(schools.EXCLUSION_REASONS)
SERVICE_CHILD = listed(schools.SERVICE_CHILD)

NO_CODE = Caution(
    "attendance_code_missing",
    "The sessions have no attendance code, so what they count as is not known and no figure is given for what they touch.",
    "Make the mark in the register, and export again.",
)
NO_SESSIONS = Caution(
    "sessions_missing",
    "The number of sessions is missing, so no figure is given for what it touches.",
    "Give the number, and export again.",
)
SAYS_NOTHING = Caution(
    "sessions_and_code_missing",
    "The row has neither a code nor a number of sessions.",
    "Remove it, or complete it.",
)


def _pupils(roll: str, name: str, title: str, *own: ReadColumn) -> Part:
    return Part(
        name=name,
        title=title,
        table=census_pupils,
        columns=(
            ReadColumn(f"pupil{roll}tableid", "enrolment", record_id, Need.REQUIRED),
            ReadColumn("upn", "child_id", identifier, Need.TRUSTED, ("Unique pupil number",)),
            ReadColumn("formerupn", "former_upn", identifier),
            ReadColumn("NativeId", "school", identifier, Need.TRUSTED, ("LAESTAB", "School", "estab")),
            ReadColumn("sex", "sex", sex, Need.OPTIONAL, ("gender",)),
            ReadColumn("dob", "born", collect_date, Need.TRUSTED, ("Date of birth", "birthdate")),
            ReadColumn("entrydate", "entered", collect_date),
            ReadColumn("parttime", "is_part_time", flag),
            ReadColumn("language", "language", trimmed),
            ReadColumn("termlysessionspossible", "sessions_possible", sessions, Need.TRUSTED),
            ReadColumn("summerhalfterm2sessionspossible", "half_term_sessions_possible", sessions),
            *own,
        ),
        known_by=(f"pupil{roll}tableid", "upn", "dob", "entrydate"),
        enough=3,
        settle=partial(_on_roll, roll == ON),
    )


def _on_roll(is_on_roll: bool, values: dict[str, object]) -> tuple[Flaw, ...]:  # noqa: FBT001 - bound below
    values["is_on_roll"] = is_on_roll
    return ()


def _sessions(roll: str, half: str, title: str) -> Part:
    table = f"{half}sessiondetails{'onroll' if roll == 'onroll' else 'offroll'}"
    return Part(
        name=table,
        title=title,
        table=census_sessions,
        columns=(
            ReadColumn(f"{table}tableid", "session_record", record_id, Need.REQUIRED),
            ReadColumn(f"pupil{roll}tableid", "enrolment", record_id, Need.REQUIRED),
            ReadColumn("NativeId", "school", identifier, Need.OPTIONAL, ("LAESTAB", "School", "estab")),
            ReadColumn(
                "attendancereason",
                "code",
                attendance_code,
                Need.TRUSTED,
                ("absencereason", "Attendance code"),
            ),
            ReadColumn("sessions", "sessions", sessions, Need.TRUSTED, ("absencesessions",)),
        ),
        known_by=(f"{table}tableid", "attendancereason", "sessions"),
        enough=3,
        settle=partial(_coded, half != "termly", roll == ON),
    )


def _coded(is_half_term: bool, is_on_roll: bool, values: dict[str, object]) -> tuple[Flaw, ...]:  # noqa: FBT001
    values.update(is_half_term=is_half_term, is_on_roll=is_on_roll)
    has_code = values["code"] not in (None, NO_MARK)
    if values["sessions"] is None:
        about, header = (NO_SESSIONS, "sessions") if has_code else (SAYS_NOTHING, "sessions")
        return (Flaw(about=about, holds=not has_code, header=header),)
    return () if has_code else (Flaw(about=NO_CODE, holds=False, header="attendancereason"),)


def _suspensions(roll: str, table: str, title: str) -> Part:
    return Part(
        name=table,
        title=title,
        table=census_suspensions,
        columns=(
            ReadColumn(f"{table}tableid", "suspension_record", record_id, Need.REQUIRED),
            ReadColumn(f"pupil{roll}tableid", "enrolment", record_id, Need.REQUIRED),
            ReadColumn("NativeId", "school", identifier, Need.OPTIONAL, ("LAESTAB", "School", "estab")),
            ReadColumn("startdate", "started", collect_date, Need.REQUIRED, ("exclusionstartdate",)),
            ReadColumn("category", "category", CATEGORIES, Need.REQUIRED, ("exclusioncategory",)),
            ReadColumn("sessions", "sessions", sessions, Need.OPTIONAL, ("exclusionsessions",)),
            ReadColumn("reason1", "reason", REASONS, Need.OPTIONAL, ("reason", "exclusionreason")),
            ReadColumn("reason2", "second_reason", REASONS),
            ReadColumn("reason3", "third_reason", REASONS),
            ReadColumn("senprovision", "sen_provision", SEN_PROVISIONS),
        ),
        known_by=(f"{table}tableid", "startdate", "category"),
        enough=3,
        settle=partial(_on_roll, roll == ON),
    )


PARTS: tuple[Part, ...] = (
    _pupils(
        ON,
        "pupilonroll",
        "School census: pupils on the roll",
        ReadColumn("enrolstatus", "enrolment_status", ENROLMENT_STATUSES),
        ReadColumn("ncyearactual", "year_group", YEAR_GROUPS, Need.OPTIONAL, ("NC year",)),
        ReadColumn("senprovision", "sen_provision", SEN_PROVISIONS),
        ReadColumn("servicechild", "service_child", SERVICE_CHILD),
    ),
    _pupils(
        OFF,
        "pupilnolongeronroll",
        "School census: pupils no longer on the roll",
        ReadColumn("leavingdate", "left_on", collect_date, Need.TRUSTED),
        ReadColumn("ncyearleaving", "year_group", YEAR_GROUPS, Need.OPTIONAL, ("ncyearactual",)),
    ),
    _sessions(ON, "termly", "School census: sessions of the term, pupils on the roll"),
    _sessions(OFF, "termly", "School census: sessions of the term, pupils no longer on the roll"),
    _sessions(
        ON, "summerhalfterm2", "School census: sessions after the summer half term, pupils on the roll"
    ),
    _sessions(
        OFF,
        "summerhalfterm2",
        "School census: sessions after the summer half term, pupils no longer on the roll",
    ),
    _suspensions(
        ON, "termlyexclusionsonroll", "School census: suspensions and exclusions, pupils on the roll"
    ),
    _suspensions(
        OFF,
        "termlyexclusionsoffroll",
        "School census: suspensions and exclusions, pupils no longer on the roll",
    ),
)
