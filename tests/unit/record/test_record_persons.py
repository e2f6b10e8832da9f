"""A child's rows are found wherever they are: by every identifier that is its alone, and through what they belong to."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from lineofsight.record import Record
from lineofsight.record.persons import find, identities, records_of, stored_tables
from lineofsight.returns.model import Row

A, B, FORMER = "A111111111111", "B222222222222", "C33333333333A"
Rows = list[tuple[str, dict[str, object]]]


def load(record: Record, rows: Rows, *, return_name: str = "cin_census", key: str = "2025") -> None:
    path = record.home / "file.csv"
    path.write_text("anything", encoding="utf-8")
    with record.staging(return_name=return_name, key=key, covers_until=date(2025, 3, 31)) as staging:
        staging.file(staging.add_original(path))
        for number, (table, values) in enumerate(rows, start=2):
            staging.keep(Row(table, dict(values), "", number))
        staging.commit(by="anna", now=datetime.now(UTC))


def ids(record: Record, child: str) -> set[str]:
    return set(identities(stored_tables(record.folders, record.loads()), child))


def found(record: Record, *names: str) -> dict[str, list[int]]:
    """The rows found, by their table."""
    tables = stored_tables(record.folders, record.loads())
    return {f.where.table: [row["row"] for row in f.rows()] for f in find(tables, frozenset(names))}


def known(child: str, upn: str | None) -> tuple[str, dict[str, object]]:
    return "children", {"child_id": child, "upn": upn}


def test_a_childs_number_is_found_and_the_child_by_its_number(record: Record) -> None:
    load(record, [known("c1", A), known("c2", B), known("c3", None), ("children", {"upn": B})])
    assert ids(record, "c1") == ids(record, A) == {"c1", A}
    assert ids(record, "c3") == {"c3"}
    assert ids(record, "c9") == {"c9"}


def test_a_number_that_two_children_have_in_whatever_load_is_neithers(record: Record) -> None:
    load(record, [known("c1", A), known("c2", B)])
    load(record, [known("c2", A)], key="2024")
    assert ids(record, "c1") == {"c1"}
    assert ids(record, "c2") == {"c2", B}
    assert ids(record, A) == {A}


def test_what_stands_where_a_number_is_missing_is_no_number(record: Record) -> None:
    load(record, [known("c1", "UN1"), known("c2", "UN2")])
    assert ids(record, "c1") == {"c1"}


def test_a_former_number_is_found_in_the_school_census(record: Record) -> None:
    load(record, [known("c1", A)])
    load(record, [("census_pupils", {"child_id": A, "former_upn": FORMER})], return_name="school_census")
    assert ids(record, A) == {"c1", A, FORMER}
    assert found(record, "c1", A) == {"children": [2], "census_pupils": [2]}


def test_rows_that_name_no_child_are_found_through_what_they_belong_to(record: Record) -> None:
    load(
        record,
        [
            ("sen_requests", {"child_id": "c1", "request_id": "r1"}),
            ("sen_requests", {"child_id": "c2", "request_id": "r2"}),
            ("sen_assessments", {"request_id": "r1", "assessment_id": "a1"}),
            ("sen_assessments", {"request_id": "r2", "assessment_id": "a2"}),
            ("sen_named_plans", {"assessment_id": "a1", "plan_id": "p1"}),
            ("sen_plan_details", {"plan_id": "p1"}),
            ("sen_plan_details", {"plan_id": "p2"}),
            ("sen_active_plans", {"request_id": "r1", "active_plan_id": "v1"}),
            ("sen_needs", {"active_plan_id": "v1"}),
            ("sen_needs", {"active_plan_id": None}),
        ],
        return_name="sen2",
    )
    assert found(record, "c1") == {
        "sen_requests": [2],
        "sen_active_plans": [9],
        "sen_assessments": [4],
        "sen_named_plans": [6],
        "sen_needs": [10],
        "sen_plan_details": [7],
    }


def test_a_record_that_two_children_share_leads_to_nobodys_rows(record: Record) -> None:
    rows: Rows = [("census_pupils", {"child_id": child, "enrolment": "e1"}) for child in (A, B)]
    load(record, [*rows, ("census_sessions", {"enrolment": "e1"})], return_name="school_census")
    assert found(record, A) == {"census_pupils": [2]}


def test_what_a_record_is_called_in_one_return_says_nothing_in_another(record: Record) -> None:
    load(record, [("sen_requests", {"child_id": "c1", "request_id": "7"})], return_name="sen2")
    load(record, [("sen_assessments", {"request_id": "7", "assessment_id": "a"})], return_name="other")
    assert found(record, "c1") == {"sen_requests": [2]}


def test_nothing_is_found_of_a_child_that_is_not_there(record: Record) -> None:
    load(record, [known("c1", A)])
    assert found(record, "c9") == {}
    assert records_of([]) == {}


def test_the_folder_of_originals_is_not_taken_for_tables(record: Record, tmp_path: Path) -> None:
    load(record, [known("c1", A)])
    stray = record.folders.originals("load-000001") / "stray.parquet"
    stray.write_bytes(b"a council's own file")
    assert [t.table for t in stored_tables(record.folders, record.loads())] == ["children"]
