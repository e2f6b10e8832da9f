"""readings, rows, signal, measure and catalogue: what they print, and how a slip of the pen is answered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lineofsight.indicators.catalogue import BY_ID
from lineofsight.run.access import verify
from tests.unit.cli.conftest import Los, Ran, SmallHome

READING_KEYS = "period_start period_end period_kind group numerator denominator value unknown open state"


def asked(los: Los, small: SmallHome, *words: str) -> Ran:
    return los(*words, "--home", small.home)


def test_readings_are_one_json_value_with_the_keys_of_the_contract(los: Los, small: SmallHome) -> None:
    ran = asked(los, small, "readings", "cpp_rate", "--json")
    assert ran.code == 0
    assert len(ran.json) == 12
    assert set(READING_KEYS.split()) <= ran.json[0].keys()
    march = ran.json[-1]
    assert (march["period_start"], march["period_end"], march["group"]) == ("2024-03-01", "2024-03-31", [])
    assert (march["numerator"], march["denominator"], march["value"]) == (3, None, None)
    assert (march["unknown"], march["open"], march["state"]) == (0, 0, "complete")


def test_readings_of_a_breakdown_keep_those_not_recorded_as_null(los: Los, small: SmallHome) -> None:
    found = asked(los, small, "readings", "cpp_rate", "--by", "ward", "--from", "2024-03-01", "--json").json
    assert [(r["group"], r["numerator"]) for r in found] == [(["North"], 2), (["South"], 0), ([None], 1)]
    told = asked(los, small, "readings", "cpp_rate", "--by", "ward", "--from", "2024-03-01").out
    assert [line.split("  ")[1] for line in told.splitlines()] == ["North", "South", "not recorded"]


def test_readings_between_two_days_are_those_wholly_between_them(los: Los, small: SmallHome) -> None:
    words = ("readings", "cpp_rate", "--from", "2023-12-01", "--to", "2024-01-31", "--json")
    assert [r["period_end"] for r in asked(los, small, *words).json] == ["2023-12-31", "2024-01-31"]
    words = ("readings", "cpp_rate", "--from", "2023-12-02", "--to", "2024-01-30", "--json")
    assert asked(los, small, *words).json == []


@pytest.mark.parametrize("form", [[], ["--json"], ["--jsonl"]])
def test_readings_beyond_the_limit_are_counted(los: Los, small: SmallHome, form: list[str]) -> None:
    ran = asked(los, small, "readings", "cpp_rate", "--limit", "5", *form)
    assert ran.code == 0
    assert ran.err == "7 more left out by --limit.\n"
    assert (len(ran.json) if form == ["--json"] else len(ran.out.splitlines())) == 5
    if form == ["--jsonl"]:
        assert json.loads(ran.out.splitlines()[0])["period_end"] == "2023-04-30"
    whole = asked(los, small, "readings", "cpp_rate", "--limit", "12", *form)
    assert whole.err == ""


def rows(los: Los, small: SmallHome, *words: str) -> Ran:
    return asked(los, small, "rows", "cpp_rate", "--period", "2024-03", *words)


def test_rows_lead_to_file_and_row_and_mask_the_child(los: Los, small: SmallHome) -> None:
    ran = rows(los, small, "--json", "--reason", "monthly check")
    assert ran.code == 0
    found = ran.json
    assert len(found) == 3
    assert {"child", "met", "load", "file", "sheet", "row"} <= found[0].keys()
    assert {r["child"] for r in found} == {"•••"}
    assert {r["file"] for r in found} == {"census.xml"}
    assert [r["amount"] for r in found] == [1, 1, 1]  # numbers as numbers
    assert "c1" not in ran.out
    lines = (small.files / "census.xml").read_text(encoding="utf-8").splitlines()
    assert all("<ChildProtectionPlans>" in lines[r["row"] - 1] for r in found)


def test_rows_name_the_children_where_values_are_asked_for(los: Los, small: SmallHome) -> None:
    found = rows(los, small, "--json", "--show-values", "--reason", "monthly check").json
    assert sorted(r["child"] for r in found) == ["c1", "c2", "c3"]
    told = rows(los, small, "--show-values", "--reason", "monthly check").out
    assert "c3  met  load-" in told
    assert "•••  met" in rows(los, small, "--reason", "monthly check").out


@pytest.mark.parametrize(
    ("group", "children"),
    [("North", ["c1", "c2"]), ("South", []), ("not recorded", ["c3"])],
)
def test_rows_of_one_group_are_those_of_its_reading(
    los: Los, small: SmallHome, group: str, children: list[str]
) -> None:
    words = ("--by", "ward", "--group", group, "--json", "--show-values", "--reason", "a test")
    found = rows(los, small, *words).json
    assert sorted(r["child"] for r in found) == children


@pytest.mark.parametrize("form", [[], ["--json"], ["--jsonl"]])
def test_rows_beyond_the_limit_are_counted(los: Los, small: SmallHome, form: list[str]) -> None:
    ran = rows(los, small, "--limit", "1", "--reason", "a test", *form)
    assert ran.err == "2 more left out by --limit.\n"


@pytest.mark.parametrize("reason", [[], ["--reason", ""], ["--reason", "  "]])
def test_rows_without_a_reason_end_with_2_and_are_not_logged(
    los: Los, small: SmallHome, reason: list[str]
) -> None:
    before = verify(small.home).entries
    ran = rows(los, small, *reason)
    assert ran.code == 2
    assert "only with a reason, which is logged" in ran.err
    assert ran.out == ""
    assert verify(small.home).entries == before


def test_each_look_at_rows_is_an_entry_that_names_the_figure_and_no_child(los: Los, small: SmallHome) -> None:
    before = verify(small.home).entries
    rows(los, small, "--by", "ward", "--group", "North", "--reason", "asked by the panel")
    verdict = verify(small.home)
    assert (verdict.ok, verdict.entries) == (True, before + 1)
    last = json.loads((small.home / "access-log.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert last["what"] == "rows of cpp_rate 2024-03 month ward North"
    assert last["reason"] == "asked by the panel"
    assert last["who"]
    assert asked(los, small, "log", "verify", "--json").json == {
        "ok": True,
        "entries": before + 1,
        "disposals": 0,
    }


SLIPS = [
    (["readings", "cpp_rat"], "There is no indicator 'cpp_rat'. Indicators: rereferral_12m_pct, "),
    (["catalogue", "cpp_rat"], "There is no indicator 'cpp_rat'. Indicators: rereferral_12m_pct, "),
    (["measure", "--only", "cpp_rat"], "There is no indicator 'cpp_rat'. Indicators: rereferral_12m_pct, "),
    (["signal", "cpp_rat"], "There is no indicator 'cpp_rat'. Indicators: rereferral_12m_pct, "),
    (["rows", "cpp_rat", "--period", "2024-03", "--reason", "x"], "There is no indicator 'cpp_rat'."),
    (["readings", "cpp_rate", "--by", "team"], "Breakdowns offered: ward, age_band, sex."),
    (["signal", "cpp_rate", "--by", "team", "--group", "x"], "Breakdowns offered: ward, age_band, sex."),
    (["readings", "cpp_rate", "--kind", "fortnight"], "'month', 'quarter', 'rolling_12_months', "),
    (["readings", "cpp_rate", "--kind", "day"], "'month', 'quarter', 'rolling_12_months', "),
    (["rows", "cpp_rate", "--period", "2024-03", "--kind", "municipal_year"], "'financial_year_to_date'"),
    (["rows", "cpp_rate", "--period", "2024-13", "--reason", "x"], "'2024-13' is not a month. Write it as"),
    (
        ["rows", "cpp_rate", "--period", "March", "--reason", "x"],
        "'March' is not a month. Write it as 2024-09",
    ),
    (
        ["rows", "cpp_rate", "--period", "2024-03", "--by", "ward", "--reason", "x"],
        "--by and --group go together",
    ),
    (["signal", "cpp_rate", "--group", "North"], "--by and --group go together"),
    (
        ["rows", "cpp_rate", "--period", "2024-03", "--by", "ward", "--group", "Nort", "--reason", "x"],
        "cpp_rate has no group 'Nort' by ward. Groups: North, South, not recorded.",
    ),
    (["signal", "cpp_rate", "--by", "ward", "--group", "Nort"], "Groups: North, South, not recorded."),
    (["readings", "cpp_rate", "--from", "01/04/2023"], "does not match the format '%Y-%m-%d'"),
    (["paper", "--out", "p", "--period", "2024-04"], "run-000001 ends on 2024-03-31."),
]


@pytest.mark.parametrize(("words", "says"), SLIPS, ids=lambda part: " ".join(part)[:60])
def test_a_slip_ends_with_2_and_a_sentence_that_lists_what_is_offered(
    los: Los, small: SmallHome, words: list[str], says: str
) -> None:
    ran = los(words[0], *words[1:], *([] if words[0] == "catalogue" else ["--home", small.home]))
    assert ran.code == 2
    assert says in " ".join(ran.err.split())
    assert ran.out == ""


def test_a_signal_is_a_sentence_or_its_chart_as_json(los: Los, small: SmallHome) -> None:
    told = asked(los, small, "signal", "cpp_rate")
    assert told.code == 0
    found = asked(los, small, "signal", "cpp_rate", "--json").json
    keys = {"chart", "baseline", "points", "assurance", "sentence", "refusal"}
    assert keys <= found.keys()
    assert told.out == f"{found['sentence']}\n"
    assert {"period_end", "value", "centre", "lower", "upper", "signal"} <= found["points"][0].keys()
    assert len(found["points"]) == 12


def test_a_signal_of_one_group_is_that_groups(los: Los, small: SmallHome) -> None:
    found = asked(los, small, "signal", "cpp_rate", "--by", "ward", "--group", "North", "--json").json
    assert [p["numerator"] for p in found["points"]][-3:] == [2, 2, 2]


def test_measuring_says_what_was_computed_from_which_loads(
    los: Los, small: SmallHome, tmp_path: Path
) -> None:
    home = ("--home", tmp_path / "home")
    los("load", small.files / "census.xml", *home)
    words = ("measure", "--to", "2023-12-15", "--months", "2", "--only", "icpc_no_s47_count")
    found = los(*words, "--json", *home).json
    assert {"run", "readings", "seconds", "loads"} <= found.keys()
    assert (found["run"], found["loads"]) == ("run-000001", ["load-000001"])
    series = los("readings", "icpc_no_s47_count", "--json", *home).json
    assert [r["period_end"] for r in series] == ["2023-10-31", "2023-11-30"]


def test_the_catalogue_holds_every_indicator_with_the_keys_of_the_contract(los: Los) -> None:
    found = los("catalogue", "--json").json
    assert [i["id"] for i in found] == list(BY_ID)
    keys = (
        "id title shape definition why_it_matters sources polarity unit breakdowns caveats read_with "
        "synonyms matures_after reviewed"
    )
    assert all(set(keys.split()) <= i.keys() for i in found)
    (one,) = los("catalogue", "icpc_15wd_pct", "--json").json
    assert one["read_with"] == "icpc_overdue_open"
    told = los("catalogue", "icpc_15wd_pct").out
    assert "the 15th counts, the 16th does not" in told
    assert all(id_ in los("catalogue").out for id_ in BY_ID)
