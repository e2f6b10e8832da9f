"""The dataset's tables of children looked after and of care leavers."""

from __future__ import annotations

from lineofsight.returns import annex_a_codes as a
from lineofsight.returns import ssda903_codes as c
from lineofsight.returns.care_registers import CHECK_KINDS, CHECK_STATUSES, sdq_score
from lineofsight.returns.parts import Need, ReadColumn
from lineofsight.returns.safeguarding import lines, settle
from lineofsight.returns.safeguarding.columns import (
    begins,
    child,
    coded,
    dataset_table,
    ends,
    names,
    on,
    refers,
    words,
    yes_no,
)
from lineofsight.returns.safeguarding.model import Made, Taken, TakenAsAt
from lineofsight.returns.safeguarding.parts_need import TEAM
from lineofsight.returns.tables import care_registers as register
from lineofsight.returns.tables import looked_after as care
from lineofsight.returns.tables import safeguarding as own
from lineofsight.returns.values import number

CHILD_OF_CARE = Taken(by="care_id", of="ssd_cla_episodes", values=(("child_id", "child_id"),), key="care_id")

EPISODES = dataset_table(
    "ssd_cla_episodes",
    "episodes of being looked after",
    lines.EpisodeLine(),
    child("clae_person_id"),
    begins("clae_cla_episode_start_date", "started"),
    coded("clae_cla_episode_start_reason", "reason_started", a.lettered(c.REASONS_STARTED)),
    coded("clae_cla_primary_need_code", "need", a.NEEDS),
    ends("clae_cla_episode_ceased_date", "ended"),
    coded("clae_cla_episode_ceased_reason", "reason_ended", a.lettered(c.REASONS_ENDED)),
    refers("clae_cla_id", "care_id"),
    refers("clae_cla_placement_id", "placement_id", "clae_placement_id"),
    makes=(Made(table=care.episodes),),
    takes=(
        Taken(
            by="placement_id",
            of="ssd_cla_placement",
            values=(
                ("placement", "placement"),
                ("provider", "provider"),
                ("urn", "urn"),
                ("placement_postcode", "postcode"),
                ("reason_placement_changed", "reason_ended"),
            ),
            key="placement_id",
        ),
        TakenAsAt(by="child_id", at="started", of="ssd_legal_status", value=("legal_status", "legal_status")),
    ),
    beside="clae_cla_episode_id clae_referral_id clae_entered_care_date clae_cla_last_iro_contact_date",
)
PLACEMENTS = dataset_table(
    "ssd_cla_placement",
    "placements",
    lines.PlacementLine(),
    names("clap_cla_placement_id", "placement_id", "clap_placement_id"),
    begins("clap_cla_placement_start_date", "started"),
    coded("clap_cla_placement_type", "placement", a.PLACEMENTS),
    refers("clap_cla_placement_urn", "urn"),
    coded("clap_cla_placement_distance", "distance", number),
    refers("clap_cla_id", "care_id"),
    coded("clap_cla_placement_provider", "provider", a.PROVIDERS),
    words("clap_cla_placement_postcode", "postcode"),
    ends("clap_cla_placement_end_date", "ended"),
    coded("clap_cla_placement_change_reason", "reason_ended", a.lettered(c.REASONS_PLACEMENT_CHANGED)),
    refers("clap_person_id", "child_id"),
    makes=(Made(table=own.placements),),
    takes=(CHILD_OF_CARE,),
)
LEGAL_STATUSES = dataset_table(
    "ssd_legal_status",
    "legal statuses",
    lines.LegalStatusLine(),
    child("lega_person_id"),
    ReadColumn("lega_legal_status", "legal_status", a.LEGAL_STATUSES, Need.REQUIRED),
    begins("lega_legal_status_start_date", "started"),
    ends("lega_legal_status_end_date", "ended"),
    makes=(Made(table=own.legal_statuses),),
    beside="lega_legal_status_id",
)
REVIEWS = dataset_table(
    "ssd_cla_reviews",
    "reviews of looked-after children",
    lines.CareReviewLine(),
    names("clar_cla_review_id", "id"),
    names("clar_cla_id", "care_id"),
    ends("clar_cla_review_date", "review_date"),
    coded("clar_cla_review_participation", "participation", a.lettered(c.PARTICIPATIONS)),
    makes=(Made(table=care.looked_after_reviews),),
    takes=(CHILD_OF_CARE,),
    beside="clar_cla_review_due_date clar_cla_review_cancelled",
)
HEALTH = dataset_table(
    "ssd_cla_health",
    "health checks",
    lines.HealthCheckLine(),
    child("clah_person_id"),
    ReadColumn("clah_health_check_type", "kind", CHECK_KINDS, Need.REQUIRED),
    begins("clah_health_check_date", "dated"),
    coded("clah_health_check_status", "status", CHECK_STATUSES),
    makes=(Made(table=register.health_checks, from_=(("due", "dated"),)),),
    settle=settle.done_unless_said,
    beside="clah_health_check_id",
)
IMMUNISATIONS = dataset_table(
    "ssd_cla_immunisations",
    "immunisations",
    lines.HealthCheckLine(),
    child("clai_person_id"),
    yes_no("clai_immunisations_status", "up_to_date"),
    begins("clai_immunisations_status_date", "dated"),
    makes=(Made(table=register.health_checks, from_=(("due", "dated"),)),),
    settle=settle.immunisations,
)
SDQ = dataset_table(
    "ssd_sdq_scores",
    "strengths and difficulties questionnaires",
    lines.HealthCheckLine(),
    child("csdq_person_id"),
    begins("csdq_sdq_completed_date", "dated"),
    coded("csdq_sdq_score", "score", sdq_score),
    makes=(Made(table=register.health_checks, from_=(("due", "dated"),)),),
    settle=settle.questionnaire,
    beside="csdq_table_id csdq_sdq_reason",
)
MISSING = dataset_table(
    "ssd_missing",
    "missing episodes",
    lines.MissingLine(),
    child("miss_person_id"),
    begins("miss_missing_episode_start_date", "started"),
    coded(
        "miss_missing_episode_type",
        "kind",
        a.lettered(c.KINDS_OF_MISSING, {"Missing": "M", "Absent": "A", "Away": "A"}),
    ),
    ends("miss_missing_episode_end_date", "ended"),
    makes=(Made(table=care.missing_episodes),),
    beside="miss_table_id miss_missing_rhi_offered miss_missing_rhi_accepted",
)
CARE_LEAVERS = dataset_table(
    "ssd_care_leavers",
    "care leavers",
    lines.CareLeaverLine(),
    child("clea_person_id"),
    coded("clea_care_leaver_eligibility", "eligibility", a.ELIGIBILITIES),
    coded("clea_care_leaver_in_touch", "in_touch", a.IN_TOUCH),
    on("clea_care_leaver_latest_contact", "last_contact"),
    coded("clea_care_leaver_accommodation", "accommodation", a.ACCOMMODATIONS),
    coded("clea_care_leaver_accom_suitable", "suitability", a.SUITABILITIES),
    coded("clea_care_leaver_activity", "activity", a.ACTIVITIES),
    on("clea_pathway_plan_review_date", "pathway_plan_reviewed"),
    refers("clea_care_leaver_personal_advisor", "adviser_id"),
    words("clea_care_leaver_allocated_team", "team"),
    makes=(Made(table=register.care_leaver_contacts),),
    takes=(TEAM,),
    beside="clea_table_id clea_care_leaver_worker_id",
)
PREVIOUS_PERMANENCE = dataset_table(
    "ssd_cla_previous_permanence",
    "previous permanence",
    lines.PermanenceLine(),
    child("lapp_person_id"),
    words("lapp_previous_permanence_order_date", "order_date"),
    coded("lapp_previous_permanence_option", "arrangement", a.lettered(c.ARRANGEMENTS)),
    words("lapp_previous_permanence_la", "authority"),
    makes=(Made(table=care.previous_permanence),),
    beside="lapp_table_id",
)

TABLES = (
    EPISODES,
    PLACEMENTS,
    LEGAL_STATUSES,
    REVIEWS,
    HEALTH,
    IMMUNISATIONS,
    SDQ,
    MISSING,
    CARE_LEAVERS,
    PREVIOUS_PERMANENCE,
)
