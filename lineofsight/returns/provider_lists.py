"""Ofsted's lists of social care providers and children's homes: known, and set aside, since no indicator uses them."""

from __future__ import annotations

from lineofsight.returns.cells import Cell
from lineofsight.returns.headings import plain, shown

# Five layouts in four years agree on little: a number, a name and a postcode, each under several headings, among
# several of these. Two of them are enough to tell the list from a council's own table of schools or homes.
NAMES = ("settingname", "providername", "organisationname")
ALSO_THERE = (
    "localauthority",
    "providerlocalauthority",
    "providertype",
    "provisiontype",
    "sector",
    "registrationstatus",
    "providerstatus",
    "registrationdate",
    "placementcode",
    "placementprovidercode",
    "ownername",
)
WHAT = "Ofsted's list of social care providers"
WHY = "It describes homes and agencies, not children; no figure is worked out from it, so it was left alone."


def is_provider_list(header: list[Cell]) -> bool:
    """Whether a header row is that of a list of providers."""
    there = {plain(shown(cell)) for cell in header}
    has_postcode = any("postcode" in heading for heading in there)
    named = any(name in there for name in NAMES)
    return "urn" in there and has_postcode and named and sum(also in there for also in ALSO_THERE) >= 2
