"""Names of engines and how to build them; the only place that knows concrete models."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from pipeline.detect.yunet import YuNet
from pipeline.devices import PROCESSOR
from pipeline.engine import Engine
from pipeline.errors import ModelError
from pipeline.landmarks.mesh468 import Mesh468
from pipeline.landmarks.mesh478 import Mesh478
from pipeline.placement import Placement
from pipeline.swap.mesh_swap import MeshSwapper
from pipeline.swap.nearest import open_nearest
from pipeline.swap.network_files import NetworkFiles
from pipeline.swap.network_swap import Expression, NetworkSwapper
from pipeline.swap.networks import FaceNetworks
from pipeline.swap.steadfast import LiveSwapper, StillSwapper
from pipeline.trouble import Setbacks, Trouble

MESH: Final = "mesh"
ON_PROCESSOR: Final = Placement()


def open_engine(
    name: str = MESH,
    files: NetworkFiles | None = None,
    placement: Placement = ON_PROCESSOR,
) -> Engine:
    """Load an engine's models; takes some tenths of a second, or seconds for networks.

    Each has then computed once, so that no visitor waits for that. An engine whose
    networks cannot be used is the mesh engine, and its ``trouble`` says why; what does
    not run where it should is in its ``setbacks``.

    Args:
        name: One of ``ENGINES``.
        files: Where an operator's networks are, for the engines that use them.
        placement: What models run on.

    Raises:
        ModelError: If the name is unknown or a model of our own is missing or altered.
    """
    build = ENGINES.get(name)
    if build is None:
        message = f"There is no engine named {name}. Known: {', '.join(ENGINES)}."
        raise ModelError(message)
    return build(files, placement)


def _mesh_engine(_files: NetworkFiles | None, placement: Placement) -> Engine:
    setbacks = Setbacks()
    for sentence in placement.setbacks:
        setbacks.note(sentence)
    landmarker = Mesh468(placement.light, setbacks)
    swapper = MeshSwapper()
    return Engine(
        name=MESH,
        detector=YuNet(device=placement.light, setbacks=setbacks),
        landmarker=landmarker,
        expressions=Mesh478(),
        swapper=swapper,
        finisher=swapper,
        provider=landmarker.provider,
        setbacks=setbacks,
    )


def _insightface_engine(files: NetworkFiles | None, placement: Placement) -> Engine:
    return _network_engine(files, placement, Expression.PAINTED)


def _hybrid_engine(files: NetworkFiles | None, placement: Placement) -> Engine:
    return _network_engine(files, placement, Expression.VISITORS)


def _network_engine(
    files: NetworkFiles | None, placement: Placement, expression: Expression
) -> Engine:
    mesh = _mesh_engine(files, placement)
    trouble = Trouble()
    try:
        networks = _networks(files, placement, mesh.setbacks)
    except ModelError as error:
        trouble.note(str(error))
        return replace(mesh, trouble=trouble)
    swapper = NetworkSwapper(networks, expression)
    return replace(
        mesh,
        name=swapper.name,
        swapper=LiveSwapper(swapper, mesh.swapper, trouble),
        finisher=StillSwapper(swapper, mesh.finisher, trouble),
        provider=_both(swapper.provider, mesh.provider),
        trouble=trouble,
    )


def _both(networks: str, light: str) -> str:
    return networks if networks == light else f"{networks}, faces found on {light}"


def _networks(
    files: NetworkFiles | None, placement: Placement, setbacks: Setbacks
) -> FaceNetworks:
    if files is None:
        raise ModelError(
            "No models for the face engine are installed. Run `kiosk models add`."
        )
    devices = (placement.networks, PROCESSOR)
    return open_nearest(files, devices, placement.answer, setbacks)


Opening = Callable[[NetworkFiles | None, Placement], Engine]

ENGINES: Final[Mapping[str, Opening]] = MappingProxyType(
    {
        MESH: _mesh_engine,
        "insightface": _insightface_engine,
        "hybrid": _hybrid_engine,
    }
)
