"""What a council decides: read whole, or refused with a sentence that says where and what is allowed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lineofsight.council import (
    FAMILIES,
    LARGEST_PANEL_SET,
    BaselineChange,
    Council,
    CouncilFileError,
    DisclosureRule,
    Hold,
    PartMapping,
    Settings,
    Target,
)

EXAMPLE = Path(__file__).parents[2] / "council.example.toml"


@pytest.fixture
def council(tmp_path):
    """Reads the text of a council.toml."""

    def read(text, encoding="utf-8"):
        path = tmp_path / "council.toml"
        path.write_text(text, encoding=encoding)
        return Council.read(path)

    return read


@pytest.fixture
def refusal(council):
    """The sentence with which a council.toml is refused."""

    def read(text, encoding="utf-8"):
        with pytest.raises(CouncilFileError) as refused:
            council(text, encoding)
        return str(refused.value)

    return read


# ---- defaults ---------------------------------------------------------------------------------------------------


def test_without_a_file_the_defaults_hold(tmp_path, council):
    defaults = Council.read(None)
    assert defaults == Council() == Council.read(tmp_path / "council.toml") == council("")
    assert defaults.name == "Example Council"
    assert defaults.panel == ()
    assert defaults.targets == {}
    assert defaults.baselines == {}


def test_by_default_the_start_is_day_0_and_twenty_weeks_are_140_days():
    assert Council().settings == Settings(first_working_day=0, ehc_days=140)


def test_by_default_every_family_has_the_strictest_rule():
    assert Council().disclosure == dict.fromkeys(FAMILIES, DisclosureRule.STRICTEST)


def test_an_empty_file_is_a_file_with_defaults(council):
    assert council("# nothing is decided otherwise\n") == Council()


# ---- the example ------------------------------------------------------------------------------------------------


def test_the_example_is_read():
    example = Council.read(EXAMPLE)
    assert example.targets["icpc_15wd_pct"] == Target(
        value=85, at_least=True, since=date(2025, 4, 1), set_by="Improvement Board"
    )
    assert example.panel[0] == "icpc_15wd_pct"


def test_what_the_example_says_of_names_and_settings_is_what_holds_without_it():
    example, defaults = Council.read(EXAMPLE), Council()
    for decided in ("name", "panel_name", "colour", "settings", "disclosure", "retention", "backup_days"):
        assert getattr(example, decided) == getattr(defaults, decided)


def test_the_example_shows_every_key():
    text = EXAMPLE.read_text(encoding="utf-8")
    keys = (
        "name",
        "panel_name",
        "colour",
        "panel",
        "first_working_day",
        "ehc_days",
        "target",
        "baselines",
        "years",
    )
    for key in (*keys, "at_least", "at_most", "from", "set_by", "first", "last", "reason", "by", *FAMILIES):
        assert f"{key} =" in text or f'"{key}" =' in text, key


# ---- what is read -----------------------------------------------------------------------------------------------


def test_names_and_colour_are_read(council):
    read = council('name = "Northshire"\npanel_name = "Scrutiny"\ncolour = "#00AA11"')
    assert (read.name, read.panel_name, read.colour) == ("Northshire", "Scrutiny", "#00aa11")


def test_a_file_saved_by_notepad_is_read(council):
    assert council('name = "Northshire"', encoding="utf-8-sig").name == "Northshire"


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("days", [139, 140])
def test_both_ways_of_counting_days_are_read(council, first, days):
    read = council(f"[settings]\nfirst_working_day = {first}\nehc_days = {days}")
    assert read.settings == Settings(first_working_day=first, ehc_days=days)


def test_one_family_may_follow_dfes_own_rule(council):
    read = council('[disclosure]\nexclusions = "dfe"')
    assert read.disclosure_of("exclusions") is DisclosureRule.DFE
    assert read.disclosure_of("children in need") is DisclosureRule.STRICTEST


def test_a_family_that_nobody_named_has_the_strictest_rule():
    assert Council().disclosure_of("practice quality") is DisclosureRule.STRICTEST


def test_a_target_not_to_exceed_is_read(council):
    read = council('[indicators.x]\ntarget = { at_most = 20.5, from = 2025-04-01, set_by = "Board" }')
    assert read.targets == {"x": Target(value=20.5, at_least=False, since=date(2025, 4, 1), set_by="Board")}


def test_a_target_of_zero_is_a_target(council):
    read = council('[indicators.x]\ntarget = { at_most = 0, from = 2025-04-01, set_by = "Board" }')
    assert read.targets["x"].value == 0


def test_changes_of_baseline_are_read_in_their_order(council):
    read = council(
        """
        [indicators.x]
        baselines = [
            { first = 2020-04-01, last = 2022-03-31, reason = "First limits", by = "A. Analyst" },
            { first = 2023-04-01, last = 2023-04-01, reason = "New front door", by = "A. Director" },
        ]
        """
    )
    assert read.targets == {}
    assert read.baselines["x"] == (
        BaselineChange(
            first=date(2020, 4, 1), last=date(2022, 3, 31), reason="First limits", by="A. Analyst"
        ),
        BaselineChange(
            first=date(2023, 4, 1), last=date(2023, 4, 1), reason="New front door", by="A. Director"
        ),
    )


def _panel(count):
    return "panel = [" + ", ".join(f'"indicator_{place}"' for place in range(count)) + "]"


def test_a_panels_set_of_twenty_is_read_in_its_order(council):
    read = council(_panel(LARGEST_PANEL_SET))
    assert LARGEST_PANEL_SET == 20
    assert read.panel == tuple(f"indicator_{place}" for place in range(20))


def test_a_panels_set_of_twenty_one_is_refused(refusal):
    assert refusal(_panel(21)) == "council.toml: 'panel' names 21 indicators. A panel's set has at most 20."


# ---- what is refused --------------------------------------------------------------------------------------------


def test_an_unknown_key_is_named_with_where_it_is_and_what_is_known(refusal):
    assert refusal("[settings]\nehc_day = 140") == (
        "council.toml, [settings]: the key 'ehc_day' is not known. "
        "Known here: 'first_working_day', 'ehc_days'. Did you mean 'ehc_days'?"
    )


def test_an_unknown_key_that_is_like_no_other_is_named_without_a_guess(refusal):
    assert refusal("zzz = 1").endswith(
        "'disclosure', 'indicators', 'retention', 'backups', 'names', 'mapping'."
    )


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("tagret = 1", "council.toml: the key 'tagret'"),
        ("[indicators.x]\nceiling = 18", "council.toml, [indicators.x]: the key 'ceiling'"),
        ("[indicators.x.target]\nsetby = 1", "council.toml, [indicators.x.target]: the key 'setby'"),
        (
            "[[indicators.x.baselines]]\nwho = 1",
            "council.toml, [indicators.x.baselines, number 1]: the key 'who'",
        ),
        ('[disclosure]\nschools = "dfe"', "council.toml, [disclosure]: the key 'schools'"),
    ],
)
def test_an_unknown_key_is_refused_wherever_it_is(refusal, text, where):
    assert refusal(text).startswith(where)


TARGET = "[indicators.x]\ntarget = {{ at_least = {0}, from = {1}, set_by = {2} }}"
BASELINE = "[indicators.x]\nbaselines = [{{ first = {0}, last = {1}, reason = {2}, by = {3} }}]"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name = 1", "'name' is 1. It must be a text"),
        ('name = " "', "'name' is \" \". It must be a text"),
        ("panel_name = true", "'panel_name' is true"),
        ('colour = "blue"', "'colour' is \"blue\". It must be # and six hexadecimal digits"),
        ('colour = "#12345"', "six hexadecimal digits"),
        ('colour = "#1234567"', "six hexadecimal digits"),
        ('panel = "x"', "'panel' is \"x\". It must be a list"),
        ("panel = [1]", "'panel' is [1]. It must be a list"),
        ('panel = ["x", ""]', "It must be a list of texts"),
        ('panel = ["x", "y", "x"]', "'panel' names 'x' more than once"),
        ("settings = 1", "'settings' is 1. It must be a table"),
        ("indicators = []", "'indicators' is []. It must be a table"),
        ("[indicators]\nx = 1", "'x' is 1. It must be a table"),
        ("[settings]\nfirst_working_day = 2", "'first_working_day' is 2. It must be 0 or 1"),
        ("[settings]\nfirst_working_day = -1", "It must be 0 or 1"),
        ("[settings]\nfirst_working_day = true", "'first_working_day' is true. It must be 0 or 1"),
        ("[settings]\nehc_days = 138", "It must be 139 or 140"),
        ("[settings]\nehc_days = 141", "It must be 139 or 140"),
        ("[settings]\nehc_days = 140.0", "It must be 139 or 140"),
        ('[settings]\nehc_days = "140"', "It must be 139 or 140"),
        ('[disclosure]\nexclusions = "none"', '"strictest" or "dfe"'),
        ("[disclosure]\nexclusions = false", "'exclusions' is false"),
        (TARGET.format("true", "2025-04-01", '"Board"'), "'at_least' is true. It must be a number"),
        (TARGET.format("nan", "2025-04-01", '"Board"'), "It must be a number"),
        (TARGET.format('"85"', "2025-04-01", '"Board"'), "'at_least' is \"85\". It must be a number"),
        (
            TARGET.format("85", '"2025-04-01"', '"Board"'),
            "'from' is \"2025-04-01\". It must be a date without",
        ),
        (TARGET.format("85", "2025-04-01T00:00:00", '"Board"'), "'from' is 2025-04-01 00:00:00. It must be"),
        (TARGET.format("85", "2025-04-01", '""'), "'set_by' is \"\". It must be a text"),
        ("[indicators.x.target]\nat_least = 1", "'from' is missing. It must be a date"),
        ("[indicators.x.target]\nat_least = 1\nat_most = 2", "either 'at_least' or 'at_most', and not both"),
        ("[indicators.x.target]", "either 'at_least' or 'at_most', and not both"),
        ("[indicators.x]\ntarget = 85", "'target' is 85. It must be a table"),
        ("[indicators.x.baselines]", "'baselines' is {}. It must be a list of tables"),
        ("[indicators.x]\nbaselines = [1]", "'baselines, number 1' is 1. It must be a table"),
        (
            BASELINE.format("2024-01-01", "2023-12-31", '"r"', '"b"'),
            "'last' (2023-12-31) lies before 'first'",
        ),
        (BASELINE.format("2024-01-01", "2024-12-31", '""', '"b"'), "'reason' is \"\""),
        (BASELINE.format("2024-01-01", "2024-12-31", '"r"', "7"), "'by' is 7"),
        ("[[indicators.x.baselines]]\nfirst = 2024-01-01", "'last' is missing"),
    ],
)
def test_a_value_that_is_not_allowed_is_refused_with_what_is(refusal, text, says):
    assert says in refusal(text)


def test_a_file_that_is_no_toml_is_refused_with_the_line(refusal):
    says = refusal('name = "x"\npanel_name = Scrutiny\n')
    assert says.startswith("council.toml is not TOML:")
    assert "line 2" in says


def test_a_file_that_is_not_utf_8_is_refused_with_what_to_do(refusal):
    assert refusal('name = "Städt"', encoding="cp1252") == (
        "council.toml is not UTF-8. Save it again with the encoding UTF-8."
    )


def test_a_folder_in_the_files_place_is_refused(tmp_path):
    (tmp_path / "council.toml").mkdir()
    with pytest.raises(CouncilFileError, match="cannot be read"):
        Council.read(tmp_path / "council.toml")


def test_a_backup_is_kept_for_ninety_days_or_as_many_as_the_council_says(council):
    assert council("").backup_days == 90
    assert council("[backups]\nkeep_days = 1").backup_days == 1
    assert council("[backups]\nkeep_days = 36600").backup_days == 36600


@pytest.mark.parametrize("days", ["0", "36601", "true", "1.5", '"90"'])
def test_days_of_a_backup_that_are_none_are_refused(refusal, days):
    assert "a whole number of days from 1 to 36600" in refusal(f"[backups]\nkeep_days = {days}")


# ---- how long loads are kept ------------------------------------------------------------------------------------


def test_by_default_a_load_is_kept_for_six_years_after_it_was_replaced_and_nothing_is_held(council):
    kept = council("").retention
    assert (kept.years_of("cin_census"), kept.hold_on("cin_census"), kept.named) == (6, None, ())


def test_a_return_has_its_own_years_and_the_others_those_for_all(council):
    kept = council("[retention]\nyears = 10\n[retention.returns]\nnames = 0\nssda903 = 100\n").retention
    assert [kept.years_of(name) for name in ("names", "ssda903", "cin_census")] == [0, 100, 10]
    assert kept.named == ("names", "ssda903")


def test_a_hold_is_on_one_return_or_on_all(council):
    one = '[[retention.holds]]\nreturn = "ssda903"\nreason = "An inquiry"\nby = "The monitoring officer"\n'
    hold = Hold(return_name="ssda903", reason="An inquiry", by="The monitoring officer")
    kept = council(one).retention
    assert (kept.hold_on("ssda903"), kept.hold_on("cin_census"), kept.named) == (hold, None, ("ssda903",))
    every = '[[retention.holds]]\nreason = "A claim"\nby = "Legal services"\n'
    assert council(every).retention.hold_on("cin_census").reason == "A claim"


@pytest.mark.parametrize("years", ["-1", "101", "1.0", "true", '"6"'])
@pytest.mark.parametrize("where", ["[retention]\nyears", "[retention.returns]\nnames"])
def test_years_are_a_whole_number_from_0_to_100(refusal, where, years):
    assert "a whole number of years from 0 to 100" in refusal(f"{where} = {years}")


@pytest.mark.parametrize("given", ['reason = "x"', 'by = "x"', 'reason = " "\nby = "x"', 'return = ""'])
def test_a_hold_says_why_and_by_whom(refusal, given):
    assert "[retention.holds, number 1]" in refusal(f"[[retention.holds]]\n{given}\n")


# ---- who may see names ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("", True),
        ("[names]", True),
        ("[names]\nreaders = []", False),
        ('[names]\nreaders = ["bo"]', False),
        ('[names]\nreaders = ["bo", "ann"]', True),
    ],
)
def test_names_are_for_those_listed_and_without_a_list_for_all_who_may_open_the_home(council, text, may):
    assert council(text).may_see_names("ann") is may


# ---- the council's own headings and words -----------------------------------------------------------------------


def test_the_example_shows_how_a_mapping_is_written():
    assert set(Council.read(EXAMPLE).mapping) == {"exclusions"}


def test_a_mapping_is_read_by_part(council):
    own = council(
        '[mapping.visits.columns]\n"Seen on" = "Visited"\n[mapping.visits.codes."Kind of visit"]\n"CP" = "other"'
    )
    assert own.mapping == {
        "visits": PartMapping(columns={"Seen on": "Visited"}, codes={"Kind of visit": {"CP": "other"}})
    }


def test_without_a_mapping_nothing_is_mapped(council):
    assert council("").mapping == {}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("mapping = 1", "must be a table"),
        ('[mapping.visits]\ncolumn = "x"', "Did you mean 'columns'?"),
        ('[mapping.visits.columns]\na = ""', "a text in quotation marks"),
        ('[mapping.visits.codes]\nStatus = "x"', "'Status' is \"x\". It must be a table"),
    ],
)
def test_a_mapping_of_another_shape_is_refused(refusal, text, says):
    assert says in refusal(text)
