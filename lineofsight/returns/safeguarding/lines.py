"""What one line of each of the dataset's tables holds: what it becomes, and by which identifiers others name it.

A line is never stored: what it becomes is. Its own columns come from the table that it becomes; those that are left
are taken from other lines.
"""

from __future__ import annotations

from lineofsight.returns.columns import Date, Flag, Text
from lineofsight.returns.tables import care_registers as register
from lineofsight.returns.tables import children_in_need as need
from lineofsight.returns.tables import looked_after as care
from lineofsight.returns.tables import safeguarding, social_care


class ReferralLine(need.Referrals):
    """A line of ssd_cin_episodes."""

    id: Text


class AssessmentLine(need.Assessments):
    """A line of ssd_cin_assessments."""

    id: Text
    referral_id: Text


class FactorsLine(need.AssessmentFactors):
    """A line of ssd_assessment_factors: all factors of an assessment."""

    assessment_id: Text
    factors: Text


class InNeedPlanLine(need.ChildInNeedPlans):
    """A line of ssd_cin_plans."""

    referral_id: Text


class VisitLine(social_care.Visits):
    """A line of ssd_cin_visits, ssd_cp_visits or ssd_cla_visits, of which each says the kind."""


class ContactLine(social_care.Contacts):
    """A line of ssd_contacts."""


class EnquiryLine(need.Section47Enquiries):
    """A line of ssd_s47_enquiry."""

    id: Text
    referral_id: Text
    ended: Date
    no_further_action: Flag
    outcome: Text
    team: Text


class ConferenceLine(need.Conferences):
    """A line of ssd_initial_cp_conference; ``held_date`` is empty until it is held."""

    id: Text
    enquiry_id: Text
    referral_id: Text
    target: Date


class ProtectionPlanLine(need.ChildProtectionPlans):
    """A line of ssd_cp_plans."""

    id: Text
    referral_id: Text


class ProtectionReviewLine(need.ChildProtectionReviews):
    """A line of ssd_cp_reviews; ``review_date`` is empty until it is held."""

    id: Text
    plan_id: Text


class EpisodeLine(care.Episodes):
    """A line of ssd_cla_episodes."""

    care_id: Text
    placement_id: Text


class PlacementLine(safeguarding.Placements):
    """A line of ssd_cla_placement; older extracts name the period of care and not the child."""

    care_id: Text


class CareReviewLine(care.LookedAfterReviews):
    """A line of ssd_cla_reviews, which names the period of care and not the child."""

    id: Text
    care_id: Text


class HealthCheckLine(register.HealthChecks):
    """A line of ssd_cla_health, ssd_cla_immunisations or ssd_sdq_scores: each has one date."""

    dated: Date
    up_to_date: Flag


class MissingLine(care.MissingEpisodes):
    """A line of ssd_missing."""


class CareLeaverLine(register.CareLeaverContacts):
    """A line of ssd_care_leavers: how the care leaver is on the day of the extract."""


class PermanenceLine(care.PreviousPermanence):
    """A line of ssd_cla_previous_permanence."""


class EarlyHelpLine(social_care.EarlyHelpEpisodes):
    """A line of ssd_early_help_episodes."""


class InvolvementLine(safeguarding.Involvements):
    """A line of ssd_involvements."""


class PersonLine(need.Children):
    """A line of ssd_person."""


class DisabilityLine(need.Disabilities):
    """A line of ssd_disability."""


class LegalStatusLine(safeguarding.LegalStatuses):
    """A line of ssd_legal_status."""


class DepartmentLine(safeguarding.Teams):
    """A line of ssd_department."""
