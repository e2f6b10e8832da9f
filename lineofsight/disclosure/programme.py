"""Integer programmes over parts that sums tie together (HiGHS), many questions in one call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

NEAR = 1e-6  # HiGHS holds sums to this much

Weights = Mapping[int, float]


@dataclass(frozen=True, kw_only=True)
class Programme:
    """Parts, each at or above its floor, whole where ``whole`` says so, and the rows that tie them.

    A row is the weights of some parts, and the least and the greatest that their weighted sum may be.
    """

    floors: Mapping[int, float]
    whole: Mapping[int, bool]
    rows: Sequence[tuple[Weights, float, float]]

    @property
    def ceiling(self) -> float:
        """A number that no bounded sum of parts can reach, so that every question has an answer."""
        sums = sum(
            abs(end) for _, least, greatest in self.rows for end in (least, greatest) if abs(end) < inf
        )
        return 1000 + 10 * (sums + sum(self.floors.values()))

    def greatest_points(self, gains: Sequence[Weights]) -> list[dict[int, float]] | None:
        """Return, for each of the gains, parts that keep to the rows and gain the most; None if none keep to them.

        The linear answer is nearly always whole by itself, in a tenth of the time; only where it is not are whole
        numbers asked for.
        """
        points = self._solved(gains, in_whole_numbers=False)
        if points is None or all(self._is_whole(point) for point in points):
            return points
        return self._solved(gains, in_whole_numbers=True)

    def _is_whole(self, point: Mapping[int, float]) -> bool:
        return all(abs(value - round(value)) <= NEAR for part, value in point.items() if self.whole[part])

    def _solved(self, gains: Sequence[Weights], *, in_whole_numbers: bool) -> list[dict[int, float]] | None:
        """The questions do not touch each other, so they stand side by side in one programme, a copy of the parts each."""
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csr_matrix, kron
        from scipy.sparse import eye as identity

        copies = len(gains)
        matrix = csr_matrix(self._dense([weights for weights, _, _ in self.rows]))
        whole = [int(in_whole_numbers and self.whole[part]) for part in self.floors]
        result = milp(
            -np.ravel(self._dense(gains)),
            integrality=np.tile(whole, copies),
            bounds=Bounds(np.tile(list(self.floors.values()), copies), self.ceiling),
            constraints=LinearConstraint(
                kron(identity(copies), matrix, format="csr"),
                np.tile([least for _, least, _ in self.rows], copies),
                np.tile([greatest for _, _, greatest in self.rows], copies),
            ),
        )
        if result.x is None:
            return None
        points = result.x.reshape(copies, len(self.floors)).tolist()
        return [dict(zip(self.floors, point, strict=True)) for point in points]

    def _dense(self, lines: Sequence[Weights]) -> list[list[float]]:
        return [[weights.get(part, 0.0) for part in self.floors] for weights in lines]
