"""The children of the synthetic council, in families: nobody here was ever born."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import count

from lineofsight.demo.days import birthday, plus
from lineofsight.demo.dice import Dice, Shares
from lineofsight.demo.places import AUTHORITY_CODE

ETHNICITIES = Shares.of(
    {"WBRI": 58, "APKN": 15, "AIND": 5, "AOTH": 3, "MWBC": 4, "MWAS": 4, "MOTH": 3, "BCRB": 1, "BAFR": 2}
    | {"WOTH": 3, "WROM": 1, "OOTH": 1, "REFU": 0.3, "NOBT": 0.7}
)
DISABILITIES = Shares.of(
    {"LD": 30, "AUT": 30, "BEH": 12, "COMM": 10, "MOB": 8, "CON": 4, "HEAR": 3, "VIS": 3}
)
FAMILY_SIZES = Shares.of({"1": 52, "2": 27, "3": 13, "4": 5, "5": 3})
CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


@dataclass(frozen=True, kw_only=True, slots=True)
class Child:
    """One child. Before ``born`` the child is unborn, and only the expected date is known."""

    child_id: str
    born: date
    expected: date | None
    sex: str
    ethnicity: str
    disabilities: tuple[str, ...]
    upn: str | None
    home_postcode: str

    @property
    def adult_on(self) -> date:
        """The eighteenth birthday."""
        return birthday(self.born, 18)


@dataclass(frozen=True, kw_only=True, slots=True)
class Family:
    """Brothers and sisters who are referred together."""

    children: tuple[Child, ...]
    ward: str


class Register:
    """Gives each child the next number: one numbering for all services of the council."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        self._numbers = count(1)

    def child(self, born: date, *, unborn: bool = False, disabled: float = 0.12, male: float = 0.52) -> Child:
        """A new child, born (or to be born) on a day."""
        dice, number = self._dice, next(self._numbers)
        disabilities = {dice.pick(DISABILITIES): None} if dice.happens(disabled) else {}
        return Child(
            child_id=f"W{number:06}",
            born=born,
            expected=plus(born, dice.between(-9, 9)) if unborn else None,
            sex="M" if dice.happens(male) else "F",
            ethnicity=dice.pick(ETHNICITIES),
            disabilities=tuple(disabilities),
            upn=_upn(number, born),
            home_postcode=postcode(dice, number),
        )

    def family(self, referred: date, ward: str) -> Family:
        """A family as it is on the day of its first referral."""
        dice = self._dice
        size = int(dice.pick(FAMILY_SIZES))
        days_old = dice.between(-110, 6390) if size > 1 else dice.between(-90, 6420)
        children = []
        for _ in range(size):
            if -120 <= days_old < 6450:
                children.append(self.child(plus(referred, -days_old), unborn=days_old < 0))
            days_old += dice.between(400, 1500) * (1 if days_old < 4000 else -1)
        return Family(children=tuple(children), ward=ward)


def _upn(number: int, born: date) -> str:
    digits = f"{AUTHORITY_CODE}{2000 + number % 137:04}{(born.year + 4) % 100:02}{number % 1000:03}"
    check = sum(int(digit) * weight for weight, digit in enumerate(digits, start=2)) % 23
    return CHECK_LETTERS[check] + digits


def postcode(dice: Dice, number: int) -> str:
    """A postcode of an area that does not exist."""
    return (
        f"ZX{number % 17 + 1} {dice.between(1, 9)}{dice.one_of(('AB', 'DE', 'FG', 'HJ', 'LN', 'PQ', 'RS'))}"
    )
