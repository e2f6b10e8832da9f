"""Codes of the school census, and of suspensions and exclusions."""

from __future__ import annotations

from datetime import date

from lineofsight.returns.codes.model import Code, CodeList, codes_of

SOURCE = "School census of the Department for Education, 2020 to 2025, as its exports hold it."
FROM_2020_21, LAST_OF_2019_20, LAST_OF_2021_22 = date(2020, 9, 1), date(2020, 8, 31), date(2022, 8, 31)

CATEGORIES = CodeList(
    name="categories_of_exclusion",
    title="Suspension or exclusion",
    source=SOURCE,
    codes=(
        Code(value="SUSP", meaning="suspension"),
        Code(value="FIXD", meaning="suspension", until=LAST_OF_2021_22, became="SUSP"),
        Code(value="PERM", meaning="permanent exclusion"),
        Code(value="LNCH", meaning="exclusion at lunchtime"),
    ),
)
EXCLUSION_REASONS = CodeList(
    name="reasons_for_exclusion",
    title="Reason for a suspension or exclusion",
    source=f"{SOURCE} Up to three from 2020 to 2021, one before.",
    codes=(
        Code(
            value="PP",
            meaning="physical assault against a pupil",
            spellings=("physical assault against a pupil",),
        ),
        Code(
            value="PA",
            meaning="physical assault against an adult",
            spellings=("physical assault against an adult",),
        ),
        Code(
            value="VP",
            meaning="verbal abuse or threatening behaviour against a pupil",
            spellings=("verbal abuse or threatening behaviour against a pupil",),
        ),
        Code(
            value="VA",
            meaning="verbal abuse or threatening behaviour against an adult",
            spellings=("verbal abuse or threatening behaviour against an adult",),
        ),
        Code(
            value="OW",
            meaning="an offensive weapon or prohibited item",
            since=FROM_2020_21,
            spellings=("use or threat of use of an offensive weapon or prohibited item",),
        ),
        Code(value="BU", meaning="bullying", spellings=("bullying",)),
        Code(value="RA", meaning="racist abuse", spellings=("racist abuse",)),
        Code(
            value="LG",
            meaning="abuse against sexual orientation or gender identity",
            since=FROM_2020_21,
        ),
        Code(value="DS", meaning="abuse relating to disability", since=FROM_2020_21),
        Code(value="SM", meaning="sexual misconduct", spellings=("sexual misconduct",)),
        Code(value="DA", meaning="drugs and alcohol", spellings=("drug and alcohol related",)),
        Code(value="DM", meaning="damage", spellings=("damage",)),
        Code(value="TH", meaning="theft", spellings=("theft",)),
        Code(
            value="DB",
            meaning="persistent or general disruptive behaviour",
            spellings=("persistent disruptive behaviour", "persistent or general disruptive behaviour"),
        ),
        Code(value="MT", meaning="misuse of social media or online technology", since=FROM_2020_21),
        Code(
            value="PH",
            meaning="wilful breach of protective measures in public health",
            since=FROM_2020_21,
        ),
        Code(value="OT", meaning="another", until=LAST_OF_2019_20),
    ),
)
SEN_PROVISIONS = CodeList(
    name="sen_provisions",
    title="Provision for special educational needs",
    source=SOURCE,
    codes=codes_of(
        {
            "N": "none",
            "K": "SEN support",
            "E": "education, health and care plan",
            "A": "school action, before SEN support",
            "P": "school action plus, before SEN support",
            "S": "statement, before plans",
        }
    ),
)
ENROLMENT_STATUSES = CodeList(
    name="enrolment_statuses",
    title="Enrolment status",
    source=SOURCE,
    codes=codes_of(
        {
            "C": "current, at this school alone",
            "M": "current, this school the main one of two",
            "S": "current, this school the subsidiary one",
            "G": "guest",
            "F": "further education",
            "O": "another provider",
        }
    ),
)
YEAR_GROUPS = CodeList(
    name="year_groups",
    title="National curriculum year",
    source=SOURCE,
    codes=codes_of(
        {
            "E1": "early, first",
            "E2": "early, second",
            "N1": "nursery, first year",
            "N2": "nursery, second year",
            "R": "reception",
            **{str(year): f"year {year}" for year in range(1, 15)},
            "M": "mixed",
            "X": "not known",
        }
    ),
)
SERVICE_CHILD = CodeList(
    name="service_children",
    title="Whether a parent serves in the armed forces",
    source=SOURCE,
    codes=codes_of({"Y": "yes", "N": "no", "U": "not known", "R": "refused", "S": ""}),
)
