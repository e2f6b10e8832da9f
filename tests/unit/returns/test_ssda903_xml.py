"""The looked-after return as one XML file: the same rows as the CSV files hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lineofsight.returns.problems import Severity
from tests.unit.returns.looked_after import EPISODE, HEADER, child, read

BORN = date(2010, 7, 28)
ID = {"child_id": "907440"}


def test_the_child_comes_from_the_header(tmp_path: Path) -> None:
    rest = "<UPN>o013219285333</UPN><MOTHER>1</MOTHER><MC_DOB>01/02/2024</MC_DOB><UASC />"
    result = read(tmp_path, child(header=HEADER + rest))
    assert result.of("looked_after_children") == [
        {
            **ID,
            "sex": "F",
            "born": BORN,
            "ethnicity": "BAFR",
            "upn": "o013219285333",
            "is_mother": True,
            "childs_birth": date(2024, 2, 1),
        }
    ]
    assert result.problems == []


def test_an_episode_has_every_column_and_its_placement_from_pl(tmp_path: Path) -> None:
    episode = (
        "<EPISODE><DECOM>06/01/2017</DECOM><RNE>T</RNE><LS>J3</LS><CIN>N4</CIN><PL>R5</PL><PL_POST>E7 5YR</PL_POST>"
        "<HOME_POST>B15 8PZ</HOME_POST><URN>1465167</URN><PLACE_PROVIDER>PR2</PLACE_PROVIDER><DEC>06/10/2017</DEC>"
        "<REC>X1</REC><REASON_PLACE_CHANGE>CUSTOD</REASON_PLACE_CHANGE></EPISODE>"
    )
    result = read(tmp_path, child(episode))
    assert result.of("episodes") == [
        {
            **ID,
            "started": date(2017, 1, 6),
            "reason_started": "T",
            "legal_status": "J3",
            "need": "N4",
            "placement": "R5",
            "provider": "PR2",
            "ended": date(2017, 10, 6),
            "reason_ended": "X1",
            "reason_placement_changed": "CUSTOD",
            "home_postcode": "B15 8PZ",
            "placement_postcode": "E7 5YR",
            "urn": "1465167",
        }
    ]
    assert result.problems == []


NESTED = {
    "<AREVIEW><REVIEW>27/09/2015</REVIEW><REVIEW_CODE>PN0</REVIEW_CODE></AREVIEW>": (
        "looked_after_reviews",
        {"review_date": date(2015, 9, 27), "participation": "PN0"},
    ),
    "<AMISSING><MISSING>M</MISSING><MIS_START>01/02/2016</MIS_START><MIS_END>03/02/2016</MIS_END></AMISSING>": (
        "missing_episodes",
        {"kind": "M", "started": date(2016, 2, 1), "ended": date(2016, 2, 3)},
    ),
    "<OC2><SDQ_SCORE>21</SDQ_SCORE><CONVICTED>1</CONVICTED><TEETH_CHECK>0</TEETH_CHECK></OC2>": (
        "looked_after_outcomes",
        {"sdq_score": 21, "convicted": True, "dental_check": False},
    ),
    "<OC3><IN_TOUCH>YES</IN_TOUCH><ACTIV>F1</ACTIV><ACCOM>B1</ACCOM></OC3>": (
        "care_leavers",
        {"in_touch": "YES", "activity": "F1", "accommodation": "B1"},
    ),
    "<PERMANENCE><PREV_PERM>P1</PREV_PERM><DATE_PERM>zz/zz/2015</DATE_PERM></PERMANENCE>": (
        "previous_permanence",
        {"arrangement": "P1", "order_date": "zz/zz/2015"},
    ),
    "<AD1><DATE_INT>03/05/2015</DATE_INT><FOSTER_CARE>0</FOSTER_CARE><NB_ADOPTR>2</NB_ADOPTR></AD1>": (
        "adoptions",
        {"decision_date": date(2015, 5, 3), "foster_carer_adopted": False, "adopters": 2},
    ),
    "<AD_PLACED><DATE_PLACED>03/05/2015</DATE_PLACED><DATE_PLACED_CEASED>04/05/2015</DATE_PLACED_CEASED></AD_PLACED>": (
        "placements_for_adoption",
        {"placed": date(2015, 5, 3), "ceased": date(2015, 5, 4)},
    ),
    "<SWS><SW_ID>w1</SW_ID><SW_DECOM>01/01/2020</SW_DECOM><SW_DEC>03/01/2020</SW_DEC><SW_REASON>LEFTRL</SW_REASON></SWS>": (
        "social_worker_episodes",
        {"worker_id": "w1", "started": date(2020, 1, 1), "ended": date(2020, 1, 3), "reason_ended": "LEFTRL"},
    ),
    "<LIBERTY><DOLO_START>01/01/2025</DOLO_START><DOLO_END>02/01/2025</DOLO_END></LIBERTY>": (
        "deprivations_of_liberty",
        {"started": date(2025, 1, 1), "ended": date(2025, 1, 2)},
    ),
}


@pytest.mark.parametrize("nested", NESTED)
def test_a_group_within_the_header_is_a_row_with_the_childs_birth(tmp_path: Path, nested: str) -> None:
    table, values = NESTED[nested]
    result = read(tmp_path, child(header=HEADER + nested))
    assert result.of(table) == [{**ID, "born": BORN, **values}]
    assert result.problems == []


@pytest.mark.parametrize("nested", NESTED)
def test_a_group_beside_the_header_or_in_a_list_is_the_same_row(tmp_path: Path, nested: str) -> None:
    table, _ = NESTED[nested]
    within = read(tmp_path, child(header=HEADER + nested)).of(table)
    assert read(tmp_path, child(nested)).of(table) == within
    assert read(tmp_path, child(f"<ALL_OF_THEM>{nested}</ALL_OF_THEM>")).of(table) == within


def test_leaves_of_a_group_that_lie_in_the_header_itself_are_its_row(tmp_path: Path) -> None:
    leaves = "<IN_TOUCH>NO</IN_TOUCH><ACTIV>P2</ACTIV><ACCOM>S1</ACCOM><DATE_INT>03/05/2015</DATE_INT>"
    result = read(tmp_path, child(header=HEADER + leaves))
    assert result.of("care_leavers") == [
        {**ID, "born": BORN, "in_touch": "NO", "activity": "P2", "accommodation": "S1"}
    ]
    assert result.of("adoptions") == [{**ID, "born": BORN, "decision_date": date(2015, 5, 3)}]


def test_every_review_of_a_child_is_a_row(tmp_path: Path) -> None:
    reviews = "".join(f"<AREVIEW><REVIEW>0{day}/01/2016</REVIEW></AREVIEW>" for day in (1, 2, 3))
    assert len(read(tmp_path, child(header=HEADER + reviews)).of("looked_after_reviews")) == 3


UASC = {**ID, "sex": "F", "born": BORN}


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        ("<UASC>1</UASC><DUC>28/09/2025</DUC>", [{**UASC, "status_ceased": date(2025, 9, 28)}]),
        ("<UASC>1</UASC>", [UASC]),
        ("<DUC>28/09/2025</DUC>", [{**UASC, "status_ceased": date(2025, 9, 28)}]),
        ("<UASC><DUC>28/09/2025</DUC></UASC>", [{**UASC, "status_ceased": date(2025, 9, 28)}]),
        ("<UASC>0</UASC>", []),
        ("<UASC /><DUC/>", []),
        ("", []),
    ],
)
def test_an_unaccompanied_child_is_one_whose_header_says_so(
    tmp_path: Path, said: str, rows: list[dict[str, object]]
) -> None:
    result = read(tmp_path, child(header=HEADER + said))
    assert result.of("unaccompanied_children") == rows
    assert result.problems == []


def test_a_flag_for_unaccompanied_that_cannot_be_read_makes_no_row_but_a_warning(tmp_path: Path) -> None:
    result = read(tmp_path, child(header=HEADER + "<UASC>perhaps</UASC>"))
    assert result.said() == [("flag_unknown", "UASC", Severity.WARNING)]
    assert [row.table for row in result.rows] == ["looked_after_children"]


@pytest.mark.parametrize(("said", "sex"), [("1", "M"), ("2", "F"), ("M", "M"), ("f", "F"), ("U", "U")])
def test_the_sex_is_one_letter_in_every_year(tmp_path: Path, said: str, sex: str) -> None:
    result = read(tmp_path, child(header=HEADER.replace("<SEX>2", f"<SEX>{said}")))
    assert result.of("looked_after_children")[0]["sex"] == sex


def test_a_namespace_changes_nothing(tmp_path: Path) -> None:
    plain = read(tmp_path, child(EPISODE))
    assert read(tmp_path, child(EPISODE), attributes=" xmlns='http://example.org/903'") == plain
    assert len(plain.of("episodes")) == 1


def test_rows_know_the_path_and_line_of_their_element(tmp_path: Path) -> None:
    result = read(tmp_path, child("\n" + EPISODE))
    assert [(row.sheet, row.row) for row in result.rows] == [("CHILD/HEADER", 2), ("CHILD/EPISODE", 3)]
