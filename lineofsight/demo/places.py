"""Wrenbeck, a council that does not exist: its wards, localities, teams, schools and residents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lineofsight.demo.dice import Dice, Shares

COUNCIL = "Wrenbeck Council"
AUTHORITY_CODE = "999"  # no authority in England has it
CHILDREN_PER_PUPIL = 99_822 / 68_000  # residents aged 0-17 for each pupil, as in a metropolitan district


@dataclass(frozen=True, kw_only=True, slots=True)
class Ward:
    """A ward: its size and its need, both relative to an average ward."""

    name: str
    locality: str
    size: float
    need: float


def _wards(locality: str, *wards: tuple[str, float, float]) -> tuple[Ward, ...]:
    return tuple(Ward(name=name, locality=locality, size=size, need=need) for name, size, need in wards)


WARDS = (
    _wards("North", ("Beckwith Edge", 0.9, 0.6), ("Fellside & Crag", 0.7, 0.5), ("Harrowcliffe", 1.1, 1.1))
    + _wards("North", ("Millrace", 1.2, 1.6), ("Stonegarth", 1.0, 0.9), ("Upper Thrale", 0.8, 0.7))
    + _wards("East", ("Ings Lane", 1.2, 1.7), ("Kestrel Bank", 1.0, 0.9), ("Nethercross", 1.3, 1.5))
    + _wards("East", ("Ropewalk", 1.4, 1.8), ("Sallowfield", 0.9, 0.8), ("Weavers Row", 1.3, 1.6))
    + _wards("South", ("Dunnock Vale", 0.8, 0.5), ("Larkrigg", 0.8, 0.6), ("Moorgate End", 1.0, 1.0))
    + _wards("South", ("Rushey Clough", 0.9, 0.7), ("Slatequarry", 1.0, 1.1), ("Tentercroft", 1.0, 1.0))
    + _wards("West", ("Cindermoor", 1.2, 1.4), ("Haggthorn", 0.8, 0.6), ("Lantern Hill", 0.9, 0.8))
    + _wards("West", ("Old Dyehouse", 1.2, 1.3), ("Whinberry", 0.8, 0.6))
)
WARD_BY_NAME = {ward.name: ward for ward in WARDS}
WHERE_NEED_IS = Shares.of({ward.name: ward.size * ward.need for ward in WARDS})
WHERE_CHILDREN_ARE = Shares.of({ward.name: ward.size for ward in WARDS})

LOCALITIES = ("North", "East", "South", "West")
ASSESSMENT = {place: f"{place} Assessment" for place in LOCALITIES}
SUPPORT = {place: (f"{place} Support 1", f"{place} Support 2") for place in LOCALITIES}
LOOKED_AFTER = tuple(f"Children Looked After {n}" for n in range(1, 5))
DISABLED = "Children with Disabilities"
LEAVING_CARE = "Leaving Care"
TEAMS = (
    *ASSESSMENT.values(),
    *(t for pair in SUPPORT.values() for t in pair),
    *LOOKED_AFTER,
    DISABLED,
    LEAVING_CARE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Residents:
    """How many people of an age and sex live in a ward, from a date on."""

    since: date
    ward: str
    age: int
    sex: str
    people: int


def population(dice: Dice, *, children: int, since: date, until: date) -> Iterator[Residents]:
    """Yearly mid-year estimates, each in use from the April before; growth of 0.6% a year.

    The estimate of a year is published in the summer after it, so that the newest one is a year old.
    """
    unevenness = {(w.name, a): 0.9 + 0.2 * dice.between(0, 100) / 100 for w in WARDS for a in range(18)}
    newest = until.year - 1 - (until.month < 7)
    total = sum(w.size for w in WARDS) * 18 * 2
    for year in range(min(since.year - (since.month < 4), newest), newest + 1):
        grown = children * 1.006 ** (year - 2024)
        for ward in WARDS:
            for age in range(18):
                share = grown * ward.size / total * unevenness[ward.name, age]
                yield from _by_sex(date(year, 4, 1), ward.name, age, share)


def _by_sex(since: date, ward: str, age: int, share: float) -> Iterator[Residents]:
    yield Residents(since=since, ward=ward, age=age, sex="F", people=round(share * 0.975))
    yield Residents(since=since, ward=ward, age=age, sex="M", people=round(share * 1.025))


def school(dice: Dice, ward: str, *, secondary: bool) -> str:
    """A school of the ward, or of the locality: high schools serve several wards."""
    if not secondary:
        return f"{ward} Primary School"
    neighbours = tuple(w.name for w in WARDS if w.locality == WARD_BY_NAME[ward].locality)[:3]
    return f"{dice.one_of(neighbours)} High School"
