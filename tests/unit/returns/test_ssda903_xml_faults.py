"""The looked-after return in XML: what is held back, what is warned of, and what is refused whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lineofsight.returns.problems import FileRefusedError, Severity
from lineofsight.returns.ssda903_xml import SSDA903_XML
from tests.unit.returns.looked_after import EPISODE, HEADER, child, read


def test_dates_are_day_first_and_an_iso_date_is_read_with_a_warning(tmp_path: Path) -> None:
    result = read(tmp_path, child(EPISODE.replace("06/01/2017", "2017-01-06")))
    assert result.of("episodes")[0]["started"] == date(2017, 1, 6)
    assert result.said() == [("date_written_year_first", "DECOM", Severity.WARNING)]


@pytest.mark.parametrize("text", ["", "42000", "13/13/2017", "None"])
def test_an_episode_without_a_start_is_held_back_and_the_child_kept(tmp_path: Path, text: str) -> None:
    result = read(tmp_path, child(EPISODE.replace("06/01/2017", text)))
    assert (result.held("episodes"), len(result.of("looked_after_children"))) == (1, 1)
    assert [(column, severity) for _, column, severity in result.said()] == [("DECOM", Severity.HELD)]


def test_an_end_that_cannot_be_read_holds_an_episode_back_and_one_not_there_does_not(tmp_path: Path) -> None:
    unreadable = EPISODE.replace("</EPISODE>", "<DEC>soon</DEC></EPISODE>")
    result = read(tmp_path, child(unreadable, EPISODE.replace("</EPISODE>", "<DEC /></EPISODE>")))
    assert (result.held("episodes"), len(result.of("episodes"))) == (1, 1)


def test_a_code_that_no_list_has_is_kept_as_it_stands_with_a_warning(tmp_path: Path) -> None:
    result = read(tmp_path, child(EPISODE.replace("U6", "Q9")))
    assert result.of("episodes")[0]["placement"] == "Q9"
    assert result.said() == [("code_unknown", "PL", Severity.WARNING)]


def test_a_word_for_nothing_where_a_code_decides_holds_the_episode_back(tmp_path: Path) -> None:
    result = read(tmp_path, child(EPISODE.replace("C2", "nan")))
    assert result.said() == [("placeholder_for_nothing", "LS", Severity.HELD)]
    assert result.held("episodes") == 1


def test_codes_are_read_in_either_case_and_trimmed(tmp_path: Path) -> None:
    result = read(tmp_path, child(header=HEADER.replace("BAFR", " bafr ")))
    assert result.of("looked_after_children")[0]["ethnicity"] == "BAFR"
    assert result.problems == []


@pytest.mark.parametrize("said", ["", "<CHILDID/>", "<CHILDID>1E+9</CHILDID>"])
def test_without_a_child_id_everything_of_the_child_is_held_and_counted_once(
    tmp_path: Path, said: str
) -> None:
    header = HEADER.replace("<CHILDID>907440</CHILDID>", said)
    result = read(tmp_path, child(EPISODE, EPISODE, header=header), child(EPISODE))
    assert (result.held("episodes"), len(result.of("episodes"))) == (2, 1)
    (problem,) = result.problems
    assert (problem.column, problem.severity, problem.times) == ("CHILDID", Severity.HELD, 3)


@pytest.mark.parametrize(("other", "kept"), [("907440", 1), ("907441", 0)])
def test_a_second_header_must_be_of_the_same_child(tmp_path: Path, other: str, kept: int) -> None:
    result = read(tmp_path, child(f"<HEADER><CHILDID>{other}</CHILDID></HEADER>", EPISODE))
    assert len(result.of("episodes")) == kept
    assert [problem.rule for problem in result.problems] == ["element_repeated"] * (1 - kept)


def test_a_child_whose_id_stands_beside_an_episode_without_a_header_is_read(tmp_path: Path) -> None:
    result = read(tmp_path, f"<CHILD><CHILD>7</CHILD>{EPISODE}</CHILD>")
    assert result.of("episodes")[0]["child_id"] == "7"
    assert result.problems == []


def test_an_id_that_went_through_excel_is_kept_with_a_warning(tmp_path: Path) -> None:
    result = read(tmp_path, child(EPISODE, header=HEADER.replace("907440", "101.0")))
    assert result.said() == [("id_went_through_excel", "CHILDID", Severity.WARNING)]
    assert result.of("episodes")[0]["child_id"] == "101"


def test_empty_groups_are_no_rows(tmp_path: Path) -> None:
    empties = (
        "<OC2 /><AREVIEW><REVIEW/></AREVIEW><PERMANENCE><PREV_PERM> </PREV_PERM></PERMANENCE><IN_TOUCH/>"
    )
    result = read(tmp_path, child(header=HEADER + empties))
    assert [row.table for row in result.rows] == ["looked_after_children"]
    assert result.problems == []


def test_text_alone_where_a_group_should_be_is_told(tmp_path: Path) -> None:
    result = read(tmp_path, child(header=HEADER + "<OC2>21</OC2>"))
    assert [(problem.rule, problem.column) for problem in result.problems] == [("element_unknown", "OC2")]


def test_unknown_elements_are_told_once_with_how_many_there_were(tmp_path: Path) -> None:
    odd = child("<PETS>2</PETS>", EPISODE.replace("<LS>", "<MOOD/><LS>"))
    result = read(tmp_path, odd, odd, "<FOOTER/>")
    assert [(problem.sheet, problem.column, problem.times) for problem in result.problems] == [
        ("CHILD/HEADER", "PETS", 2),
        ("CHILD/EPISODE", "MOOD", 2),
        ("EXPSSDA903", "FOOTER", 1),
    ]


def test_text_between_elements_is_told(tmp_path: Path) -> None:
    result = read(tmp_path, child("junk", EPISODE))
    assert result.said() == [("text_outside_elements", None, Severity.WARNING)]


def test_a_file_without_children_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError) as why:
        read(tmp_path)
    assert why.value.rule == "no_children"


def test_another_root_is_not_recognised(tmp_path: Path) -> None:
    file = tmp_path / "message.xml"
    file.write_text("<Message/>", encoding="utf-8")
    assert SSDA903_XML.recognises(file) is None


def test_its_files_need_a_key_since_they_do_not_tell_their_year() -> None:
    assert SSDA903_XML.needs_key
