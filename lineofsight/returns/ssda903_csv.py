"""The looked-after return (SSDA903) as a set of CSV files, each known by its header row and never by its name."""

from __future__ import annotations

from lineofsight.returns import ssda903_codes as c
from lineofsight.returns import tables as t
from lineofsight.returns.columns import Table
from lineofsight.returns.parts import Need, Part, ReadColumn
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.values import day_first_date, flag, identifier, sex, trimmed, whole

REQUIRED, TRUSTED = Need.REQUIRED, Need.TRUSTED

CHILD = ReadColumn("CHILD", "child_id", identifier, REQUIRED)
SEX = ReadColumn("SEX", "sex", sex)
DOB = ReadColumn("DOB", "born", day_first_date)


def _part(name: str, table: Table, known_by: str, *columns: ReadColumn, enough: int | None = None) -> Part:
    """A part known by half or more of the headings that no other part has."""
    own = tuple(known_by.split())
    return Part(
        name=name,
        title=f"SSDA903 {name.replace('_', ' ')}",
        table=table,
        columns=(CHILD, *columns),
        known_by=own,
        enough=enough or (len(own) + 1) // 2,
    )


HEADER = _part(
    "header",
    t.looked_after_children,
    "ETHNIC UPN MOTHER MC_DOB",
    SEX,
    DOB,
    ReadColumn("ETHNIC", "ethnicity", c.ETHNICITIES),
    ReadColumn("UPN", "upn", identifier),
    ReadColumn("MOTHER", "is_mother", flag),
    ReadColumn("MC_DOB", "childs_birth", day_first_date),
)
EPISODES = _part(
    "episodes",
    t.episodes,
    "DECOM RNE LS PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE",
    ReadColumn("DECOM", "started", day_first_date, REQUIRED),
    ReadColumn("RNE", "reason_started", c.REASONS_STARTED, TRUSTED),
    ReadColumn("LS", "legal_status", c.LEGAL_STATUSES, TRUSTED),
    ReadColumn("CIN", "need", c.NEEDS),
    ReadColumn("PLACE", "placement", c.PLACEMENTS),
    ReadColumn("PLACE_PROVIDER", "provider", c.PROVIDERS),
    ReadColumn("DEC", "ended", day_first_date, TRUSTED),
    ReadColumn("REC", "reason_ended", c.REASONS_ENDED),
    ReadColumn("REASON_PLACE_CHANGE", "reason_placement_changed", c.REASONS_PLACEMENT_CHANGED),
    ReadColumn("HOME_POST", "home_postcode", trimmed),
    ReadColumn("PL_POST", "placement_postcode", trimmed),
    ReadColumn("URN", "urn", identifier),
)
REVIEWS = _part(
    "reviews",
    t.looked_after_reviews,
    "REVIEW REVIEW_CODE",
    DOB,
    ReadColumn("REVIEW", "review_date", day_first_date, REQUIRED),
    ReadColumn("REVIEW_CODE", "participation", c.PARTICIPATIONS),
)
UASC = _part(
    "uasc",
    t.unaccompanied_children,
    "DUC",
    SEX,
    DOB,
    ReadColumn("DUC", "status_ceased", day_first_date, TRUSTED),
)
OC2 = _part(
    "oc2",
    t.looked_after_outcomes,
    "SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE",
    DOB,
    ReadColumn("SDQ_SCORE", "sdq_score", whole),
    ReadColumn("SDQ_REASON", "sdq_reason", c.SDQ_REASONS),
    ReadColumn("CONVICTED", "convicted", flag),
    ReadColumn("HEALTH_CHECK", "health_check", flag),
    ReadColumn("IMMUNISATIONS", "immunisations", flag),
    ReadColumn("TEETH_CHECK", "dental_check", flag),
    ReadColumn("HEALTH_ASSESSMENT", "health_assessment", flag),
    ReadColumn("SUBSTANCE_MISUSE", "substance_misuse", flag),
    ReadColumn("INTERVENTION_RECEIVED", "intervention_received", flag),
    ReadColumn("INTERVENTION_OFFERED", "intervention_offered", flag),
)
OC3 = _part(
    "oc3",
    t.care_leavers,
    "IN_TOUCH ACTIV ACCOM",
    DOB,
    ReadColumn("IN_TOUCH", "in_touch", c.IN_TOUCH),
    ReadColumn("ACTIV", "activity", c.ACTIVITIES),
    ReadColumn("ACCOM", "accommodation", c.ACCOMMODATIONS),
)
AD1 = _part(
    "ad1",
    t.adoptions,
    "DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR",
    DOB,
    ReadColumn("DATE_INT", "decision_date", day_first_date, REQUIRED),
    ReadColumn("DATE_MATCH", "match_date", day_first_date),
    ReadColumn("FOSTER_CARE", "foster_carer_adopted", flag),
    ReadColumn("NB_ADOPTR", "adopters", whole),
    ReadColumn("SEX_ADOPTR", "sex_of_adopters", c.SEXES_OF_ADOPTERS),
    ReadColumn("LS_ADOPTR", "legal_status_of_adopters", c.LEGAL_STATUSES_OF_ADOPTERS),
)
PLACED = _part(
    "placed_for_adoption",
    t.placements_for_adoption,
    "DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED",
    DOB,
    ReadColumn("DATE_PLACED", "placed", day_first_date, REQUIRED),
    ReadColumn("DATE_PLACED_CEASED", "ceased", day_first_date, TRUSTED),
    ReadColumn("REASON_PLACED_CEASED", "reason_ceased", c.REASONS_PLACED_CEASED),
)
PREVIOUS_PERMANENCE = _part(
    "previous_permanence",
    t.previous_permanence,
    "PREV_PERM LA_PERM DATE_PERM",
    DOB,
    ReadColumn("PREV_PERM", "arrangement", c.ARRANGEMENTS),
    ReadColumn("LA_PERM", "authority", trimmed),
    ReadColumn("DATE_PERM", "order_date", trimmed),
)
MISSING = _part(
    "missing",
    t.missing_episodes,
    "MISSING MIS_START MIS_END",
    DOB,
    ReadColumn("MISSING", "kind", c.KINDS_OF_MISSING),
    ReadColumn("MIS_START", "started", day_first_date, REQUIRED),
    ReadColumn("MIS_END", "ended", day_first_date, TRUSTED),
)
SW_EPISODES = _part(
    "sw_episodes",
    t.social_worker_episodes,
    "SW_ID SW_DECOM SW_DEC SW_REASON",
    DOB,
    ReadColumn("SW_ID", "worker_id", identifier, REQUIRED),
    ReadColumn("SW_DECOM", "started", day_first_date, REQUIRED),
    ReadColumn("SW_DEC", "ended", day_first_date, TRUSTED),
    ReadColumn("SW_REASON", "reason_ended", c.REASONS_WORKER_CHANGED),
)
DOLO = _part(
    "dolo",
    t.deprivations_of_liberty,
    "DOLO_START DOLO_END",
    DOB,
    ReadColumn("DOLO_START", "started", day_first_date, REQUIRED),
    ReadColumn("DOLO_END", "ended", day_first_date, TRUSTED),
)

PARTS = (
    HEADER,
    EPISODES,
    REVIEWS,
    UASC,
    OC2,
    OC3,
    AD1,
    PLACED,
    PREVIOUS_PERMANENCE,
    MISSING,
    SW_EPISODES,
    DOLO,
)
SSDA903_CSV = sheet_return(
    name="ssda903", title="Children looked after (SSDA903), CSV set", parts=PARTS, needs_key=True
)
