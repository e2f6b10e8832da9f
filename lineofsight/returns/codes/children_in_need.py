"""Codes of the children in need census."""

from __future__ import annotations

from datetime import date

from lineofsight.returns.codes.model import Code, CodeList, codes_of

SOURCE = "Specification of the children in need census of the Department for Education, 2022 to 2026, as its XSD has it."
FROM_2022_23 = date(2022, 4, 1)

SOURCES = CodeList(
    name="referral_sources",
    title="Source of a referral or contact",
    source=SOURCE,
    codes=(
        *codes_of(
            {
                "1A": "individual: family member, relative or carer",
                "1B": "individual: acquaintance, such as a neighbour or a child minder",
                "1C": "individual: the child",
                "1D": "individual: another, such as a stranger or a Member of Parliament",
                "2A": "schools",
                "2B": "education services",
                "3A": "health: general practitioner",
                "3B": "health: health visitor",
                "3C": "health: school nurse",
                "3D": "health: other primary health services",
                "3E": "health: accident and emergency department",
                "3F": "health: another, such as a hospice",
                "4": "housing, of the authority or an association",
                "5A": "the authority's social care, such as adults' services",
                "5B": "the authority's other services",
                "5C": "another authority's services",
            }
        ),
        Code(value="5D", meaning="the authority's early help", since=FROM_2022_23),
        *codes_of(
            {
                "6": "police",
                "7": "other legal agency, such as a court, probation or a prison",
                "8": "other, such as a children's centre or a voluntary organisation",
                "9": "anonymous",
                "10": "not known",
            }
        ),
    ),
)
NEEDS = CodeList(
    name="primary_needs",
    title="Primary need",
    source=SOURCE,
    codes=codes_of(
        {
            "N0": "not stated",
            "N1": "abuse or neglect (from 2025 to 2026: abuse, neglect and exploitation)",
            "N2": "child's disability or illness",
            "N3": "parental illness or disability",
            "N4": "family in acute stress",
            "N5": "family dysfunction",
            "N6": "socially unacceptable behaviour",
            "N7": "low income",
            "N8": "absent parenting",
            "N9": "cases other than children in need",
        }
    ),
)
REASONS_CLOSED = CodeList(
    name="reasons_closed",
    title="Reason why a case was closed",
    source=SOURCE,
    codes=(
        *codes_of(
            {
                "RC1": "adopted",
                "RC2": "died",
                "RC3": "child arrangements order",
                "RC4": "special guardianship order",
                "RC5": "transferred to another authority",
                "RC6": "transferred to adult services",
                "RC7": "services ceased for another reason",
                "RC8": "closed after assessment, no further action",
            }
        ),
        Code(value="RC9", meaning="closed after assessment, passed to early help", since=FROM_2022_23),
    ),
)
CATEGORIES = CodeList(
    name="categories_of_abuse",
    title="Category of abuse",
    source=SOURCE,
    codes=codes_of(
        {
            "NEG": "neglect",
            "PHY": "physical abuse",
            "SAB": "sexual abuse",
            "EMO": "emotional abuse",
            "MUL": "multiple, or not recommended",
        }
    ),
)
DISABILITIES = CodeList(
    name="disabilities",
    title="Disability",
    source=SOURCE,
    codes=codes_of(
        {
            "NONE": "none",
            "MOB": "mobility",
            "HAND": "hand function",
            "PC": "personal care",
            "INC": "incontinence",
            "COMM": "communication",
            "LD": "learning",
            "HEAR": "hearing",
            "VIS": "vision",
            "BEH": "behaviour",
            "CON": "consciousness",
            "AUT": "autism",
            "DDA": "another, under the Disability Discrimination Act",
        }
    ),
)


def _by_whom(number: int, what: str) -> dict[str, str]:
    whose = ("by the child", "by a parent or carer", "by another person in the household")
    return {f"{number}{letter}": f"{what} {each}" for letter, each in zip("ABC", whose, strict=True)}


def _of_whom(number: int, what: str) -> dict[str, str]:
    whose = ("of the child", "of a parent or carer", "of another person in the household")
    return {f"{number}{letter}": f"{what} {each}" for letter, each in zip("ABC", whose, strict=True)}


FACTORS = CodeList(
    name="assessment_factors",
    title="Factor found at the end of an assessment",
    source=f"{SOURCE} 18A and 19A are what 18B, 18C, 19B and 19C were before they were told apart.",
    codes=codes_of(
        {
            **_by_whom(1, "alcohol misuse"),
            **_by_whom(2, "drug misuse"),
            "3A": "domestic abuse of the child",
            "3B": "domestic abuse of a parent or carer",
            "3C": "domestic abuse of another person in the household",
            **_of_whom(4, "mental health"),
            **_of_whom(5, "learning disability"),
            **_of_whom(6, "physical disability or illness"),
            "7A": "young carer",
            "8B": "privately fostered: from overseas, to return",
            "8C": "privately fostered: from overseas, to stay",
            "8D": "privately fostered: in the United Kingdom, in education",
            "8E": "privately fostered: in the United Kingdom, by families' own arrangement",
            "8F": "privately fostered: another",
            "9A": "unaccompanied asylum-seeking child",
            "10A": "going missing",
            "11A": "child sexual exploitation",
            "12A": "trafficking",
            "13A": "gangs",
            "14A": "socially unacceptable behaviour",
            "15A": "self-harm",
            "16A": "neglect",
            "17A": "emotional abuse",
            "18A": "physical abuse",
            "18B": "physical abuse by another child",
            "18C": "physical abuse by an adult",
            "19A": "sexual abuse",
            "19B": "sexual abuse by another child",
            "19C": "sexual abuse by an adult",
            "20": "another",
            "21": "none",
            "22A": "female genital mutilation",
            "23A": "abuse linked to faith or belief",
            "24A": "child criminal exploitation",
        }
    ),
)
