"""SEN2 as CSV: a system's own files and COLLECT's fill the same tables, row for row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lineofsight.returns.problems import Severity
from lineofsight.returns.sen2_csv import COLLECTS, OWN, PARTS
from tests.unit.returns.files import Read, csv_file, read

REQUESTS = "Requests Record ID,Person ID,Date Request Was Received,Initial Request Whilst In RYA,Request Outcome Date,Request Outcome,Request Mediation,Request Tribunal,Exported"
ASSESSMENTS = "Requests Record ID,Assessment Outcome To Issue EHCP,Assessment Outcome Date,Assessment Mediation,Assessment Tribunal,Other Mediation,Other Tribunal,Twenty Weeks Time Limit Exceptions Apply"
PLANS = "Request Records ID,EHC Plan Start Date,Residential Settings,Worked based learning activity,Personal budget,Date EHC Plan Ceased,Reason EHC Plan Ceased"
ACTIVE = "Request Records ID,EHC Plan (Transfer),EHCP review decisions date"


def of(tmp_path: Path, header: str, *rows: str) -> Read:
    return read(csv_file(tmp_path, "\n".join([header, *rows, ""])))


def request(tmp_path: Path, *rows: str) -> Read:
    return of(tmp_path, REQUESTS, *rows)


def test_a_system_s_own_request_is_read(tmp_path: Path) -> None:
    found = request(tmp_path, "R1,P1,2024-01-02,0,2024-02-12,Y,0,1,")
    assert found.return_.name == "sen2"
    assert found.kept == [
        {
            "request_id": "R1",
            "child_id": "P1",
            "received": date(2024, 1, 2),
            "in_youth_accommodation": False,
            "outcome": "Y",
            "outcome_date": date(2024, 2, 12),
            "mediation": False,
            "tribunal": True,
            "moved_away": None,
            "settled": date(2024, 2, 12),
        }
    ]
    assert found.problems == []


def test_an_assessment_and_a_plan_of_a_system_s_own_are_known_by_their_request(tmp_path: Path) -> None:
    (assessment,) = of(tmp_path, ASSESSMENTS, "R1,Y,2024-05-20,0,0,0,0,1").kept
    (plan,) = of(tmp_path, PLANS, "R1,2024-05-20,,,0,,").kept
    (active,) = of(tmp_path, ACTIVE, "R1,382,2024-11-01").kept
    assert assessment["assessment_id"] == plan["assessment_id"] == plan["plan_id"] == "R1"
    assert assessment["exceptions_apply"] is True
    assert (active["request_id"], active["transferred_from"]) == ("R1", "382")


COLLECT = {
    "persontableid,NativeId,personorderseqcolumn,sourceid,sen2tableid,surname,forename,personbirthdate,sex,ethnicity,postcode,upn,uniquelearnernumber,upnunknown": (
        "g1,1,1,s,h,Smith,Ann,2014-Mar-01 00:00:00,F,WBRI,ZX1 1AB,A123456789012,,",
        {"child_id": "g1", "born": date(2014, 3, 1), "upn": "A123456789012", "sex": "F"},
    ),
    "requeststableid,NativeId,requestsorderseqcolumn,sourceid,persontableid,receiveddate,rya,requestoutcomedate,requestoutcome,requestmediation,requesttribunal,exported": (
        "g2,1,1,s,g1,2022-Sep-28 00:00:00,false,2022-Nov-01 00:00:00,Y,false,true,",
        {"request_id": "g2", "child_id": "g1", "received": date(2022, 9, 28), "tribunal": True},
    ),
    "assessmenttableid,NativeId,assessmentorderseqcolumn,sourceid,requeststableid,assessmentoutcome,assessmentoutcomedate,assessmentmediation,assessmenttribunal,othermediation,othertribunal,week20": (
        "g3,1,1,s,g2,Y,2023-Feb-15 00:00:00,false,false,false,false,true",
        {"assessment_id": "g3", "request_id": "g2", "exceptions_apply": True},
    ),
    "namedplantableid,NativeId,namedplanorderseqcolumn,sourceid,assessmenttableid,startdate,planres,planwbp,pb,oa,dp,ceasedate,ceasereason": (
        "g4,1,1,s,g3,2023-Feb-15 00:00:00,,,true,false,NO,,",
        {"plan_id": "g4", "assessment_id": "g3", "started": date(2023, 2, 15), "personal_budget": True},
    ),
    "plandetailtableid,NativeId,plandetailorderseqcolumn,sourceid,namedplantableid,urn,ukprn,sensetting,sensettingother,placementrank,senunitindicator,resourcedprovisionindicator": (
        "g5,1,1,s,g4,100001,,,,1,false,true",
        {"plan_id": "g4", "urn": "100001", "placement_rank": 1, "in_resourced_provision": True},
    ),
    "activeplanstableid,NativeId,activeplansorderseqcolumn,sourceid,requeststableid,transferla,reviewmeeting,reviewoutcome,lastreview": (
        "g6,1,1,s,g2,,2023-Dec-01 00:00:00,R,2023-Dec-20 00:00:00",
        {"active_plan_id": "g6", "request_id": "g2", "last_review": date(2023, 12, 20)},
    ),
    "placementdetailtableid,NativeId,placementdetailorderseqcolumn,sourceid,activeplanstableid,urn,ukprn,sensetting,sensettingother,placementrank,entrydate,leavingdate,res,wbp,senunitindicator,resourcedprovisionindicator": (
        "g7,1,1,s,g6,,,OLA,,1,2023-Sep-04 00:00:00,,,,false,false",
        {"active_plan_id": "g6", "setting": "OLA", "entered": date(2023, 9, 4), "left": None},
    ),
    "senneedtableid,NativeId,senneedorderseqcolumn,sourceid,activeplanstableid,sentype,sentyperank": (
        "g8,1,1,s,g6,ASD,1",
        {"active_plan_id": "g6", "need": "ASD", "need_rank": 1},
    ),
}


@pytest.mark.parametrize("header", COLLECT, ids=lambda header: header.split(",")[0])
def test_each_file_of_collect_is_read_without_a_problem(tmp_path: Path, header: str) -> None:
    row, expected = COLLECT[header]
    found = of(tmp_path, header, row)
    assert found.return_.name == "sen2"
    assert found.problems == []
    (kept,) = found.kept
    assert {name: kept[name] for name in expected} == expected
    assert not {"surname", "forename"} & set(kept)


@pytest.mark.parametrize(
    ("outcome", "day", "settled"),
    [
        ("Y", "2024-02-12", date(2024, 2, 12)),
        ("N", "2024-02-12", date(2024, 2, 12)),
        ("W", "2024-02-12", date(2024, 2, 12)),
        ("W", "", date(2024, 1, 2)),
        ("H", "", date(2024, 1, 2)),
        ("A", "", None),
        ("", "", None),
    ],
)
def test_a_request_speaks_until_it_is_settled(
    tmp_path: Path, outcome: str, day: str, settled: date | None
) -> None:
    (kept,) = request(tmp_path, f"R1,P1,2024-01-02,0,{day},{outcome},0,0,").kept
    assert kept["settled"] == settled


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("R1,P1,,0,2024-02-12,Y,0,0,", "request_undated"),
        ("R1,P1,2024-01-02,0,,N,0,0,", "ehc_refusal_undated"),
        ("R1,P1,2024-01-02,0,,Q,0,0,", "ehc_outcome_unknown"),
        (",P1,2024-01-02,0,,A,0,0,", "value_missing"),
        ("R1,P1,02.01.24,0,,A,0,0,", "date_two_digit_year"),
    ],
)
def test_a_request_of_which_a_clock_cannot_be_told_is_held(tmp_path: Path, row: str, rule: str) -> None:
    found = request(tmp_path, row)
    assert found.held == [2]
    assert rule in found.rules(Severity.HELD)


def test_a_historical_request_needs_no_date(tmp_path: Path) -> None:
    (kept,) = request(tmp_path, "R1,P1,,0,,H,0,0,").kept
    assert kept["received"] is None


def test_one_who_moved_away_on_an_unknown_day_is_open_on_no_day_and_told_of(tmp_path: Path) -> None:
    found = request(tmp_path, "R1,P1,2024-01-02,0,,A,0,0,B", "R2,P2,2024-01-02,0,,A,0,0,0")
    assert [row["settled"] for row in found.kept] == [date(2024, 1, 2), None]
    assert found.rules() == ["ehc_withdrawal_undated"]


def test_a_refused_plan_without_a_date_is_held_and_one_not_issued_yet_is_kept(tmp_path: Path) -> None:
    found = of(tmp_path, ASSESSMENTS, "R1,N,,0,0,0,0,0", "R2,Y,,0,0,0,0,0", "R3,Q,,0,0,0,0,0")
    assert found.held == [2, 4]
    assert [row["outcome_date"] for row in found.kept] == [None]


def test_an_unknown_need_is_kept_as_it_stands(tmp_path: Path) -> None:
    found = of(tmp_path, "Requests Record ID,SENtype,SENtypeRank", "R1,XYZ,1", "R1,other,2")
    assert [row["need"] for row in found.kept] == ["XYZ", "OTH"]
    assert found.only("code_unknown").value == "XYZ"


def test_a_cease_date_written_day_first_is_read_as_day_first(tmp_path: Path) -> None:
    (plan,) = of(tmp_path, PLANS, "R1,2024-05-20,,,0,03/04/2025,1").kept
    assert plan["ceased"] == date(2025, 4, 3)


def test_the_misspelt_heading_is_understood(tmp_path: Path) -> None:
    header = "namedplantableid,assessmenttableid,startdate,planres,PlanWPB,pb,oa,dp,ceasedate,ceasereason"
    (plan,) = of(tmp_path, header, "g4,g3,2023-Feb-15 00:00:00,,W,false,false,,,").kept
    assert plan["work_based_learning"] == "W"


def test_a_header_without_rows_says_so(tmp_path: Path) -> None:
    assert request(tmp_path).rules() == ["no_rows"]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_each_part_fills_its_whole_table(part: object) -> None:
    filled = {column.to for column in part.columns}  # type: ignore[attr-defined]
    worked_out = {"settled", "assessment_id", "request_id"}
    assert set(part.table.columns) - filled <= worked_out  # type: ignore[attr-defined]


def test_the_two_shapes_hold_the_same_modules() -> None:
    assert [part.table for part in OWN] == [part.table for part in COLLECTS]
