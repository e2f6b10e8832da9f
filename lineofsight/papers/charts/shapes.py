"""What a point looks like: a shape and a colour for what its signal means, and the words of the key."""

from __future__ import annotations

from collections.abc import Iterable

from lineofsight.papers.markup import element
from lineofsight.papers.palette import PALETTE
from lineofsight.readings import Polarity
from lineofsight.signals.chart import Signal

HIGH = frozenset({Signal.ABOVE, Signal.RUN_HIGH, Signal.TREND_UP, Signal.NEAR_HIGH})

_SHORT = {
    Signal.ABOVE: "above the usual range",
    Signal.BELOW: "below the usual range",
    Signal.RUN_HIGH: "a long run above the centre",
    Signal.RUN_LOW: "a long run below the centre",
    Signal.TREND_UP: "rising seven in a row",
    Signal.TREND_DOWN: "falling seven in a row",
    Signal.NEAR_HIGH: "near the upper limit",
    Signal.NEAR_LOW: "near the lower limit",
}


def tone(signal: Signal | None, polarity: Polarity) -> str:
    """Return the palette's name for a point: usual, better, worse, or neutral where neither direction is better."""
    if signal is None:
        return "usual"
    if polarity is Polarity.CONTEXT:
        return "neutral"
    return "better" if (signal in HIGH) == (polarity is Polarity.HIGHER_IS_BETTER) else "worse"


def in_key(signals: Iterable[Signal]) -> str:
    """Return the key's words for signals of one direction: the rule's own where there is one rule."""
    found = frozenset(signals)
    if len(found) == 1:
        return _SHORT[next(iter(found))]
    return "unusually high" if found <= HIGH else "unusually low"


def fill(name: str) -> dict[str, str]:
    """Return the attributes that fill a shape; the class lets a style sheet change the colour on dark ground."""
    return {"fill": PALETTE[name].light, "class_": f"fill-{name}"}


def stroke(name: str, width: float = 1) -> dict[str, str | float]:
    """Return the attributes that draw a line and fill nothing."""
    return {"fill": "none", "stroke": PALETTE[name].light, "stroke_width": width, "class_": f"line-{name}"}


def mark(x: float, y: float, radius: float, signal: Signal | None, polarity: Polarity) -> str:
    """Return a point: a dot in its usual range, a triangle up or down for a signal."""
    paint = fill(tone(signal, polarity))
    if signal is None:
        return element("circle", cx=x, cy=y, r=radius, **paint)
    reach = radius * 1.6 if signal in HIGH else -radius * 1.6
    path = f"M{x:.1f} {y - reach:.1f}L{x + radius * 1.6:.1f} {y + reach * 0.75:.1f}H{x - radius * 1.6:.1f}Z"
    return element("path", d=path, **paint)


def hollow(x: float, y: float, radius: float) -> str:
    """Return the dot of a period that is not complete yet."""
    return element(
        "circle",
        cx=x,
        cy=y,
        r=radius,
        fill=PALETTE["ground"].light,
        stroke=PALETTE["usual"].light,
        stroke_width=1.6,
        class_="fill-ground line-usual-over",
    )
