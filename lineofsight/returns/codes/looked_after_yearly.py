"""Codes of the looked-after return (SSDA903) that are given once a year, or about adoption, care leavers and workers."""

from __future__ import annotations

from lineofsight.returns.codes.looked_after import SOURCE
from lineofsight.returns.codes.model import CodeList, codes_of, numbered

SDQ_REASONS = CodeList(
    name="reasons_without_sdq",
    title="Reason why there is no strengths and difficulties score",
    source=SOURCE,
    codes=numbered(
        "SDQ",
        "outside the ages for it",
        "the carer refused",
        "not possible, because of the child's disability",
        "another reason",
        "the child refused",
    ),
)
IN_TOUCH = CodeList(
    name="in_touch",
    title="Whether the authority is in touch with a care leaver",
    source=SOURCE,
    codes=codes_of(
        {
            "YES": "in touch",
            "NO": "not in touch",
            "DIED": "died",
            "REFU": "refuses contact",
            "NREQ": "no longer requires services",
            "RHOM": "returned home",
        }
    ),
)
ACTIVITIES = CodeList(
    name="activities_of_care_leavers",
    title="Activity of a care leaver",
    source=SOURCE,
    codes=codes_of(
        {
            "F1": "higher education, full-time",
            "P1": "higher education, part-time",
            "F2": "other education, full-time",
            "P2": "other education, part-time",
            "F3": "training or employment, full-time, as it was written before F5",
            "P3": "training or employment, part-time, as it was written before P5",
            "F4": "apprenticeship, full-time",
            "P4": "apprenticeship, part-time",
            "F5": "training or employment, full-time",
            "P5": "training or employment, part-time",
            "G4": "not in education, employment or training, because of illness or disability",
            "G5": "not in education, employment or training, for another reason",
            "G6": "not in education, employment or training, because of pregnancy or parenting",
            "0": "not known",
        }
    ),
)
_HOMES = {
    "B": "with parents or relatives",
    "C": "community home or other residential care",
    "D": "semi-independent, transitional accommodation",
    "E": "supported lodgings",
    "G": "gone abroad",
    "H": "deported",
    "K": "ordinary lodgings",
    "R": "residence not known",
    "S": "no fixed abode",
    "T": "foyer",
    "U": "independent living",
    "V": "emergency accommodation",
    "W": "bed and breakfast",
    "X": "in custody",
    "Y": "other accommodation",
    "Z": "with former foster carers",
}
ACCOMMODATIONS = CodeList(
    name="accommodations_of_care_leavers",
    title="Accommodation of a care leaver, and whether it is suitable",
    source=SOURCE,
    codes=codes_of(
        {
            "0": "not known",
            **{
                f"{letter}{number}": f"{home}, {suitable}"
                for letter, home in _HOMES.items()
                for number, suitable in ((1, "suitable"), (2, "unsuitable"))
            },
        }
    ),
)
SEXES_OF_ADOPTERS = CodeList(
    name="sexes_of_adopters",
    title="Sex of adopters",
    source=SOURCE,
    codes=codes_of(
        {
            "M1": "one man",
            "F1": "one woman",
            "MM": "two men",
            "FF": "two women",
            "MF": "a man and a woman",
        }
    ),
)
LEGAL_STATUSES_OF_ADOPTERS = CodeList(
    name="legal_statuses_of_adopters",
    title="Legal status of adopters",
    source=SOURCE,
    codes=codes_of(
        {
            "L0": "single",
            "L11": "married",
            "L12": "in a civil partnership",
            "L2": "a man and a woman, not married",
            "L3": "of the same sex, not in a civil partnership",
            "L4": "",
        }
    ),
)
REASONS_PLACED_CEASED = CodeList(
    name="reasons_no_longer_placed_for_adoption",
    title="Reason why a child is no longer placed for adoption",
    source=SOURCE,
    codes=numbered(
        "RD",
        "the child's needs changed after the decision",
        "the court made no placement order",
        "no adopters could be found",
        "another reason",
    ),
)
ARRANGEMENTS = CodeList(
    name="previous_permanence",
    title="Previous permanent arrangement",
    source=SOURCE,
    codes=codes_of(
        {
            "P1": "adoption",
            "P2": "special guardianship order",
            "P3": "residence or child arrangements order",
            "P4": "one that is not known",
            "Z1": "none",
        }
    ),
)
REASONS_WORKER_CHANGED = CodeList(
    name="reasons_worker_changed",
    title="Reason why a child's social worker changed",
    source=f"{SOURCE} From 2023 to 2024.",
    codes=codes_of(
        {
            "MANAGE": "",
            "FCONTA": "",
            "LEFTRL": "the worker left the role",
            "ORGRST": "the organisation was restructured",
            "TSPROC": "",
            "ABSENC": "the worker is absent",
            "CHCHAN": "the child asked for it",
            "PCCHAN": "a parent or carer asked for it",
            "SWDIED": "the worker died",
            "OTHERS": "another reason",
        }
    ),
)
