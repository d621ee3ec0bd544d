"""A sitter's colours and age."""

from dataclasses import dataclass

from museum_targets.painter.texture import Bgr


@dataclass(frozen=True, slots=True)
class Complexion:
    """A sitter's colours and age.

    Attributes:
        skin_bgr, lips_bgr, iris_bgr, hair_bgr: Own colours, 0 to 1.
        brow_weight: Thickness of the eyebrows, 1 is average.
        age: 0 young to 1 old.
        stubble: Shade of a shaved beard, 0 to 1.
        blush: Redness of cheeks and nose.
        lashes: Weight of the lash line.
        gaze: Shift of the irises in cm, right and up.
        catchlight: Place of the light's reflection on the iris, in cm, right and up.
        gloss: Shine of the skin.
    """

    skin_bgr: Bgr = (0.60, 0.74, 0.90)
    lips_bgr: Bgr = (0.38, 0.36, 0.72)
    iris_bgr: Bgr = (0.16, 0.25, 0.36)
    hair_bgr: Bgr = (0.06, 0.1, 0.17)
    brow_weight: float = 1.0
    age: float = 0.2
    stubble: float = 0.0
    blush: float = 0.6
    lashes: float = 1.0
    gaze: tuple[float, float] = (0.0, 0.0)
    catchlight: tuple[float, float] = (-0.17, 0.2)
    gloss: float = 0.25
