"""Who sits for which painted face."""

from collections.abc import Mapping, Sequence

from pipeline.painting import Painting
from pipeline.types import TrackedFace


class Seating:
    """People from left to right into painted faces from left to right.

    Nobody changes places while they move or cross. Places are given anew only when
    somebody new is there; who leaves frees a place.

    Args:
        painting: Whose faces are taken; the best suited first.
    """

    def __init__(self, painting: Painting) -> None:
        self._painting = painting
        self._places: dict[int, int] = {}

    def forget(self) -> None:
        """Free every place."""
        self._places.clear()

    def seat(self, people: Sequence[TrackedFace]) -> Mapping[int, int]:
        """Give places.

        Args:
            people: Nearest first; who comes after all places are taken stands by.

        Returns:
            From identity to the index of the painted face.
        """
        seated = people[: len(self._painting.faces)]
        if any(person.identity not in self._places for person in seated):
            ordered = sorted(seated, key=_middle_px)
            places = self._painting.best_faces(len(ordered))
            self._places = {
                person.identity: place
                for person, place in zip(ordered, places, strict=True)
            }
        present = {person.identity for person in seated}
        self._places = {who: at for who, at in self._places.items() if who in present}
        return self._places


def _middle_px(person: TrackedFace) -> float:
    return float(person.mesh.points_px[:, 0].mean())
