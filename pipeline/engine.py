"""The models of one engine, open and ready."""

from dataclasses import dataclass

from pipeline.detect.base import FaceDetector
from pipeline.landmarks.base import ExpressionReader, FaceLandmarker
from pipeline.swap.base import FaceSwapper


@dataclass(frozen=True, slots=True, eq=False)
class Engine:
    """Everything that turns frames into portraits; may be shared between threads.

    Attributes:
        name: What settings and figures call it.
        detector: Finds faces.
        landmarker: Finds their points, every frame.
        expressions: Reads irises and expression, to judge stills.
        swapper: Draws a visitor's face into a painted one's place.
        provider: What the model of every frame runs on.
    """

    name: str
    detector: FaceDetector
    landmarker: FaceLandmarker
    expressions: ExpressionReader
    swapper: FaceSwapper
    provider: str
