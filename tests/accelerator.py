"""A graphics card that is not there, at ONNX Runtime's border.

Our own models and an operator's networks are opened as for the processor; what comes
out claims to be CUDA's and does whatever a test wants.
"""

import time
from dataclasses import dataclass, field

import numpy as np

from pipeline.devices import Device

CARD = Device("cuda", "Fake card", (("device_id", "0"),))


@dataclass
class FakeCard:
    """How the card behaves.

    Attributes:
        error: Its answers are off by such a share; may be no number.
        opening: Raised when a model is opened.
        running: Raised when one runs.
        delay_s: How long each run takes at least.
        half_only: Whether only models of 16 bits suffer from ``error``.
        providers: What it says it runs on.
    """

    error: float = 0.0
    opening: Exception | None = None
    running: Exception | None = None
    delay_s: float = 0.0
    half_only: bool = False
    providers: list[str] = field(
        default_factory=lambda: ["CUDAExecutionProvider", "CPUExecutionProvider"]
    )


class FakeCardSession:
    """ONNX Runtime's session on that card."""

    def __init__(self, real, card):
        self._real, self._card = real, card

    def __getattr__(self, name):
        return getattr(self._real, name)

    def get_providers(self):
        return self._card.providers

    def run(self, names, inputs):
        if self._card.running:
            raise self._card.running
        time.sleep(self._card.delay_s)
        half = "float16" in str(self._real.get_inputs()[0].type)
        wrong = self._card.error if half or not self._card.half_only else 0.0
        answers = self._real.run(names, inputs)
        return [(one * (1 + wrong)).astype(np.asarray(one).dtype) for one in answers]
