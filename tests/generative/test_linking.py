"""Links as expressions and links as told in plain Python are the same, over small towns where much is confused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import ibis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lineofsight.engines.duckdb import DuckDB
from lineofsight.returns.linking import DOUBTS, WAYS, linked_children
from lineofsight.returns.tables import BY_NAME
from tests.generative.oracle_linking import Rows, links

NUMBERS = st.sampled_from([None, "UN1", "A100000000001", "a100000000002", "A10000000000Z", "B200000000004"])
BIRTHS = st.sampled_from([None, date(2012, 5, 2), date(2012, 5, 3)])
SEXES = st.sampled_from([None, "F", "M", "U"])
POSTCODES = st.sampled_from([None, "", "HD1 1AA", "hd11aa", "HD1 1AB"])
CHILDREN = st.sampled_from(["a", "b", "c", "d"])


def rows(**columns: st.SearchStrategy[object]) -> st.SearchStrategy[list[dict[str, object]]]:
    return st.lists(st.fixed_dictionaries(dict(columns)), max_size=5)


def people(ids: st.SearchStrategy[object], **more: st.SearchStrategy[object]) -> st.SearchStrategy[Rows]:
    return rows(child_id=ids, born=BIRTHS, sex=SEXES, **more)


TOWNS = st.fixed_dictionaries(
    {
        "children": people(CHILDREN, upn=NUMBERS, former_upn=NUMBERS),
        "looked_after_children": people(CHILDREN, upn=NUMBERS),
        "census_pupils": people(NUMBERS, former_upn=NUMBERS, enrolment=st.uuids().map(str)),
        "sen_persons": people(
            st.sampled_from(["SEN2 1", "SEN2 2", "A100000000001"]), upn=NUMBERS, postcode=POSTCODES
        ),
        "episodes": rows(child_id=CHILDREN, started=st.dates(), home_postcode=POSTCODES),
    }
)


def one_a_person(town: Mapping[str, Rows]) -> dict[str, Rows]:
    """The newest row of each person, as the record gives it: tables without days hold one row a key."""
    alone = ("children", "looked_after_children", "sen_persons")
    return {
        name: list({row["child_id"]: row for row in found}.values()) if name in alone else found
        for name, found in town.items()
    }


class Linked:
    """An engine that is asked the same of many towns: compiling is what takes long."""

    def __init__(self) -> None:
        self.engine = DuckDB()
        self.question = str(ibis.to_sql(linked_children.rows, dialect="duckdb"))

    def of(self, town: Mapping[str, Rows]) -> list[dict[str, object]]:
        for name, found in town.items():
            self.engine.supply_rows(BY_NAME[name], found)
        told: list[dict[str, object]] = self.engine._db.raw_sql(self.question).to_arrow_table().to_pylist()
        return told


@pytest.fixture(scope="module")
def linked() -> Linked:
    return Linked()


@settings(max_examples=100, deadline=None, database=None, derandomize=True)
@given(town=TOWNS)
def test_the_expressions_link_as_plain_python_does(linked: Linked, town: Mapping[str, Rows]) -> None:
    known = one_a_person(town)
    told = linked.of(known)
    assert len(told) == len({row["child_id"] for row in told})
    assert {r["child_id"]: (r["pupil_id"], r["how"], r["doubt"]) for r in told} == links(known)
    for row in told:
        assert (row["pupil_id"] is None) == (row["how"] is None)
        assert row["how"] is None or (row["how"] in WAYS and row["doubt"] is None)
        assert row["doubt"] is None or row["doubt"] in DOUBTS
