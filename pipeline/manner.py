"""How far the harmoniser may go, and what it remembers from frame to frame."""

from dataclasses import dataclass, field

import cv2

from pipeline.impression import Impression
from pipeline.skin import SkinColour
from pipeline.types import AnyArray


@dataclass(frozen=True, slots=True)
class Manner:
    """The harmoniser's bounds; the defaults are tuned on whole sheets of portraits.

    Attributes:
        complexion: 0 the painted skin colour, 1 the visitor's own.
        mid_gain: Least and largest gain of the small canvas's bands in features.
        calm_gain: The least in calm skin, where dark and light are mostly the light of
            the room, from the coarsest band to the finest.
        fine_gain: Least and largest gain of strokes.
        calm_limit: Largest lightness step (Lab L) in calm skin, per mid band.
        feature_limit: The same in eyes, brows, mouth and beard.
    """

    complexion: float = 0.12
    mid_gain: tuple[float, float] = (1.0, 1.6)
    calm_gain: tuple[float, ...] = (0.4, 0.7, 0.85, 1.0, 1.0)
    fine_gain: tuple[float, float] = (0.7, 2.0)
    calm_limit: float = 14.0
    feature_limit: float = 40.0


@dataclass(slots=True, eq=False)
class Memory:
    """What is carried from one frame of a visitor to the next; wiped with them.

    Attributes:
        keep: 0 forgets everything at once; towards 1, changes come slower.
        skin: Colour of the visitor's skin.
        maps: Gains and masks by name.
        impression: What a face network made of the visitor, if one is used.
    """

    keep: float = 0.0
    skin: SkinColour | None = None
    maps: dict[str, AnyArray] = field(default_factory=dict)
    impression: Impression | None = None

    def steady(self, name: str, value: AnyArray) -> AnyArray:
        """Blend an array with its past."""
        past = self.maps.get(name)
        if self.keep > 0 and past is not None and past.shape == value.shape:
            value = cv2.addWeighted(past, self.keep, value, 1 - self.keep, 0)
        self.maps[name] = value
        return value

    def steady_skin(self, skin: SkinColour) -> SkinColour:
        """Blend the skin's colour with its past."""
        if self.keep > 0 and self.skin is not None:
            skin = self.skin.nearer(skin, 1 - self.keep)
        self.skin = skin
        return skin
