"""Codes of the children's social work workforce census."""

from __future__ import annotations

from lineofsight.returns.codes.model import CodeList, codes_of

SOURCE = (
    "Specification of the children's social work workforce census of the Department for Education, 2017 to 2025, as its XSD "
    "has it."
)


def _numbered(*meanings: str, start: int = 1) -> dict[str, str]:
    return {str(number): meaning for number, meaning in enumerate(meanings, start=start)}


QUALIFICATIONS = CodeList(
    name="levels_of_qualification",
    title="Level of the social work qualification",
    source=SOURCE,
    codes=codes_of(_numbered("undergraduate", "postgraduate", "another")),
)
ROLES = CodeList(
    name="roles_of_social_workers",
    title="Role",
    source=SOURCE,
    codes=codes_of(
        _numbered(
            "senior manager",
            "middle manager",
            "first-line manager",
            "senior practitioner",
            "case holder",
            "qualified, without cases",
        )
    ),
)
ORIGINS = CodeList(
    name="origins_of_starters",
    title="Where a worker who started came from",
    source=SOURCE,
    codes=codes_of(
        _numbered(
            "newly qualified",
            "another authority in England",
            "social work outside England",
            "an agency",
            "social work that is not for an authority",
            "social care that is not social work",
            "elsewhere, or no employment",
            "another",
            "not known",
            "not collected yet",
        )
    ),
)
DESTINATIONS = CodeList(
    name="destinations_of_leavers",
    title="Where a worker who left went",
    source=SOURCE,
    codes=codes_of(
        {
            "1": "another authority in England",
            "2": "social work outside England",
            "3": "an agency",
            "4": "other social work",
            "5": "social care that is not social work",
            "6": "elsewhere, or no employment",
            "7": "another",
            "8": "not known",
            "9": "not collected yet",
        }
    ),
)
REASONS_LEFT = CodeList(
    name="reasons_left",
    title="Reason why a worker left",
    source=SOURCE,
    codes=codes_of(
        _numbered(
            "resigned",
            "voluntary redundancy",
            "compulsory redundancy",
            "dismissed",
            "retired",
            "died",
            "moved within the authority",
            "another",
            "not known",
            "not collected yet",
        )
    ),
)
REASONS_ABSENT = CodeList(
    name="reasons_absent",
    title="Reason for absence on 30 September",
    source=SOURCE,
    codes=codes_of(
        {
            "MAT": "maternity, paternity or adoption leave",
            "OTH": "other paid authorised absence",
            "PUB": "public duties",
            "SIC": "sickness",
            "TRN": "training",
            "UNA": "unauthorised absence",
            "UNP": "unpaid authorised absence",
        }
    ),
)
FRONTLINE = CodeList(
    name="frontline_graduates",
    title="Frontline graduate",
    source=f"{SOURCE} Public material gives the codes and not their words.",
    codes=codes_of(dict.fromkeys("012345", "")),
)
