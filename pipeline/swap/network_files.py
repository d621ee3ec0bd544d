"""Where an operator's models are."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class NetworkFiles:
    """Where an operator's models are.

    Attributes:
        analysis: A folder that ``FaceAnalysis`` understands, such as ``buffalo_l``.
        swapper: A file that ``INSwapper`` understands, such as
            ``inswapper_128.onnx``.
        exact: A swapper with 32 bits, for when ``swapper`` has 16 and fails.
    """

    analysis: Path
    swapper: Path
    exact: Path | None = None

    def variants(self) -> "tuple[NetworkFiles, ...]":
        """Itself, and the same with the swapper of 32 bits where there is one."""
        if self.exact is None:
            return (self,)
        return self, NetworkFiles(self.analysis, self.exact)

    def state(self) -> frozenset[tuple[str, int, int]]:
        """Name, size and time of change of every file that is there."""
        try:
            files = [self.swapper, *self.analysis.iterdir()]
            states = [(file.name, file.stat()) for file in files]
        except OSError:
            return frozenset()
        return frozenset((name, one.st_size, one.st_mtime_ns) for name, one in states)
