"""The code lists of ILACS Annex A, with the words that stand for a code and the letters that stand before it.

Ofsted's form of a value is a letter and words (``b) Female``); councils also write the words alone, the code of the
statutory return, or the code with its words (``N1 - Abuse or neglect``, ``q) 6: Police``, ``0 - No``).
"""

from __future__ import annotations

from collections.abc import Mapping

from lineofsight.returns import ssda903_codes as c
from lineofsight.returns.codes import children_in_need as need
from lineofsight.returns.contacts import SOURCES as CONTACT_SOURCES
from lineofsight.returns.parts import Codes, codes, listed


def lettered(known: str | Codes, also: Mapping[str, str] | None = None) -> Codes:
    """A code list whose values may have Ofsted's letter before them and words behind them."""
    own = known if isinstance(known, Codes) else codes(known)
    return Codes(own.known, (*own.also, *(also or {}).items()), lettered=True, of=own.of)


SEXES = lettered(
    "M F U N",
    {
        "Male": "M",
        "Female": "F",
        "1": "M",
        "2": "F",
        "0": "U",
        "9": "N",
        "Not stated": "U",
        "Not stated/recorded": "U",
        "Not stated or recorded": "U",
        "Unknown": "U",
        "Unborn": "U",
        "Neither": "N",
        "Indeterminate": "N",
    },
)
YES_NO = lettered(
    "Y N U",
    {
        "Yes": "Y",
        "No": "N",
        "1": "Y",
        "0": "N",
        "True": "Y",
        "False": "N",
        "Unknown": "U",
        "Not known": "U",
        "Not recorded": "U",
    },
)
ETHNICITIES = lettered(
    c.ETHNICITIES,
    {
        "White British": "WBRI",
        "White Irish": "WIRI",
        "Traveller of Irish heritage": "WIRT",
        "Any other White background": "WOTH",
        "Gypsy/Roma": "WROM",
        "Gypsy or Roma": "WROM",
        "White and Black Caribbean": "MWBC",
        "White and Black African": "MWBA",
        "White and Asian": "MWAS",
        "Any other mixed background": "MOTH",
        "Indian": "AIND",
        "Pakistani": "APKN",
        "Bangladeshi": "ABAN",
        "Any other Asian background": "AOTH",
        "Caribbean": "BCRB",
        "African": "BAFR",
        "Any other Black background": "BOTH",
        "Chinese": "CHNE",
        "Any other ethnic group": "OOTH",
        "Refused": "REFU",
        "Not obtained": "NOBT",
        "Information not yet obtained": "NOBT",
    },
)
SOURCES = lettered(
    CONTACT_SOURCES,
    {
        "Individual": "1A",
        "Schools": "2A",
        "Education services": "2B",
        "Health services": "3F",
        "Housing": "4",
        "Police": "6",
        "Other legal agency": "7",
        "Other": "8",
        "Anonymous": "9",
        "Unknown": "10",
    },
)
NEEDS = lettered(
    listed(need.NEEDS),
    {
        "Abuse or neglect": "N1",
        "Child's disability or illness": "N2",
        "Child's disability": "N2",
        "Parental illness or disability": "N3",
        "Parental disability or illness": "N3",
        "Family in acute stress": "N4",
        "Family dysfunction": "N5",
        "Socially unacceptable behaviour": "N6",
        "Low income": "N7",
        "Absent parenting": "N8",
        "Cases other than children in need": "N9",
        "Not stated": "N0",
    },
)
CATEGORIES = lettered(
    listed(need.CATEGORIES),
    {
        "Neglect": "NEG",
        "Physical abuse": "PHY",
        "Sexual abuse": "SAB",
        "Emotional abuse": "EMO",
        "Multiple": "MUL",
        "Multiple/not recommended": "MUL",
    },
)
REASONS_CLOSED = lettered(listed(need.REASONS_CLOSED))
STATUSES = lettered(
    "looked_after protection_plan in_need_plan open_assessment closed",
    {
        "Looked after child": "looked_after",
        "Child protection plan": "protection_plan",
        "Child in need plan": "in_need_plan",
        "Open assessment": "open_assessment",
        "Closed episode": "closed",
    },
)
LEGAL_STATUSES = lettered(c.LEGAL_STATUSES)
PERMANENCE_PLANS = lettered(
    "home adoption guardianship fostering residential supported independent other",
    {
        "Return to family": "home",
        "Return home": "home",
        "Special guardianship/CAO": "guardianship",
        "Supported living in the community": "supported",
        "Long-term fostering": "fostering",
        "Long term residential placement": "residential",
        "Independence": "independent",
    },
)
PLACEMENTS = lettered(c.PLACEMENTS)
PROVIDERS = lettered(
    c.PROVIDERS,
    {
        "Own provision": "PR1",
        "Other local authority provision": "PR2",
        "Private provision": "PR4",
        "Voluntary/third sector": "PR5",
    },
)
LOCATIONS = lettered(
    "IN OUT", {"In": "IN", "Out": "OUT", "Inside the authority": "IN", "Outside the authority": "OUT"}
)
REASONS_CEASED = lettered(c.REASONS_ENDED)
ELIGIBILITIES = lettered(
    "relevant former_relevant qualifying eligible other",
    {
        "Relevant child": "relevant",
        "Former relevant child": "former_relevant",
        "Qualifying care leaver": "qualifying",
        "Eligible child": "eligible",
    },
)
IN_TOUCH = lettered("Y N U X", {"Yes": "Y", "No": "N", "Not recorded": "U", "Exclude": "X"})
ACCOMMODATIONS = lettered("B C D E G H K R S T U V W X Y Z")
SUITABILITIES = lettered("suitable unsuitable not_recorded excluded", {"Not recorded": "not_recorded"})
ACTIVITIES = lettered(c.ACTIVITIES)
REASONS_REVERSED = lettered(c.REASONS_PLACED_CEASED)
