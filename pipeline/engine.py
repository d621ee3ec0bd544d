"""The models of one engine, open and ready."""

from dataclasses import dataclass, field

from pipeline.detect.base import FaceDetector
from pipeline.landmarks.base import ExpressionReader, FaceLandmarker
from pipeline.swap.base import FaceSwapper
from pipeline.trouble import Setbacks, Trouble


@dataclass(frozen=True, slots=True, eq=False)
class Engine:
    """Everything that turns frames into portraits; may be shared between threads.

    Attributes:
        name: What settings and figures call it.
        detector: Finds faces.
        landmarker: Finds their points, every frame.
        expressions: Reads irises and expression, to judge stills.
        swapper: Draws a visitor's face into a painted one's place, every frame.
        finisher: The same for a finished portrait, which may take seconds.
        provider: What its models run on, in words.
        trouble: Why the engine goes on without a part of itself.
        setbacks: Why models run where nobody wanted them to.
    """

    name: str
    detector: FaceDetector
    landmarker: FaceLandmarker
    expressions: ExpressionReader
    swapper: FaceSwapper
    finisher: FaceSwapper
    provider: str
    trouble: Trouble = field(default_factory=Trouble)
    setbacks: Setbacks = field(default_factory=Setbacks)
