"""What a case of a child in need is made of, from the referral to the day it closes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lineofsight.demo.people import Child


@dataclass(frozen=True, kw_only=True, slots=True)
class Assessment:
    """A social worker's assessment."""

    started: date
    reviewed: date
    authorised: date
    factors: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Enquiry:
    """A section 47 enquiry. It ends with a conference, or with the decision that none is needed."""

    started: date
    conference: date | None = None
    not_required_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ProtectionPlan:
    """A child protection plan with its review conferences."""

    started: date
    ended: date
    category: str
    latest_category: str
    previous: int
    reviews: tuple[date, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PreProceedings:
    """The legal meetings before a council asks a court for an order."""

    started: date
    letter: date
    family_meeting_offered: bool
    family_meeting_held: bool
    first_meeting: date
    reviews: int
    decided: date
    outcome: str
    application: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Episode:
    """One legal status in one placement. ``ended`` may lie beyond the end of the data."""

    started: date
    reason_started: str
    legal_status: str
    need: str
    placement: str
    provider: str
    ended: date
    reason_ended: str
    reason_moved: str
    postcode: str
    urn: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Care:
    """One period of being looked after, in its episodes."""

    child: Child
    entered: date
    left: date
    episodes: tuple[Episode, ...]
    lag: int
    unaccompanied: bool = False
    short_breaks: bool = False  # V3 or V4: in the return, but not looked after in any count


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """One child's episode of need. ``lag`` is how many days later its events are typed in."""

    child: Child
    ward: str
    referred: date
    source: str
    need: str
    no_further_action: bool
    closed: date
    reason_closed: str
    lag: int
    assessments: tuple[Assessment, ...] = ()
    enquiries: tuple[Enquiry, ...] = ()
    transferred_in: date | None = None  # a conference because a family on a plan moved here
    need_plan: tuple[date, date] | None = None
    plan: ProtectionPlan | None = None
    pre_proceedings: PreProceedings | None = None
    care: Care | None = None
