"""The colours of the paper, by what they mean, on light and on dark ground; each pair's contrast is tested."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Colour:
    """One meaning: its colour on light and dark ground, and what stands for it when the reader forces colours."""

    light: str
    dark: str
    forced: str


# The blue, orange, purple and grey of the NHS "Making Data Count" charts, so that partners recognise them, but darker:
# as published, blue and grey reach only 2.4:1 on white and orange 2.9:1 on the band, and a mark needs 3:1.
PALETTE = {
    "ground": Colour(light="#ffffff", dark="#15191d", forced="Canvas"),
    "ink": Colour(light="#1a1f24", dark="#f1f3f5", forced="CanvasText"),
    "quiet": Colour(light="#4d5761", dark="#b9c2cb", forced="CanvasText"),
    "rule": Colour(light="#c9d0d6", dark="#434c55", forced="CanvasText"),
    "band": Colour(light="#e9edf0", dark="#2a3138", forced="Canvas"),
    "panel": Colour(light="#f4f6f8", dark="#1e242a", forced="Canvas"),
    "limit": Colour(light="#76808a", dark="#8d98a3", forced="CanvasText"),
    "centre": Colour(light="#4d5761", dark="#b9c2cb", forced="CanvasText"),
    "usual": Colour(light="#6a747e", dark="#a3adb7", forced="CanvasText"),
    "better": Colour(light="#0072b2", dark="#4cc2ff", forced="CanvasText"),
    "worse": Colour(light="#b85000", dark="#ff9d4d", forced="CanvasText"),
    "neutral": Colour(light="#490092", dark="#c9a0ff", forced="CanvasText"),
    "target": Colour(light="#b3151c", dark="#ff8a84", forced="CanvasText"),
    "link": Colour(light="#0b5394", dark="#8ec5ff", forced="LinkText"),
}


def variables(ground: str) -> str:
    """Return the palette as CSS custom properties for one ground: ``light``, ``dark`` or ``forced``."""
    return "".join(f"--{name}:{getattr(colour, ground)};" for name, colour in PALETTE.items())


def contrast(first: str, second: str) -> float:
    """Return the WCAG 2.2 contrast ratio of two colours, 1 to 21."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
