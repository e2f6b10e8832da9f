"""The Standard Safeguarding Dataset: tables that name one another, and what a line of each becomes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from lineofsight.returns.known import recognise
from lineofsight.returns.model import Item, Row, SetAside
from lineofsight.returns.problems import Problem, Severity
from lineofsight.returns.safeguarding import dataset
from lineofsight.returns.safeguarding import values as v
from lineofsight.returns.safeguarding.unread import UNREAD
from lineofsight.returns.values import UnreadableError
from tests.unit.returns.files import csv_file, workbook

Lines = tuple[dict[str, str], ...]


def table(folder: Path, name: str, *lines: dict[str, str]) -> tuple[Path, str]:
    """A file of one of the tables with every field that is read; what a line does not say is NULL."""
    fields = [column.header for column in dataset.BY_NAME[name].part.columns]
    rows = [",".join(f'"{line.get(field, "NULL")}"'.replace("'", '""') for field in fields) for line in lines]
    return csv_file(folder, "\n".join([",".join(fields), *rows, ""]), f"{name}.csv"), name


def read_all(files: Iterable[tuple[Path, str]]) -> dict[str, list[Item]]:
    """Everything of each file, read beside the others."""
    files = list(files)
    reads = dataset.read_beside(files)
    return {part: list(reads(path, part, path.name)) for path, part in files}


def kept(items: list[Item], name: str) -> list[dict[str, object]]:
    return [i.values for i in items if isinstance(i, Row) and i.table == name and not i.held]


def problems(items: list[Item]) -> list[tuple[str, Severity, int | None, int]]:
    return [(i.rule, i.severity, i.row, i.times) for i in items if isinstance(i, Problem)]


REFERRAL = {
    "cine_referral_id": "R1",
    "cine_person_id": "101",
    "cine_referral_date": "2025-01-06 09:30:00.000",
}
ASSESSMENT = {
    "cina_assessment_id": "A1",
    "cina_person_id": "101",
    "cina_referral_id": "R1",
    "cina_assessment_start_date": "2025-01-07",
}
ENQUIRY = {
    "s47e_s47_enquiry_id": "S1",
    "s47e_referral_id": "R1",
    "s47e_person_id": "101",
    "s47e_s47_start_date": "2025-01-08",
}


def test_an_assessment_takes_the_day_of_its_referral_and_a_factor_what_its_assessment_took(
    tmp_path: Path,
) -> None:
    found = read_all(
        [
            table(
                tmp_path,
                "ssd_assessment_factors",
                {"cinf_assessment_id": "A1", "cinf_assessment_factors_json": "['1A', '2B']"},
            ),
            table(tmp_path, "ssd_cin_assessments", ASSESSMENT),
            table(tmp_path, "ssd_cin_episodes", REFERRAL),
        ]
    )
    (assessment,) = kept(found["ssd_cin_assessments"], "assessments")
    assert assessment["referral_date"] == date(2025, 1, 6)
    assert kept(found["ssd_assessment_factors"], "assessment_factors") == [
        {
            "child_id": "101",
            "referral_date": date(2025, 1, 6),
            "assessment_started": date(2025, 1, 7),
            "factor": factor,
        }
        for factor in ("1A", "2B")
    ]
    assert [problems(items) for items in found.values()] == [[], [], []]


def test_a_name_that_leads_nowhere_is_told_once_with_how_many_lines_have_one(tmp_path: Path) -> None:
    lost = [ASSESSMENT | {"cina_assessment_id": f"A{n}", "cina_referral_id": "R9"} for n in range(3)]
    found = read_all(
        [
            table(tmp_path, "ssd_cin_assessments", ASSESSMENT, *lost),
            table(tmp_path, "ssd_cin_episodes", REFERRAL),
        ]
    )
    assert problems(found["ssd_cin_assessments"]) == [("reference_unknown", Severity.WARNING, 3, 3)]
    days = [row["referral_date"] for row in kept(found["ssd_cin_assessments"], "assessments")]
    assert days == [date(2025, 1, 6), None, None, None]


def test_a_line_that_is_held_back_lends_nothing(tmp_path: Path) -> None:
    found = read_all(
        [
            table(tmp_path, "ssd_cin_assessments", ASSESSMENT),
            table(tmp_path, "ssd_cin_episodes", REFERRAL | {"cine_close_date": "soon"}),
        ]
    )
    assert kept(found["ssd_cin_episodes"], "referrals") == []
    assert [rule for rule, *_ in problems(found["ssd_cin_assessments"])] == ["reference_unknown"]


def test_a_factor_without_its_assessment_has_no_child_and_is_held_back(tmp_path: Path) -> None:
    line = {"cinf_assessment_id": "A1", "cinf_assessment_factors_json": "['1A']"}
    (items,) = read_all([table(tmp_path, "ssd_assessment_factors", line)]).values()
    assert ("child_unknown", Severity.HELD, 2, 1) in problems(items)
    assert [item.held for item in items if isinstance(item, Row)] == [True]


def test_an_empty_list_of_factors_is_held_back_so_that_no_line_is_lost(tmp_path: Path) -> None:
    found = read_all(
        [
            table(
                tmp_path,
                "ssd_assessment_factors",
                {"cinf_assessment_id": "A1", "cinf_assessment_factors_json": "[]"},
            ),
            table(tmp_path, "ssd_cin_assessments", ASSESSMENT),
            table(tmp_path, "ssd_cin_episodes", REFERRAL),
        ]
    )
    assert problems(found["ssd_assessment_factors"]) == [("list_empty", Severity.HELD, 2, 1)]


def test_an_enquiry_and_its_conference_tell_each_other_their_days(tmp_path: Path) -> None:
    conference = {
        "icpc_icpc_id": "I1",
        "icpc_s47_enquiry_id": "S1",
        "icpc_person_id": "101",
        "icpc_referral_id": "R1",
        "icpc_icpc_target_date": "2025-01-29",
        "icpc_icpc_date": "2025-01-28",
    }
    found = read_all(
        [
            table(
                tmp_path,
                "ssd_s47_enquiry",
                ENQUIRY | {"s47e_s47_outcome_json": "{'CP_CONFERENCE_FLAG': 'Y'}"},
            ),
            table(tmp_path, "ssd_initial_cp_conference", conference),
            table(tmp_path, "ssd_cin_episodes", REFERRAL),
        ]
    )
    (enquiry,) = kept(found["ssd_s47_enquiry"], "section_47_enquiries")
    assert (enquiry["conference_date"], enquiry["conference_target"]) == (
        date(2025, 1, 28),
        date(2025, 1, 29),
    )
    assert enquiry["conference_not_required"] is False
    (held,) = kept(found["ssd_initial_cp_conference"], "conferences")
    assert (held["came_from"], held["strategy_discussion_date"]) == ("section 47", date(2025, 1, 8))
    assert kept(found["ssd_s47_enquiry"], "section_47_outcomes")[0]["outcome"] == "conference"


@pytest.mark.parametrize(
    ("outcome", "nfa", "not_required"),
    [
        ("{'NFA_FLAG': 'Y', 'CP_CONFERENCE_FLAG': 'N'}", "Y", True),
        ("{'NFA_FLAG': 'N', 'CP_CONFERENCE_FLAG': 'N', 'MONITOR_FLAG': 'Y'}", "N", True),
        ("{'NFA_FLAG': 'Y', 'CP_CONFERENCE_FLAG': 'Y'}", "Y", False),
        ("NULL", "Y", True),
        ("NULL", "N", None),
        ("NULL", "NULL", None),
        ("{'NFA_FLAG': '', 'CP_CONFERENCE_FLAG': ''}", "NULL", None),
    ],
)
def test_whether_a_conference_is_needed_follows_from_the_outcome_where_that_is_known(
    tmp_path: Path, outcome: str, nfa: str, not_required: bool | None
) -> None:
    line = ENQUIRY | {"s47e_s47_outcome_json": outcome, "s47e_s47_nfa": nfa}
    found = read_all([table(tmp_path, "ssd_s47_enquiry", line)])
    (enquiry,) = kept(found["ssd_s47_enquiry"], "section_47_enquiries")
    assert enquiry["conference_not_required"] is not_required


def test_a_conference_that_is_not_held_yet_is_kept_without_its_day(tmp_path: Path) -> None:
    line = {"icpc_icpc_id": "I1", "icpc_person_id": "101", "icpc_icpc_date": "1900-01-01 00:00:00.000"}
    (items,) = read_all([table(tmp_path, "ssd_initial_cp_conference", line)]).values()
    (conference,) = kept(items, "conferences")
    assert (conference["held_date"], conference["came_from"]) == (None, "referral")


@pytest.mark.parametrize(
    ("started", "status"),
    [("2025-01-01", None), ("2025-01-02", "V2"), ("2025-01-09", "V2"), ("2025-01-10", "C2")],
)
def test_an_episode_has_the_legal_status_of_the_day_on_which_it_starts(
    tmp_path: Path, started: str, status: str | None
) -> None:
    spells = [("V2", "2025-01-02", "2025-01-10"), ("C2", "2025-01-10", "NULL")]
    found = read_all(
        [
            table(
                tmp_path,
                "ssd_cla_episodes",
                {"clae_person_id": "101", "clae_cla_episode_start_date": started},
            ),
            table(
                tmp_path,
                "ssd_legal_status",
                *(
                    {
                        "lega_person_id": "101",
                        "lega_legal_status": code,
                        "lega_legal_status_start_date": since,
                        "lega_legal_status_end_date": until,
                    }
                    for code, since, until in spells
                ),
            ),
        ]
    )
    (episode,) = kept(found["ssd_cla_episodes"], "episodes")
    assert episode["legal_status"] == status


def test_an_episode_takes_its_placement_and_a_review_its_child_from_the_period_of_care(
    tmp_path: Path,
) -> None:
    episode = {
        "clae_person_id": "101",
        "clae_cla_episode_start_date": "2025-01-02",
        "clae_cla_id": "C1",
        "clae_cla_placement_id": "P1",
    }
    placement = {
        "clap_cla_placement_id": "P1",
        "clap_cla_placement_start_date": "2025-01-02",
        "clap_cla_placement_type": "U4",
        "clap_cla_placement_provider": "PR1",
        "clap_cla_id": "C1",
    }
    review = {"clar_cla_review_id": "V1", "clar_cla_id": "C1", "clar_cla_review_date": "2025-01-28"}
    found = read_all(
        [
            table(tmp_path, "ssd_cla_reviews", review, review | {"clar_cla_id": "C9"}),
            table(tmp_path, "ssd_cla_placement", placement),
            table(tmp_path, "ssd_cla_episodes", episode),
        ]
    )
    assert kept(found["ssd_cla_episodes"], "episodes")[0]["placement"] == "U4"
    assert kept(found["ssd_cla_placement"], "placements")[0]["child_id"] == "101"
    (read,) = kept(found["ssd_cla_reviews"], "looked_after_reviews")
    assert (read["child_id"], read["review_date"]) == ("101", date(2025, 1, 28))
    assert ("child_unknown", Severity.HELD, 3, 1) in problems(found["ssd_cla_reviews"])


def test_only_the_worker_who_has_the_case_is_allocated_and_a_team_goes_by_its_name(tmp_path: Path) -> None:
    line = {
        "invo_professional_id": "W1",
        "invo_person_id": "101",
        "invo_professional_team": "5",
        "invo_involvement_start_date": "2025-01-02",
    }
    found = read_all(
        [
            table(
                tmp_path,
                "ssd_involvements",
                line | {"invo_professional_role_id": "CW"},
                line | {"invo_professional_role_id": "IRO", "invo_professional_team": "6"},
            ),
            table(tmp_path, "ssd_department", {"dept_team_id": "5", "dept_team_name": "North"}),
        ]
    )
    assert len(kept(found["ssd_involvements"], "involvements")) == 2
    (allocated,) = kept(found["ssd_involvements"], "allocations")
    assert (allocated["worker_id"], allocated["team"]) == ("W1", "North")
    assert [row["team"] for row in kept(found["ssd_involvements"], "involvements")] == ["North", "6"]
    assert [rule for rule, *_ in problems(found["ssd_involvements"])] == ["code_unknown"]


def test_each_table_of_visits_says_the_kind(tmp_path: Path) -> None:
    kinds = {
        name: kept(items, "visits")[0]["kind"]
        for name, prefix in (
            ("ssd_cin_visits", "cinv_cin"),
            ("ssd_cp_visits", "cppv_cp"),
            ("ssd_cla_visits", "clav_cla"),
        )
        for items in read_all(
            [
                table(
                    tmp_path,
                    name,
                    {f"{prefix[:4]}_person_id": "101", f"{prefix}_visit_date": "2025-01-02"},
                )
            ]
        ).values()
    }
    assert list(kinds.values()) == ["child_in_need", "child_protection", "looked_after"]


def test_a_contact_keeps_its_time(tmp_path: Path) -> None:
    line = {
        "cont_contact_id": "K1",
        "cont_person_id": "101",
        "cont_contact_date": "2025-01-06 09:30:00.000",
        "cont_contact_outcome_json": "{'NEW_REFERRAL_FLAG': 'Y'}",
    }
    (items,) = read_all([table(tmp_path, "ssd_contacts", line)]).values()
    (contact,) = kept(items, "contacts")
    assert (contact["received"], contact["received_minute"], contact["outcome"]) == (
        date(2025, 1, 6),
        570,
        "referral",
    )


def test_the_tables_may_be_the_sheets_of_one_workbook(tmp_path: Path) -> None:
    fields = {
        name: [column.header for column in dataset.BY_NAME[name].part.columns]
        for name in ("ssd_cin_assessments", "ssd_cin_episodes")
    }
    path = workbook(
        tmp_path,
        ssd_cin_assessments=[fields["ssd_cin_assessments"], ["A1", "101", "R1", date(2025, 1, 7), None]],
        ssd_cin_episodes=[
            fields["ssd_cin_episodes"],
            ["R1", "101", date(2025, 1, 6), "N1", "6", "N", None, date(1900, 3, 1)],
        ],
        ssd_family=[["fami_table_id", "fami_family_id", "fami_person_id"], ["1", "2", "101"]],
    )
    found = recognise(path)
    assert not isinstance(found, SetAside)
    known, part = found
    items = list(known.read(path, part, path.name))
    assert kept(items, "assessments")[0]["referral_date"] == date(2025, 1, 6)
    assert [rule for rule, *_ in problems(items)] == ["sheet_ignored"]


@pytest.mark.parametrize("name", UNREAD)
def test_a_table_that_is_left_alone_is_set_aside_by_name_with_its_reason(tmp_path: Path, name: str) -> None:
    fields, why = UNREAD[name]
    own = fields.split() if " " in fields else [f"{fields}table_id", f"{fields}person_id", f"{fields}value"]
    found = recognise(csv_file(tmp_path, ",".join(own) + "\n", "export.csv"))
    assert isinstance(found, SetAside)
    assert name in found.why
    assert why in found.why


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ('{"NEW_REFERRAL_FLAG": "N", "NFA_FLAG": "Y"}', "no_further_action"),
        ('{"ADVICE_FLAG": "Y", "NFA_FLAG": "Y"}', "information"),
        ('{"MISSING_FLAG": "Y"}', "other"),
        ('{"MISSING_FLAG": "", "COMMENTS": "a "quoted" word"}', None),
    ],
)
def test_the_outcome_of_a_contact_is_told_by_its_flags(text: str, outcome: str | None) -> None:
    assert v.contact_outcome(text) == outcome


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('["1A", "2B", "1A"]', ("1A", "2B")),
        ('{"1B": "Yes", "2B": "No", "3C": "Y"}', ("1B", "3C")),
        ("[]", ()),
    ],
)
def test_factors_are_a_list_or_answers(text: str, found: tuple[str, ...]) -> None:
    assert v.factors(text) == found


@pytest.mark.parametrize("text", ["1A", "1A, 2B", '["alcohol"]', "7", '["1A"'])
def test_what_is_no_list_of_factors_cannot_be_read(text: str) -> None:
    with pytest.raises(UnreadableError):
        v.factors(text)


def test_an_outcome_without_flags_cannot_be_read() -> None:
    with pytest.raises(UnreadableError):
        v.enquiry_outcome("no further action")
