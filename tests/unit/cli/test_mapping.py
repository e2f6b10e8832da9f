"""A council's own headings and words are named once in council.toml: its extracts then give the figures of ours."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.conftest import Los

Words = dict[str, dict[str, str]]

HEADER = (
    "Exclusion ID",
    "Child ID",
    "Notified",
    "Excluded from",
    "Phase",
    "Sex",
    "Reason",
    "Status",
    "Status date",
)
ROWS = [
    ("X1", "101", "02/09/2024", "02/09/2024", "secondary", "M", "DB", "notified", "02/09/2024"),
    ("X1", "101", "02/09/2024", "02/09/2024", "secondary", "M", "DB", "upheld", "20/09/2024"),
    ("X2", "102", "07/10/2024", "07/10/2024", "primary", "F", "PP", "notified", "07/10/2024"),
    ("X2", "102", "07/10/2024", "07/10/2024", "primary", "F", "PP", "reinstated", "21/10/2024"),
    ("X3", "103", "08/10/2024", "08/10/2024", "secondary", "F", "DB", "upheld", "22/10/2024"),
]
# Three councils' ways: their headings by ours, and their words by ours under our heading.
COPIES: list[tuple[dict[str, str], Words]] = [
    (
        {"Exclusion ID": "Case no.", "Status": "Stage", "Phase": "Sector"},
        {"Phase": {"secondary": "KS3/4", "primary": "KS1/2"}, "Status": {"upheld": "PEX agreed"}},
    ),
    (
        {"Notified": "Told us on", "Excluded from": "Day 1", "Status date": "As of", "Sex": "G"},
        {"Sex": {"M": "boy", "F": "girl"}, "Reason": {"DB": "7", "PP": "-"}},
    ),
    (
        # Their "Reason" holds our statuses, and their "Status" our reasons.
        {"Status": "Reason", "Reason": "Status", "Child ID": "Who"},
        {"Status": {"notified": "new", "upheld": "stays out", "reinstated": "goes back"}},
    ),
]


def table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    return "".join(",".join(line) + "\n" for line in (header, *rows))


def copied(headings: dict[str, str], words: Words, turned: int) -> str:
    """The extract as another council writes it: its headings, its words, its order of columns."""
    order = [*range(turned, len(HEADER)), *range(turned)][::-1]
    header = tuple(headings.get(HEADER[place], HEADER[place]) for place in order)
    rows = [
        tuple(words.get(HEADER[place], {}).get(row[place], row[place]) for place in order) for row in ROWS
    ]
    return table(header, rows)


def settings(headings: dict[str, str], words: Words) -> str:
    def quoted(pairs: dict[str, str]) -> str:
        return "".join(f"{json.dumps(theirs)} = {json.dumps(ours)}\n" for ours, theirs in pairs.items())

    columns = f"[mapping.exclusions.columns]\n{quoted(headings)}"
    codes = (
        f"[mapping.exclusions.codes.{json.dumps(ours)}]\n{quoted(pairs)}" for ours, pairs in words.items()
    )
    return columns + "".join(codes)


def readings(los: Los, home: str) -> list[Any]:
    assert (
        los("measure", "--home", home, "--only", "pex_notified_count", "--only", "pex_confirmed_count").code
        == 0
    )
    return [
        los("readings", name, "--home", home, "--by", by, "--json").json
        for name in ("pex_notified_count", "pex_confirmed_count")
        for by in ("phase", "sex")
    ]


def home(name: str, text: str, council: str = "") -> Path:
    """A home with these settings, and beside it the extract to load."""
    Path(name).mkdir()
    Path(name, "council.toml").write_text(council, encoding="utf-8")
    extract = Path(f"{name}.csv")
    extract.write_text(text, encoding="utf-8")
    return extract


def test_renamed_reordered_and_recoded_copies_of_an_extract_give_the_same_readings(los: Los) -> None:
    ours = home("ours", table(HEADER, ROWS))
    assert los("load", ours, "--home", "ours").code == 0
    expected = readings(los, "ours")
    assert any(reading["numerator"] for series in expected for reading in series)
    for number, (headings, words) in enumerate(COPIES):
        name = f"copy{number}"
        theirs = home(name, copied(headings, words, number + 2), settings(headings, words))
        report = los("load", theirs, "--home", name, "--json").json["files"][0]
        assert {problem["rule"] for problem in report["problems"]} <= {"column_missing"}
        assert readings(los, name) == expected


def test_without_the_mapping_the_same_copy_is_not_known(los: Los) -> None:
    headings, words = COPIES[1]
    theirs = home("bare", copied(headings, words, 1))
    assert los("check", theirs, "--home", "bare").code == 1


def test_a_word_that_is_not_mapped_is_kept_and_listed_with_how_often_it_stands(los: Los) -> None:
    rows = [*ROWS, *(("X9", "109", "", "08/10/2024", "academy", "F", "DB", "notified", "08/10/2024"),) * 2]
    theirs = home(
        "some", table(HEADER, [(*row[:1], f"{row[1]}{place}", *row[2:]) for place, row in enumerate(rows)])
    )
    Path("some/council.toml").write_text(
        '[mapping.exclusions.codes."Phase"]\n"KS3/4" = "secondary"\n', encoding="utf-8"
    )
    report = los("check", theirs, "--home", "some", "--json", "--show-values", "--reason", "a test").json[
        "files"
    ][0]
    (unknown,) = [problem for problem in report["problems"] if problem["rule"] == "code_unknown"]
    assert (unknown["value"], unknown["times"]) == ("academy", 2)
    assert report["tables"][0]["rows_kept"] == len(rows)
    shown = los("check", theirs, "--home", "some", "--show-values", "--reason", "a test").out
    assert "(academy, 2 times)" in shown


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[mapping.exclusion.columns]\n"a" = "Status"', "Did you mean 'exclusions'?"),
        ('[mapping.exclusions.column]\n"a" = "Status"', "Did you mean 'columns'?"),
        ('[mapping.exclusions.columns]\n"a" = "Statuss"', "Did you mean 'Status'?"),
        ('[mapping.exclusions.codes."Statuss"]\n"a" = "upheld"', "there is no column 'Statuss'"),
        (
            '[mapping.exclusions.codes."Status"]\n"a" = "upheldd"',
            "there is no code 'upheldd'. Did you mean 'upheld'?",
        ),
        ('[mapping.exclusions.codes."Sex"]\n"a" = "boy"', "'boy' is no value that the column 'Sex' takes"),
        ('[mapping.exclusions.codes]\n"Status" = "upheld"', "It must be a table"),
        ('[mapping.exclusions.columns]\n"a" = 1', "a text in quotation marks"),
        ('[mapping.cin_census.columns]\n"a" = "b"', "there is no part 'cin_census'"),
    ],
)
@pytest.mark.parametrize("command", ["check", "load"])
def test_a_mapping_of_what_there_is_not_ends_with_2_and_a_sentence(
    los: Los, text: str, says: str, command: str
) -> None:
    extract = home("odd", table(HEADER, ROWS), text)
    found = los(command, extract, "--home", "odd")
    assert found.code == 2
    assert "council.toml" in found.err
    assert says in found.err


def test_a_heading_that_stands_twice_after_mapping_refuses_the_file_with_both(los: Los) -> None:
    header = tuple("Stage" if name == "Sex" else name for name in HEADER)
    extract = home("twice", table(header, ROWS), '[mapping.exclusions.columns]\n"Stage" = "Status"\n')
    report = los("check", extract, "--home", "twice", "--json").json["files"][0]
    assert [problem["rule"] for problem in report["problems"]] == ["column_twice"]


def test_marks_that_are_nothing_but_a_sign_are_mapped_by_either_road(los: Los) -> None:
    header = "UPN,School,Date,Session,Code\n"
    plain = header + "A000000000001,3826001,10/09/2025,AM,+\nA000000000001,3826001,10/09/2025,PM,ill\n"
    council = '[mapping.marks.codes."Code"]\n"+" = "/"\n"ill" = "I"\n'
    for name, text in {"plain": plain, "quoted": plain.replace("+", '"+"')}.items():
        extract = home(name, text, council)
        report = los("load", extract, "--home", name, "--json").json["files"][0]
        assert report["problems"] == []
        assert report["tables"][0]["rows_kept"] == 2
