"""The looked-after return as CSV files, and every input that peers' readers lose or get wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from lineofsight.returns.known import recognise
from lineofsight.returns.parts import Codes, Part
from lineofsight.returns.problems import FileRefusedError, Severity
from lineofsight.returns.ssda903_csv import PARTS
from tests.unit.returns.files import csv_file, read, workbook

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
UASC = "CHILD,SEX,DOB,DUC"

HEADERS = {
    "header": HEADER,
    "episodes": EPISODES,
    "reviews": "CHILD,DOB,REVIEW,REVIEW_CODE",
    "uasc": UASC,
    "oc2": "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
    "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
    "oc3": "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM",
    "ad1": "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR",
    "placed_for_adoption": "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED",
    "previous_permanence": "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM",
    "missing": "CHILD,DOB,MISSING,MIS_START,MIS_END",
    "sw_episodes": "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON",
    "dolo": "CHILD,DOB,DOLO_START,DOLO_END",
}


def episode(**values: str) -> str:
    """One row of episodes: a child in a foster home, but for what is given."""
    usual = {"CHILD": "101", "DECOM": "01/04/2024", "RNE": "S", "LS": "C2", "CIN": "N1", "PLACE": "U4"}
    return ",".join({**usual, **values}.get(name, "") for name in EPISODES.split(","))


@pytest.mark.parametrize(("part", "header"), HEADERS.items())
def test_each_file_is_known_by_its_header_row_whatever_its_name(
    tmp_path: Path, part: str, header: str
) -> None:
    found = read(csv_file(tmp_path, header + "\n", "export (3).csv"))
    assert (found.return_.name, found.part) == ("ssda903", part)


@pytest.mark.parametrize(("part", "header"), HEADERS.items())
@pytest.mark.parametrize(
    "change",
    [
        lambda names: [*names, "NOTES"],
        lambda names: names[::-1],
        lambda names: [name.lower() for name in names],
        lambda names: [f"{name}  " for name in names],
        lambda names: [f"\u00a0{name.replace('_', ' ')}" for name in names],
        lambda names: [name.replace("_", "") for name in names],
    ],
    ids=["extra column", "other order", "lower case", "trailing blanks", "other blanks", "no underscores"],
)
def test_a_header_is_known_in_any_order_case_and_spacing(
    tmp_path: Path, part: str, header: str, change: Callable[[list[str]], list[str]]
) -> None:
    found = read(csv_file(tmp_path, ",".join(change(header.split(","))) + "\n"))
    assert found.part == part


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_semicolon_or_tab_file_is_read(tmp_path: Path, separator: str) -> None:
    text = f"{UASC}\n101,1,02/03/2010,02/03/2028\n".replace(",", separator)
    assert read(csv_file(tmp_path, text)).kept[0]["status_ceased"] == date(2028, 3, 2)


def test_an_extra_column_is_reported_once_and_ignored(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, f"{UASC},TEST_COLUMN\n101,1,02/03/2010,,x\n102,1,02/03/2010,,y\n"))
    problem = found.only("column_ignored")
    assert (problem.column, problem.row, problem.times) == ("TEST_COLUMN", 1, 1)
    assert len(found.kept) == 2


def test_a_missing_column_that_is_needed_refuses_the_file_and_is_named(tmp_path: Path) -> None:
    path = csv_file(tmp_path, EPISODES.replace("DEC,", "", 1).replace("LS,", "") + "\n")
    with pytest.raises(FileRefusedError, match="'LS', 'DEC'") as error:
        read(path)
    assert (error.value.rule, error.value.row) == ("column_missing", 1)


def test_a_missing_column_that_is_not_needed_is_a_warning(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, f"{HEADER.replace(',MC_DOB', '')}\n101,1,02/03/2010,WBRI,,\n"))
    assert found.only("column_missing").column == "MC_DOB"
    assert len(found.kept) == 1


def test_two_headings_for_one_column_refuse_the_file_and_both_are_named(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError, match=r"'SEX' \(column B\) and 'sex' \(column E\)"):
        read(csv_file(tmp_path, UASC + ",sex\n101,1,02/03/2010,,1\n"))


def test_a_byte_order_mark_does_not_hide_the_first_column(tmp_path: Path) -> None:
    assert (
        read(csv_file(tmp_path, b"\xef\xbb\xbf" + f"{UASC}\n101,1,,\n".encode())).kept[0]["child_id"] == "101"
    )


def test_windows_1252_is_read_with_a_warning(tmp_path: Path) -> None:
    text = f"{EPISODES}\n{episode(HOME_POST='Thérèse’s')}\n"
    found = read(csv_file(tmp_path, text.encode("cp1252")))
    assert found.kept[0]["home_postcode"] == "Thérèse’s"
    assert "Windows-1252" in found.only("encoding_recognised").message


def test_utf_16_is_read_with_a_warning(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, f"{UASC}\n101,1,02/03/2010,\n".encode("utf-16")))
    assert found.kept[0]["born"] == date(2010, 3, 2)
    assert "UTF-16" in found.only("encoding_recognised").message


def test_blank_rows_are_no_children_and_do_not_shift_the_numbering(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, f"{UASC}\n,,,\n\n101,1,02/03/2010,\n"))
    assert [row.row for row in found.rows] == [4]


def test_identifiers_and_codes_are_trimmed_and_keep_their_leading_zeros(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, f"{HEADER}\n 00101 ,1,02/03/2010,wbri ,,0,\n"))
    assert found.kept[0]["child_id"] == "00101"
    assert found.kept[0]["ethnicity"] == "WBRI"
    assert found.problems == []


def test_an_iso_date_is_a_date_and_is_warned_of_once(tmp_path: Path) -> None:
    found = read(
        csv_file(tmp_path, f"{EPISODES}\n{episode(DECOM='2024-04-01')}\n{episode(DECOM='2024-05-01')}\n")
    )
    assert [values["started"] for values in found.kept] == [date(2024, 4, 1), date(2024, 5, 1)]
    assert found.only("date_written_year_first").times == 2


def test_a_date_is_day_first_and_never_month_first(tmp_path: Path) -> None:
    found = read(
        csv_file(tmp_path, f"{EPISODES}\n{episode(DECOM='03/04/2024')}\n{episode(DECOM='04/13/2024')}\n")
    )
    assert [values["started"] for values in found.kept] == [date(2024, 4, 3)]
    assert found.held == [3]


def test_an_identifier_that_went_through_excel_is_the_same_child(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, f"{UASC}\n101.0,1,02/03/2010,\n"))
    assert found.kept[0]["child_id"] == "101"
    assert found.only("id_went_through_excel").row == 2


def test_a_date_that_went_through_excel_holds_the_row_where_it_places_it(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, f"{EPISODES}\n{episode(DECOM='40269')}\n"))
    problem = found.only("date_is_a_number")
    assert (found.held, problem.column, problem.value) == ([2], "DECOM", "40269")
    assert "40269" not in problem.message + problem.remedy


def test_a_birth_date_that_went_through_excel_is_left_out_with_a_warning(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, f"{UASC}\n101,1,40269,\n"))
    assert found.kept[0]["born"] is None
    assert found.only("date_is_a_number").severity == Severity.WARNING


def test_an_end_that_cannot_be_read_holds_the_row_since_it_would_look_open(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, f"{EPISODES}\n{episode(DEC='soon')}\n{episode(DEC='')}\n"))
    assert found.held == [2]
    assert found.kept[0]["ended"] is None


@pytest.mark.parametrize("missing", ["CHILD", "DECOM"])
def test_an_episode_without_its_child_or_start_is_held(tmp_path: Path, missing: str) -> None:
    found = read(csv_file(tmp_path, f"{EPISODES}\n{episode(**{missing: ' '})}\n{episode()}\n"))
    assert found.held == [2]
    assert found.only("value_missing").column == missing
    assert len(found.kept) == 1


@pytest.mark.parametrize("place", ["k3", "K3", "Z1", "Z11", "Z14", "H5", "P2"])
def test_placement_codes_of_every_year_are_accepted_in_any_case(tmp_path: Path, place: str) -> None:
    found = read(csv_file(tmp_path, f"{EPISODES}\n{episode(PLACE=place)}\n"))
    assert found.kept[0]["placement"] == place.upper()
    assert found.problems == []


@pytest.mark.parametrize("status", ["V3", "V4"])
def test_short_breaks_are_kept_for_the_indicators_to_leave_out(tmp_path: Path, status: str) -> None:
    found = read(csv_file(tmp_path, f"{EPISODES}\n{episode(LS=status)}\n"))
    assert found.kept[0]["legal_status"] == status


def test_an_unknown_code_is_kept_as_it_stands_with_one_warning_for_all_its_rows(tmp_path: Path) -> None:
    rows = "\n".join([episode(PLACE="XX"), episode(PLACE="XX"), episode(PLACE="YY")])
    found = read(csv_file(tmp_path, f"{EPISODES}\n{rows}\n"))
    assert [values["placement"] for values in found.kept] == ["XX", "XX", "YY"]
    warned = [(p.value, p.row, p.times) for p in found.problems if p.rule == "code_unknown"]
    assert warned == [("XX", 2, 2), ("YY", 4, 1)]


@pytest.mark.parametrize(("different", "sentences"), [(50, 50), (51, 51), (52, 51), (90, 51)])
def test_beyond_fifty_different_unknown_codes_the_rest_share_one_sentence(
    tmp_path: Path, different: int, sentences: int
) -> None:
    rows = "\n".join(episode(PLACE=f"X{n}") for n in range(different))
    found = read(csv_file(tmp_path, f"{EPISODES}\n{rows}\n"))
    warned = [problem for problem in found.problems if problem.rule == "code_unknown"]
    assert len(warned) == sentences
    assert sum(problem.times for problem in warned) == different


@pytest.mark.parametrize(
    ("written", "sex"), [("1", "M"), ("2", "F"), ("M", "M"), ("f", "F"), ("U", "U"), ("7", None)]
)
def test_sex_is_one_code_in_every_year(tmp_path: Path, written: str, sex: str | None) -> None:
    assert read(csv_file(tmp_path, f"{UASC}\n101,{written},02/03/2010,\n")).kept[0]["sex"] == sex


def test_a_partly_known_date_of_permanence_stays_text(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, f"{HEADERS['previous_permanence']}\n101,02/03/2010,P2,,zz/zz/2015\n"))
    assert found.kept[0]["order_date"] == "zz/zz/2015"
    assert found.problems == []


def test_a_date_of_permanence_that_excel_stored_as_a_date_is_text_all_the_same(tmp_path: Path) -> None:
    rows: list[Sequence[object]] = [
        HEADERS["previous_permanence"].split(","),
        [101, None, "P2", None, date(2015, 3, 2)],
    ]
    assert read(workbook(tmp_path, S=rows)).kept[0]["order_date"] == "02/03/2015"


def test_a_row_with_more_cells_than_headings_is_held_since_its_values_have_shifted(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, f"{UASC}\n101,1,02/03/2010,,x\n102,1,02/03/2010,,\n"))
    assert found.held == [2]
    assert found.only("row_too_long").row == 2


def test_a_row_with_fewer_cells_than_headings_is_blank_in_the_rest(tmp_path: Path) -> None:
    assert read(csv_file(tmp_path, f"{UASC}\n101,1\n")).kept[0]["status_ceased"] is None


def test_a_header_without_rows_is_a_finding(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, EPISODES + "\n"))
    assert found.rows == []
    assert found.only("no_rows").row == 1


def test_a_value_under_no_heading_is_reported_once(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, f"{UASC},\n101,1,,,\n102,1,,,x\n103,1,,,y\n"))
    assert found.only("column_ignored").column == "E (without a heading)"
    assert len(found.kept) == 3


def test_a_word_for_nothing_is_no_code(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, f"{EPISODES}\n{episode(PLACE='NULL')}\n{episode(PLACE='#N/A')}\n"))
    assert [values["placement"] for values in found.kept] == [None, None]
    assert found.rules() == ["placeholder_for_nothing", "cell_shows_an_error"]


def test_rows_in_are_rows_kept_and_rows_held(tmp_path: Path) -> None:
    rows = [episode(), episode(DECOM=""), "", episode(DEC="x"), episode(LS="V4")]
    found = read(csv_file(tmp_path, "\n".join([EPISODES, *rows, ""])))
    assert (len(found.rows), len(found.kept), found.held) == (4, 2, [3, 5])


def test_no_message_or_remedy_holds_a_value_of_the_file(tmp_path: Path) -> None:
    secret = "Qx7"
    row = ",".join(secret for _ in EPISODES.split(","))
    found = read(csv_file(tmp_path, f"{EPISODES}\n{row}\n"))
    assert found.problems
    assert not any(secret in problem.message + problem.remedy for problem in found.problems)
    assert {problem.value for problem in found.problems} == {secret}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_every_column_of_a_table_is_filled_from_one_column_of_the_file(part: Part) -> None:
    assert [column.to for column in part.columns] == list(part.table.columns)
    assert ",".join(column.header for column in part.columns) == HEADERS[part.name]


def test_no_code_stands_twice_in_a_list() -> None:
    lists = [column.as_ for part in PARTS for column in part.columns if isinstance(column.as_, Codes)]
    assert lists
    assert all(len(set(codes.known)) == len(codes.known) for codes in lists)


def test_a_file_whose_telling_columns_are_gone_is_unknown_and_what_it_lacks_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError, match="SSDA903 uasc, but lacks 'DUC'"):
        recognise(csv_file(tmp_path, "CHILD,SEX,DOB\n101,1,02/03/2010\n"))
