"""Small return files drawn by hand: children in need censuses and looked-after sets with their days plainly visible."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"


def plan(started: str, ended: str = "") -> str:
    """A child protection plan inside a case."""
    end = f"<CPPendDate>{ended}</CPPendDate>" if ended else ""
    return f"\n<ChildProtectionPlans><CPPstartDate>{started}</CPPstartDate>{end}</ChildProtectionPlans>"


def case(referred: str, closed: str = "", *inside: str) -> str:
    """A referral with what came of it."""
    closure = f"<CINclosureDate>{closed}</CINclosureDate>" if closed else ""
    return f"\n<CINdetails><CINreferralDate>{referred}</CINreferralDate>{closure}{''.join(inside)}\n</CINdetails>"


def child(name: str, *cases: str) -> str:
    """A girl born in 2015, with her cases."""
    person = f"<LAchildID>{name}</LAchildID><PersonBirthDate>2015-03-27</PersonBirthDate><Sex>F</Sex>"
    ethnicity = "<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>"
    return f"\n<Child><ChildIdentifiers>{person}</ChildIdentifiers>{ethnicity}{''.join(cases)}\n</Child>"


def census(path: Path, until: str, *children: str) -> Path:
    """A children in need census whose reference date is ``until``."""
    about = f"<Collection>CIN</Collection><ReferenceDate>{until}</ReferenceDate>"
    header = f"<Header><CollectionDetails>{about}</CollectionDetails></Header>"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"<Message>\n{header}\n<Children>{''.join(children)}\n</Children>\n</Message>\n", encoding="utf-8"
    )
    return path


def episode(name: str, started: str, ended: str = "", *, began: str = "S", placement: str = "U4") -> str:
    """An episode under a full care order with foster carers of the council's own."""
    reason = "X1" if ended else ""
    return f"{name},{started},{began},C2,N1,{placement},PR1,{ended},{reason},,,,"


def episodes(path: Path, *rows: str) -> Path:
    """A file of episodes."""
    return lines(path, EPISODES, rows)


def headers(path: Path, *names: str) -> Path:
    """A file of looked-after children, all boys born in 2012."""
    return lines(path, HEADER, [f"{name},1,05/06/2012,WBRI,,0," for name in names])


def lines(path: Path, header: str, rows: Sequence[str]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in (header, *rows)), encoding="utf-8")
    return path
