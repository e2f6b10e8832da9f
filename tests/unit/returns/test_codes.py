"""Dated code lists: every list is sound, and each change of a code is read right on both of its sides."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pkgutil import iter_modules

import pytest

from lineofsight.returns import codes
from lineofsight.returns.codes.children_in_need import REASONS_CLOSED, SOURCES
from lineofsight.returns.codes.looked_after import PLACEMENTS, REASONS_ENDED
from lineofsight.returns.codes.model import Code, CodeList
from lineofsight.returns.codes.people import SEXES
from lineofsight.returns.codes.schools import CATEGORIES, EXCLUSION_REASONS
from lineofsight.returns.codes.special_needs import NEEDS
from lineofsight.returns.forms import code_words
from lineofsight.returns.headings import plain
from lineofsight.returns.known import PARTS, XML_RETURNS
from lineofsight.returns.parts import Codes, listed

MODULES = [import_module(f"{codes.__name__}.{module.name}") for module in iter_modules(codes.__path__)]
LISTS = {
    each.name: each for module in MODULES for each in vars(module).values() if isinstance(each, CodeList)
}


def test_a_lists_name_is_its_own() -> None:
    every = {id(each) for module in MODULES for each in vars(module).values() if isinstance(each, CodeList)}
    assert len(every) == len(LISTS)


@pytest.mark.parametrize("known", LISTS.values(), ids=LISTS)
def test_a_list_says_what_it_is_and_where_it_is_from(known: CodeList) -> None:
    assert known.title
    assert known.source.endswith(".")
    assert known.values


@pytest.mark.parametrize("known", LISTS.values(), ids=LISTS)
def test_a_way_to_write_a_code_stands_for_one_code(known: CodeList) -> None:
    ways = [plain(way) for way, _ in known.writings()]
    assert len(ways) == len(set(ways))


@pytest.mark.parametrize("known", LISTS.values(), ids=LISTS)
def test_what_a_code_became_is_a_code_of_the_list(known: CodeList) -> None:
    for code in known.codes:
        assert {code.canonical, *code.followed_by} <= set(known.values)
        assert not code.followed_by or code.until
        assert code.since is None or code.until is None or code.since <= code.until


@pytest.mark.parametrize("known", LISTS.values(), ids=LISTS)
def test_a_list_is_read_by_some_column(known: CodeList) -> None:
    of_sheets = [column.as_.of for part in PARTS for column in part.columns if isinstance(column.as_, Codes)]
    leaves = [leaf for _, groups in XML_RETURNS for group in groups for leaf in group.leaves.values()]
    of_elements = [leaf.codes.of for leaf in leaves if leaf.codes]
    assert known in [*of_sheets, *of_elements] or known is SEXES  # which a parser of its own reads


def code(known: CodeList, value: str) -> Code:
    return next(each for each in known.codes if each.value == value)


CHANGES = [
    (PLACEMENTS, "K3", date(2024, 4, 1), None),
    (PLACEMENTS, "H5", None, date(2025, 3, 31)),
    (PLACEMENTS, "P2", None, date(2025, 3, 31)),
    (PLACEMENTS, "Z1", None, date(2025, 3, 31)),
    (PLACEMENTS, "Z11", date(2025, 4, 1), None),
    (PLACEMENTS, "Z14", date(2025, 4, 1), None),
    (REASONS_ENDED, "E43", None, date(2018, 3, 31)),
    (REASONS_ENDED, "E44", None, date(2018, 3, 31)),
    (REASONS_ENDED, "E45", date(2018, 4, 1), None),
    (REASONS_ENDED, "E48", date(2018, 4, 1), None),
    (SEXES, "1", None, date(2024, 3, 31)),
    (SOURCES, "5D", date(2022, 4, 1), None),
    (REASONS_CLOSED, "RC9", date(2022, 4, 1), None),
    (CATEGORIES, "FIXD", None, date(2022, 8, 31)),
    (EXCLUSION_REASONS, "OT", None, date(2020, 8, 31)),
    (EXCLUSION_REASONS, "MT", date(2020, 9, 1), None),
    (NEEDS, "DS", date(2025, 1, 1), None),
]


@pytest.mark.parametrize(("known", "value", "since", "until"), CHANGES)
def test_a_code_is_in_force_from_its_first_day_to_its_last(
    known: CodeList, value: str, since: date | None, until: date | None
) -> None:
    found = code(known, value)
    assert (found.since, found.until) == (since, until)


DAY = date(2024, 4, 1)


@pytest.mark.parametrize(
    ("first", "last", "used"),
    [
        (date(2024, 3, 30), date(2024, 3, 31), False),
        (date(2024, 3, 30), DAY, True),
        (date(2024, 3, 30), None, True),
        (DAY, DAY, True),
    ],
)
def test_a_row_uses_a_new_code_rightly_if_it_lasts_until_the_codes_first_day(
    first: date, last: date | None, used: bool
) -> None:
    assert Code(value="K3", since=DAY).is_used_between(first, last) is used


@pytest.mark.parametrize(
    ("first", "last", "used"),
    [(date(2024, 4, 2), None, False), (DAY, None, True), (date(2020, 1, 1), date(2025, 1, 1), True)],
)
def test_a_row_uses_an_old_code_rightly_if_it_began_by_the_codes_last_day(
    first: date, last: date | None, used: bool
) -> None:
    assert Code(value="Z1", until=DAY).is_used_between(first, last) is used


def test_a_code_that_means_the_same_as_a_newer_one_is_read_as_that() -> None:
    assert dict(listed(SEXES).spellings())["1"] == "M"


def test_the_words_of_a_column_tell_the_lists_meanings_and_days() -> None:
    word = next(each for each in code_words(listed(PLACEMENTS)) if each.code == "K3")
    assert (word.meaning, word.since, word.until) == ("supported accommodation", date(2024, 4, 1), None)
