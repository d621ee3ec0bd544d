"""Names of engines and how to build them; the only place that knows concrete models."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from pipeline.detect.yunet import YuNet
from pipeline.engine import Engine
from pipeline.errors import ModelError
from pipeline.landmarks.mesh468 import Mesh468
from pipeline.landmarks.mesh478 import Mesh478
from pipeline.runtime import wanted_provider
from pipeline.swap.mesh_swap import MeshSwapper
from pipeline.swap.network_swap import Expression, NetworkSwapper
from pipeline.swap.networks import FaceNetworks, NetworkFiles, open_networks
from pipeline.swap.steadfast import LiveSwapper, StillSwapper
from pipeline.trouble import Trouble

MESH: Final = "mesh"


def open_engine(name: str = MESH, files: NetworkFiles | None = None) -> Engine:
    """Load an engine's models; takes some tenths of a second, or seconds for networks.

    An engine whose networks cannot be used is the mesh engine, and its ``trouble``
    says why.

    Args:
        name: One of ``ENGINES``.
        files: Where an operator's networks are, for the engines that use them.

    Raises:
        ModelError: If the name is unknown or a model of our own is missing or altered.
    """
    build = ENGINES.get(name)
    if build is None:
        message = f"There is no engine named {name}. Known: {', '.join(ENGINES)}."
        raise ModelError(message)
    return build(files)


def _mesh_engine(files: NetworkFiles | None = None) -> Engine:  # noqa: ARG001 (it needs none)
    landmarker, swapper = Mesh468(), MeshSwapper()
    return Engine(
        name=MESH,
        detector=YuNet(),
        landmarker=landmarker,
        expressions=Mesh478(),
        swapper=swapper,
        finisher=swapper,
        provider=landmarker.provider,
    )


def _insightface_engine(files: NetworkFiles | None) -> Engine:
    return _network_engine(files, Expression.PAINTED)


def _hybrid_engine(files: NetworkFiles | None) -> Engine:
    return _network_engine(files, Expression.VISITORS)


def _network_engine(files: NetworkFiles | None, expression: Expression) -> Engine:
    mesh = _mesh_engine()
    trouble = Trouble()
    try:
        swapper = NetworkSwapper(_networks(files), expression)
    except ModelError as error:
        trouble.note(str(error))
        return replace(mesh, trouble=trouble)
    return replace(
        mesh,
        name=swapper.name,
        swapper=LiveSwapper(swapper, mesh.swapper, trouble),
        finisher=StillSwapper(swapper, mesh.finisher, trouble),
        provider=swapper.provider,
        trouble=trouble,
    )


def _networks(files: NetworkFiles | None) -> FaceNetworks:
    if files is None:
        raise ModelError(
            "No models for the face engine are installed. Run `kiosk models add`."
        )
    return open_networks(files, wanted_provider())


ENGINES: Final[Mapping[str, Callable[[NetworkFiles | None], Engine]]] = (
    MappingProxyType(
        {
            MESH: _mesh_engine,
            "insightface": _insightface_engine,
            "hybrid": _hybrid_engine,
        }
    )
)
