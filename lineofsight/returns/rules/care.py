"""Rules about the days of looked-after children's episodes: one after another, within a life, and within an open case."""

from __future__ import annotations

import ibis

from lineofsight.returns.rules.beside import (
    birthday,
    care,
    cases_of_child,
    in_care,
    looked_after_people,
    people,
)
from lineofsight.returns.rules.model import LAST_DAY, Rule
from lineofsight.returns.rules.spells import next_start, previous, several
from lineofsight.returns.tables import episodes, looked_after_children

ADULT = 18
DIED, GOES_ON, STARTED = "E2", "X1", "S"
_header = looked_after_people
_next_reason = episodes.rows.reason_started.lead().over(
    ibis.window(group_by="child_id", order_by=[episodes.rows.started, episodes.rows.file, episodes.rows.row])
)
_ended_before = previous(episodes.rows.ended, episodes)
_why_ended_before = previous(episodes.rows.reason_ended, episodes)

_ONE_AFTER_ANOTHER = (
    Rule(
        id="two_open_placements",
        table=episodes,
        broken=several(episodes.ended.isnull() & in_care, episodes),
        column="started",
        message="This child has two or more placements open at once. The child is counted once, by the one that started last.",
        remedy="End the earlier placement, or remove the one that was entered twice.",
        dfe="142",
    ),
    Rule(
        id="episodes_overlap",
        table=episodes,
        broken=episodes.ended > next_start(episodes),
        column="ended",
        message="This episode ends after the child's next one starts, so for some days two placements are open. On those days "
        "the child is counted once, by the placement that started last.",
        remedy="Correct the end of this episode or the start of the next.",
        dfe="501",
    ),
    Rule(
        id="episode_of_one_day",
        table=episodes,
        broken=in_care & (episodes.started == episodes.ended),
        column="ended",
        message="The episode starts and ends on the same day, so it is open on no period's last day.",
        remedy="Correct the date if it is a slip, or join the episode to the one beside it.",
        dfe="355",
    ),
    Rule(
        id="ended_without_reason",
        table=episodes,
        broken=episodes.ended.notnull() & episodes.reason_ended.isnull(),
        column="reason_ended",
        message="The episode has ended and no reason says whether care went on.",
        remedy="Give the reason: X1 where another episode follows.",
        dfe="148",
    ),
    Rule(
        id="reason_without_end",
        table=episodes,
        broken=episodes.ended.isnull() & episodes.reason_ended.notnull(),
        column="ended",
        message="A reason for the end is recorded and no day, so the episode counts as open.",
        remedy="Give the day on which the episode ended, or remove the reason.",
        dfe="148",
    ),
    Rule(
        id="care_goes_on_and_nothing_follows",
        table=episodes,
        broken=(episodes.reason_ended == GOES_ON)
        & (episodes.ended <= LAST_DAY)
        & next_start(episodes).isnull(),
        column="reason_ended",
        message="Care is said to go on, and no episode follows, so the child drops out of the number looked after.",
        remedy="Add the episode that follows, or give the reason for which care ended.",
        dfe="388",
    ),
    Rule(
        id="gap_in_a_stay",
        table=episodes,
        broken=(episodes.reason_started != STARTED)
        & (_why_ended_before == GOES_ON)
        & (episodes.started > _ended_before),
        column="started",
        message="The episode carries on a stay in care, and does not start on the day on which the one before ended.",
        remedy="Correct the start of this episode or the end of the one before.",
        dfe="433",
    ),
    Rule(
        id="care_ended_and_carries_on",
        table=episodes,
        broken=episodes.reason_ended.notnull()
        & ~episodes.reason_ended.isin((GOES_ON, DIED))
        & (_next_reason != STARTED),
        column="reason_ended",
        message="Care is said to have ended with this episode, and the next one carries the same stay on.",
        remedy="Give X1 here, or S as the reason for the next episode.",
        dfe="432",
    ),
    Rule(
        id="care_goes_on_and_starts_again",
        table=episodes,
        broken=(episodes.reason_started == STARTED) & (_why_ended_before == GOES_ON) & in_care,
        column="reason_started",
        message="A stay in care is said to start, and the child's episode before says that care went on, so the child "
        "counts as having come into care twice.",
        remedy="Give the reason for a new episode (L, P, T, B or U), or the reason for which the stay before ended.",
    ),
    Rule(
        id="episode_after_death",
        table=episodes,
        broken=_why_ended_before == DIED,
        column="started",
        message="The child's episode before ended because the child died.",
        remedy="Correct the reason of that episode, or remove this one.",
        dfe="437",
    ),
)
_WITHIN_A_LIFE = (
    Rule(
        id="episode_without_child",
        table=episodes,
        broken=_header.lacks(episodes),
        column="child_id",
        beside=(_header,),
        message="The child is in no row of the header file, so age, sex and ethnicity are unknown.",
        remedy="Add the child to the header file, or mend the row that was held back.",
    ),
    Rule(
        id="child_without_episode",
        table=looked_after_children,
        broken=care.lacks(looked_after_children),
        column="child_id",
        beside=(care,),
        message="No episode of this child was kept, so the child is in no figure of looked-after children.",
        remedy="See whether the episode is missing from the file or was held back. A care leaver may have none.",
    ),
    Rule(
        id="episode_before_birth",
        table=episodes,
        broken=episodes.started < _header["born"],
        column="started",
        beside=(_header,),
        message="The episode starts before the child was born.",
        remedy="Correct whichever of the two dates is wrong.",
        dfe="302",
    ),
    Rule(
        id="care_starts_after_18th_birthday",
        table=episodes,
        broken=in_care
        & (episodes.reason_started == STARTED)
        & (episodes.started >= birthday(_header["born"], ADULT)),
        column="started",
        beside=(_header,),
        message="The stay in care starts on or after the 18th birthday.",
        remedy="Correct whichever of the two dates is wrong.",
        dfe="352",
    ),
    Rule(
        id="care_open_after_18th_birthday",
        table=episodes,
        broken=in_care & episodes.ended.isnull() & (birthday(_header["born"], ADULT) <= LAST_DAY),
        column="ended",
        beside=(_header,),
        message="The episode is still open after the 18th birthday, so an adult counts as looked after.",
        remedy="End the episode at the 18th birthday, or correct the date of birth.",
    ),
    Rule(
        id="care_open_after_death",
        table=episodes,
        broken=episodes.ended.isnull() & (people["died"] < LAST_DAY),
        column="ended",
        beside=(people,),
        message="The children in need census says that the child has died, and the episode is still open.",
        remedy="End the episode with the reason E2, or correct the date of death in the census.",
    ),
    Rule(
        id="looked_after_in_a_closed_case",
        table=episodes,
        broken=in_care & episodes.ended.isnull() & (cases_of_child["open"] == 0),
        column="ended",
        beside=(cases_of_child,),
        message="The child is looked after, and every case of the child in the children in need census is closed.",
        remedy="Correct the closure of the case, or end the episode.",
    ),
)
RULES = (*_ONE_AFTER_ANOTHER, *_WITHIN_A_LIFE)
