"""The children in need census: every mistake that other readers of it make."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lineofsight.returns.problems import Severity
from tests.unit.returns.census import PERSON, REFERRED, WHITE, child, message, read


def test_several_reviews_in_one_block_are_all_read(tmp_path: Path) -> None:
    dates = "<CPPreviewDate>2023-02-15</CPPreviewDate><CPPreviewDate>2023-05-15</CPPreviewDate>"
    plan = f"<CPPstartDate>2022-12-01</CPPstartDate><Reviews>{dates}</Reviews>"
    result = read(tmp_path, message(child(f"{REFERRED}<ChildProtectionPlans>{plan}</ChildProtectionPlans>")))
    assert [row["review_date"] for row in result.of("child_protection_reviews")] == [
        date(2023, 2, 15),
        date(2023, 5, 15),
    ]


def test_a_block_for_each_review_is_read_the_same(tmp_path: Path) -> None:
    block = "<Reviews><CPPreviewDate>2023-0{}-15</CPPreviewDate></Reviews>"
    plan = f"<CPPstartDate>2022-12-01</CPPstartDate>{block.format(2)}{block.format(5)}"
    result = read(tmp_path, message(child(f"{REFERRED}<ChildProtectionPlans>{plan}</ChildProtectionPlans>")))
    assert len(result.of("child_protection_reviews")) == 2


def test_a_child_without_characteristics_is_kept_with_a_warning(tmp_path: Path) -> None:
    result = read(tmp_path, message(child(REFERRED, characteristics="")))
    assert result.said() == [("value_missing", "Ethnicity", Severity.WARNING)]
    assert (len(result.of("children")), len(result.of("referrals"))) == (1, 1)


def test_text_between_elements_is_told_and_the_row_is_kept(tmp_path: Path) -> None:
    person = PERSON.replace("<PersonBirthDate>", "\nPersonBirthDate\n<PersonBirthDate>")
    result = read(tmp_path, message(child(REFERRED, person=person)))
    (problem,) = result.problems
    assert (problem.rule, problem.sheet, problem.row) == (
        "text_outside_elements",
        "Child/ChildIdentifiers",
        3,
    )
    assert (problem.value, result.of("children")[0]["born"]) == ("PersonBirthDate", date(2015, 3, 27))


@pytest.mark.parametrize("text", ["03/04/2024", "13/04/2024", "44197", "None", "1900-01-01", "9999-12-31"])
def test_what_is_no_iso_date_is_a_finding_and_never_guessed(tmp_path: Path, text: str) -> None:
    result = read(tmp_path, message(child(f"\n<CINreferralDate>{text}</CINreferralDate>")))
    (problem,) = result.problems
    assert (problem.column, problem.severity, problem.value) == ("CINreferralDate", Severity.HELD, text)
    assert text not in problem.message
    assert "(Line 4.)" in problem.message
    assert (result.held("referrals"), len(result.of("children"))) == (1, 1)


def test_an_unborn_child_needs_no_date_of_birth(tmp_path: Path) -> None:
    person = (
        "<LAchildID>u</LAchildID><ExpectedPersonBirthDate>2024-06-01</ExpectedPersonBirthDate><Sex>U</Sex>"
    )
    result = read(tmp_path, message(child(REFERRED, person=person)))
    assert result.problems == []
    assert "born" not in result.of("children")[0]


def test_a_child_neither_born_nor_expected_is_kept_with_a_warning(tmp_path: Path) -> None:
    result = read(tmp_path, message(child(REFERRED, person="<LAchildID>u</LAchildID><Sex>U</Sex>")))
    assert result.said() == [("birth_date_missing", "PersonBirthDate", Severity.WARNING)]
    assert len(result.of("children")) == 1


def test_a_date_of_birth_that_cannot_be_read_is_one_finding_only(tmp_path: Path) -> None:
    result = read(tmp_path, message(child(REFERRED, person=PERSON.replace("2015-03-27", "27/03/2015"))))
    assert result.said() == [("date_in_another_form", "PersonBirthDate", Severity.WARNING)]


@pytest.mark.parametrize(("yes", "no"), [("1", "0"), ("true", "false"), ("True", "FALSE")])
def test_flags_are_read_in_both_forms(tmp_path: Path, yes: str, no: str) -> None:
    details = [f"{REFERRED}<ReferralNFA>{said}</ReferralNFA>" for said in (yes, no)]
    result = read(tmp_path, message(child(*details)))
    assert [row["no_further_action"] for row in result.of("referrals")] == [True, False]


def test_the_order_of_referrals_in_the_file_changes_no_row(tmp_path: Path) -> None:
    first, second = REFERRED, REFERRED.replace("2023-10", "2024-01")
    there = read(tmp_path, message(child(first, second))).of("referrals")
    back = read(tmp_path, message(child(second, first))).of("referrals")
    assert there == back[::-1]


@pytest.mark.parametrize(("said", "sex"), [("1", "M"), ("2", "F"), ("0", "U"), ("9", "U")])
def test_the_older_gender_is_read_as_sex(tmp_path: Path, said: str, sex: str) -> None:
    person = PERSON.replace("<Sex>F</Sex>", f"<GenderCurrent>{said}</GenderCurrent>")
    result = read(tmp_path, message(child(REFERRED, person=person)))
    assert result.of("children")[0]["sex"] == sex


def test_an_older_gender_satisfies_the_wish_for_a_sex(tmp_path: Path) -> None:
    person = PERSON.replace("<Sex>F</Sex>", "<GenderCurrent>2</GenderCurrent>")
    assert read(tmp_path, message(child(REFERRED, person=person))).problems == []


def test_a_sex_and_an_older_gender_that_disagree_are_told_and_neither_is_taken(tmp_path: Path) -> None:
    result = read(tmp_path, message(child(REFERRED, person=PERSON + "<GenderCurrent>1</GenderCurrent>")))
    assert result.said() == [("element_repeated", "GenderCurrent", Severity.WARNING)]
    assert result.of("children")[0]["sex"] is None


def test_an_unknown_sex_is_a_warning(tmp_path: Path) -> None:
    result = read(tmp_path, message(child(REFERRED, person=PERSON.replace(">F<", ">X<"))))
    assert result.said() == [("sex_unknown", "Sex", Severity.WARNING)]
    assert result.of("children")[0]["sex"] is None


def test_codes_and_ids_are_trimmed(tmp_path: Path) -> None:
    person = PERSON.replace("c1", " 00101\u00a0")
    result = read(
        tmp_path, message(child(REFERRED, person=person, characteristics=WHITE.replace("WBRI", "wbri ")))
    )
    (row,) = result.of("children")
    assert (row["child_id"], row["ethnicity"]) == ("00101", "WBRI")


def test_an_id_that_went_through_excel_is_kept_with_a_warning(tmp_path: Path) -> None:
    result = read(tmp_path, message(child(REFERRED, person=PERSON.replace("c1", "101.0"))))
    assert result.said() == [("id_went_through_excel", "LAchildID", Severity.WARNING)]
    assert result.of("referrals")[0]["child_id"] == "101"
