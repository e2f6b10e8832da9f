"""The clocks of meetings, against deadlines that were worked out apart from this project."""

from __future__ import annotations

import json
from datetime import date

import pytest

from lineofsight.calendar import (
    clear_calendar_days_before,
    clear_working_days_before,
    two_months_beginning_with,
)

# What a vector's key says is to be found, from which of its dates, and how.
CLOCKS = {
    "three_clear_working_days_receive_by": ("meeting", lambda day: clear_working_days_before(day, 3)),
    "five_clear_working_days_publish_by": ("meeting", lambda day: clear_working_days_before(day, 5)),
    "twenty_eight_clear_calendar_days_publish_by": (
        "meeting",
        lambda day: clear_calendar_days_before(day, 28),
    ),
    "two_months_beginning_with_ends": ("s9FE_received", two_months_beginning_with),
}


@pytest.fixture(scope="module")
def vectors(data):
    found = [
        vector
        for path in sorted((data / "vectors").glob("*clear_days*.json"))
        for vector in json.loads(path.read_text(encoding="utf-8"))
    ]
    assert found, "there are no vectors of clear days in the data folder"
    return found


@pytest.mark.parametrize("key", CLOCKS)
def test_a_meetings_deadlines_are_those_worked_out_elsewhere(vectors, key):
    begins, clock = CLOCKS[key]
    expected = {vector[begins]: vector[key] for vector in vectors if key in vector}
    assert expected
    assert {start: clock(date.fromisoformat(start)).isoformat() for start in expected} == expected


def test_every_vector_is_tried(vectors):
    for vector in vectors:
        assert any(key in vector and begins in vector for key, (begins, _) in CLOCKS.items()), vector
