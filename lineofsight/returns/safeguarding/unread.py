"""The dataset's tables that are known and left alone, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from lineofsight.returns.cells import Cell
from lineofsight.returns.headings import plain, shown

WHAT = "A table of the Standard Safeguarding Dataset"
EMPTY = "the dataset fills it with placeholders"
UNREAD: dict[
    str, tuple[str, str]
] = {  # table -> what its field names begin with, or are, and why it is left alone
    "ssd_address": (
        "addr_",
        "an address is not held; the register of wards and teams says where a child lives",
    ),
    "ssd_api_data_staging": (
        "person_id json_payload current_hash previous_hash submission_status row_state",
        "it repeats the other tables, for sending them on",
    ),
    "ssd_cla_care_plan": ("lacp_", "no figure rests on it"),
    "ssd_cla_convictions": ("clac_", "SSDA903 counts convictions, over the year that it is asked for"),
    "ssd_cla_substance_misuse": (
        "clas_",
        "SSDA903 counts substance misuse, over the year that it is asked for",
    ),
    "ssd_ehcp_active_plans": ("ehcp_", EMPTY),
    "ssd_ehcp_assessment": ("ehca_", EMPTY),
    "ssd_ehcp_named_plan": ("ehcn_", EMPTY),
    "ssd_ehcp_requests": ("ehcr_", EMPTY),
    "ssd_family": ("fami_", "no figure rests on it"),
    "ssd_immigration_status": (
        "immi_",
        "it does not say who came unaccompanied as SSDA903 asks for it",
    ),
    "ssd_linked_identifiers": ("link_", EMPTY),
    "ssd_mother": ("moth_", "SSDA903 holds who is a mother"),
    "ssd_permanence": (
        "perm_",
        "it puts adoption and guardianship in one line; SSDA903 and Annex A hold each",
    ),
    "ssd_pre_proceedings": ("prep_", EMPTY),
    "ssd_professionals": (
        "prof_",
        "it has one line a worker, as of today and without a start; the list of social workers has spells",
    ),
    "ssd_s251_finance": ("s251_", EMPTY),
    "ssd_sen_need": ("senn_", EMPTY),
    "ssd_send": ("send_", EMPTY),
    "ssd_version_log": (
        "version_number release_date is_current impact_description",
        "it tells of the extract, and of no child",
    ),
    "ssd_voice_of_child": ("voch_", EMPTY),
}


def why_unread(header: Sequence[Cell]) -> str | None:
    """Why a table of the dataset with this first row is left alone; None where it is no such table."""
    names = [plain(shown(cell)) for cell in header if shown(cell)]
    for table, (prefix, why) in UNREAD.items():
        fields = [plain(field) for field in prefix.split()]
        found = sum(name in fields or (len(fields) == 1 and name.startswith(fields[0])) for name in names)
        if found > 1 and found * 2 > len(names):
            return f"{table}: {why}."
    return None
