"""Names of engines and how to build them; the only place that knows concrete models."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from pipeline.detect.yunet import YuNet
from pipeline.engine import Engine
from pipeline.errors import ModelError
from pipeline.landmarks.mesh468 import Mesh468
from pipeline.landmarks.mesh478 import Mesh478
from pipeline.swap.mesh_swap import MeshSwapper


def open_engine(name: str = "mesh") -> Engine:
    """Load an engine's models; takes some tenths of a second.

    Raises:
        ModelError: If the name is unknown or a model is missing or altered.
    """
    build = ENGINES.get(name)
    if build is None:
        message = f"There is no engine named {name}. Known: {', '.join(ENGINES)}."
        raise ModelError(message)
    return build()


def _mesh_engine() -> Engine:
    landmarker = Mesh468()
    return Engine(
        name="mesh",
        detector=YuNet(),
        landmarker=landmarker,
        expressions=Mesh478(),
        swapper=MeshSwapper(),
        provider=landmarker.provider,
    )


ENGINES: Final[Mapping[str, Callable[[], Engine]]] = MappingProxyType(
    {"mesh": _mesh_engine}
)
