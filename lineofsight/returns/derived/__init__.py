"""Named tables made of others: what needs other rows is worked out here, before any filter or period."""

from lineofsight.returns.derived.ages import age_on as age_on
from lineofsight.returns.derived.areas import areas as areas
from lineofsight.returns.derived.areas import residents as residents
from lineofsight.returns.derived.audits import audit_findings as audit_findings
from lineofsight.returns.derived.care import IHA_WORKING_DAYS as IHA_WORKING_DAYS
from lineofsight.returns.derived.care import SHORT_BREAKS as SHORT_BREAKS
from lineofsight.returns.derived.care import care_entries as care_entries
from lineofsight.returns.derived.day_six import day_six_exclusions as day_six_exclusions
from lineofsight.returns.derived.ehc import EHC_SOURCES as EHC_SOURCES
from lineofsight.returns.derived.ehc import ehc_cases as ehc_cases
from lineofsight.returns.derived.ehc import ehc_plans as ehc_plans
from lineofsight.returns.derived.enquiries import enquiries_decided as enquiries_decided
from lineofsight.returns.derived.exclusions import CONFIRMED as CONFIRMED
from lineofsight.returns.derived.exclusions import ENDED_OTHERWISE as ENDED_OTHERWISE
from lineofsight.returns.derived.exclusions import permanent_exclusions as permanent_exclusions
from lineofsight.returns.derived.posts import posts as posts
from lineofsight.returns.derived.referrals import referrals_in_order as referrals_in_order
from lineofsight.returns.derived.sen_links import primary_needs as primary_needs
from lineofsight.returns.derived.spells import FAR as FAR
from lineofsight.returns.derived.spells import earliest as earliest
from lineofsight.returns.derived.spells import next_since as next_since
