"""School census tables as COLLECT exports them: dates in letters, numbers with a point, and a term in the name alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lineofsight.returns.collect import collect_date
from lineofsight.returns.problems import FileRefusedError, Severity
from lineofsight.returns.school_census import SCHOOL_CENSUS, census_named
from lineofsight.returns.school_census_parts import PARTS
from lineofsight.returns.tables import census_pupils, census_sessions, census_suspensions
from lineofsight.returns.values import UnreadableError
from tests.unit.returns.files import Read, csv_file, read

PUPILS = (
    "pupilonrolltableid,NativeId,dob,surname,upn,sex,entrydate,parttime,termlysessionspossible,enrolstatus,ncyearactual,"
    "senprovision"
)
SESSIONS = "pupilonrolltableid,NativeId,termlysessiondetailsonrolltableid,sourceid,sessions,attendancereason"
SUSPENSIONS = (
    "pupilnolongeronrolltableid,NativeId,termlyexclusionsoffrolltableid,startdate,sessions,reason1,reason2,reason3,"
    "category,senprovision"
)


def of(tmp_path: Path, header: str, *rows: str) -> Read:
    return read(csv_file(tmp_path, "\n".join([header, *rows, ""])))


def worth_a_look(found: Read) -> list[str]:
    """The problems but for columns that are not read, or not there."""
    return [p.rule for p in found.problems if p.rule not in ("column_ignored", "column_missing")]


def test_a_clean_pupil_is_read_whole_and_without_the_name(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        PUPILS,
        "0002e817-8ca,SCH7,2020-Apr-25 00:00:00,SMITH,A1,M,2023-Feb-03 00:00:00,True,134.0,C,R,K",
    )
    assert (found.return_, found.part) == (SCHOOL_CENSUS, "pupilonroll")
    (pupil,) = found.kept
    assert pupil["enrolment"] == "0002e817-8ca"
    assert (pupil["born"], pupil["entered"]) == (date(2020, 4, 25), date(2023, 2, 3))
    assert (pupil["sessions_possible"], pupil["is_part_time"], pupil["is_on_roll"]) == (134, True, True)
    assert "SMITH" not in str(found.rows)
    assert worth_a_look(found) == []


def test_a_pupil_without_a_number_or_sessions_is_kept_and_one_without_a_record_is_held(
    tmp_path: Path,
) -> None:
    found = of(tmp_path, PUPILS, "a,SCH7,,,,,,,,,,", ",SCH7,2020-Apr-25,,A1,M,,,10,,,")
    assert [row.held for row in found.rows] == [False, True]
    assert found.kept[0]["sessions_possible"] is None
    assert found.only("value_missing").column == "pupilonrolltableid"


def test_codes_that_no_list_has_are_kept_with_a_warning(tmp_path: Path) -> None:
    found = of(tmp_path, PUPILS, "a,SCH7,,,A1,M,,,10,Q,15,9")
    assert (found.kept[0]["enrolment_status"], found.kept[0]["year_group"]) == ("Q", "15")
    assert found.rules().count("code_unknown") == 3


def test_a_date_of_birth_that_cannot_be_read_holds_the_row(tmp_path: Path) -> None:
    found = of(
        tmp_path, PUPILS, "a,SCH7,2020-Foo-25 00:00:00,,A1,M,,,10,,,", "b,SCH7,2023-Feb-29,,A2,M,,,10,,,"
    )
    assert found.held == [2, 3]
    assert {p.column for p in found.problems if p.severity is Severity.HELD} == {"dob"}


def test_a_pupil_who_left_says_when(tmp_path: Path) -> None:
    header = "pupilnolongeronrolltableid,NativeId,dob,upn,entrydate,leavingdate,termlysessionspossible,ncyearleaving"
    found = of(tmp_path, header, "a,SCH7,2012-Jan-21,A1,2023-Sep-01,2024-Jun-03,12,7")
    assert found.part == "pupilnolongeronroll"
    assert (found.kept[0]["left_on"], found.kept[0]["is_on_roll"]) == (date(2024, 6, 3), False)


def test_sessions_are_read_by_their_code_and_a_record_in_hexadecimal_is_no_number(tmp_path: Path) -> None:
    found = of(tmp_path, SESSIONS, "12e45678,SCH7,1e2,x,10.0,i", "b,SCH7,t2,x,0,\\", "b,SCH7,t3,x,2,Y1")
    assert [(row["enrolment"], row["code"], row["sessions"]) for row in found.kept] == [
        ("12e45678", "I", 10),
        ("b", "\\", 0),
        ("b", "Y1", 2),
    ]
    assert worth_a_look(found) == []
    assert not found.kept[0]["is_half_term"]


@pytest.mark.parametrize(
    ("code", "rule"),
    [("", "attendance_code_missing"), ("-", "attendance_code_missing"), ("F", "code_unknown")],
)
def test_sessions_without_a_code_or_with_an_unknown_one_are_kept_and_told(
    tmp_path: Path, code: str, rule: str
) -> None:
    found = of(tmp_path, SESSIONS, f"a,SCH7,t1,x,10,{code}")
    assert found.kept[0]["sessions"] == 10
    assert found.only(rule).column == "attendancereason"


def test_a_code_without_sessions_is_kept_and_told_and_a_row_with_neither_is_held(tmp_path: Path) -> None:
    found = of(tmp_path, SESSIONS, "a,SCH7,t1,x,,I", "a,SCH7,t2,x,,")
    assert [row.held for row in found.rows] == [False, True]
    assert found.only("sessions_missing").row == 2
    assert found.only("sessions_and_code_missing").row == 3


def test_fewer_than_no_sessions_hold_the_row(tmp_path: Path) -> None:
    assert of(tmp_path, SESSIONS, "a,SCH7,t1,x,-1,I", "a,SCH7,t1,x,1.5,I").held == [2, 3]


def test_the_second_half_of_the_summer_term_is_told_apart(tmp_path: Path) -> None:
    header = SESSIONS.replace("termlysession", "summerhalfterm2session")
    found = of(tmp_path, header, "a,SCH7,t1,x,10,I")
    assert found.part == "summerhalfterm2sessiondetailsonroll"
    assert found.kept[0]["is_half_term"]


def test_suspensions_have_their_date_category_and_up_to_three_reasons(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        SUSPENSIONS,
        "a,SCH8,s1,2024-Sep-09 00:00:00,10.0,PP,,RA,PERM,N",
        "a,SCH8,s2,2024-Dec-07 00:00:00,2,DB,,,FIXD,",
        "a,SCH8,s3,2024-Dec-08 00:00:00,1,ZZ,,,LUNCH,",
        "a,SCH8,s4,,1,DB,,,SUSP,",
    )
    assert [(row["started"], row["category"], row["third_reason"]) for row in found.kept] == [
        (date(2024, 9, 9), "PERM", "RA"),
        (date(2024, 12, 7), "SUSP", None),  # FIXD: the older word
        (date(2024, 12, 8), "LUNCH", None),
    ]
    assert found.held == [5]
    assert found.rules().count("code_unknown") == 2


def test_a_header_without_rows_is_told(tmp_path: Path) -> None:
    assert of(tmp_path, SESSIONS).only("no_rows")


@pytest.mark.parametrize(
    ("key", "name", "found"),
    [
        (None, "2024_autumn_pupilonroll.csv", "2024-autumn"),
        (None, "2025_summer_acad_pupilonroll.csv", "2025-summer acad"),
        (None, "2025_SPRING_la_termlysessiondetailsonroll.csv", "2025-spring la"),
        (None, "pupils Autumn 2024.csv", "2024-autumn"),
        ("2023-spring", "2024_autumn_pupilonroll.csv", "2023-spring"),
        ("2023-24", "2024_autumn_pupilonroll.csv", "2024-autumn"),  # the key of another return's files
    ],
)
def test_the_term_is_in_the_key_or_in_the_name(key: str | None, name: str, found: str) -> None:
    assert census_named(key, name).key == found


@pytest.mark.parametrize(
    "name", ["pupilonroll.csv", "2024_pupilonroll.csv", "autumn.csv", "12024_autumn.csv", "20245_autumn.csv"]
)
def test_a_name_that_does_not_tell_the_term_is_refused_with_what_to_do(name: str) -> None:
    with pytest.raises(FileRefusedError, match="does not say which census") as refused:
        census_named(None, name)
    assert refused.value.rule == "term_unknown"
    assert "--key" in refused.value.remedy


def test_a_census_covers_the_term_whose_attendance_it_holds() -> None:
    told = census_named("2025-spring", "x.csv")
    assert (told.covers.since, told.covers.until) == (date(2024, 9, 1), date(2024, 12, 31))
    assert told.shared["census"] == "2025-spring"


@pytest.mark.parametrize("text", ["2025-Feb-30 00:00:00", "2025-Foo-01", "45385", "Feb 2025"])
def test_a_date_that_is_none_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableError):
        collect_date(text)


@pytest.mark.parametrize("text", ["2025-Feb-14 00:00:00", "2025-feb-14", "14/02/2025", "2025-02-14"])
def test_a_date_is_read_in_each_of_its_forms(text: str) -> None:
    assert collect_date(text) == date(2025, 2, 14)


def test_every_column_of_the_tables_is_filled_by_a_part_or_by_the_census_that_it_is_in() -> None:
    by_the_census = {"census", "attended_since", "attended_until", "is_on_roll", "is_half_term"}
    for table in (census_pupils, census_sessions, census_suspensions):
        filled = {column.to for part in PARTS if part.table is table for column in part.columns}
        assert filled | by_the_census >= set(table.columns), table.name
