"""Which engine paints: what the settings choose, if the operator may use it."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.errors import SettingsError
from kiosk.places import cache_folder, data_folder
from kiosk.settings.schema import Settings
from kiosk.settings.sections.engine import EngineName

if TYPE_CHECKING:
    from pipeline.engine import Engine
    from pipeline.placement import Placement
    from pipeline.swap.network_files import NetworkFiles

logger = logging.getLogger(__name__)

MODELS_FOLDER = "models"
"""In the data folder: models that the operator brought."""

UNLICENSED = (
    "The engine {name} stays off: its models are for research that earns nothing, "
    "unless you have a licence. State yours in the setting engine.licence."
)


def models_folder(settings: Settings, data: Path | None = None) -> Path:
    """Where the operator's own models are; it need not be there.

    Args:
        settings: In force.
        data: The kiosk's data folder; the settings' or the platform's if None.
    """
    if settings.engine.models is not None:
        return settings.engine.models
    return (data or settings.storage.folder or data_folder()) / MODELS_FOLDER


def choosing(settings: Settings, name: EngineName | None) -> Settings:
    """The same settings with another engine; as they are if None."""
    if name is None:
        return settings
    engine = settings.engine.model_copy(update={"name": name})
    return settings.model_copy(update={"engine": engine})


def require_licence(settings: Settings) -> None:
    """Make sure that the operator may use InsightFace's models.

    Raises:
        SettingsError: If they have not stated a licence.
    """
    if not settings.engine.licence.strip():
        raise SettingsError(UNLICENSED.format(name=settings.engine.name))


def networks_of(settings: Settings, data: Path | None = None) -> "NetworkFiles | None":
    """The operator's networks, if the engine that they chose uses any.

    Args:
        settings: In force.
        data: See `models_folder`.
    """
    from pipeline.backends import MESH
    from pipeline.inventory import find_networks

    if settings.engine.name == MESH or not settings.engine.licence.strip():
        return None
    return find_networks(models_folder(settings, data))


def place_engine(
    settings: Settings, files: "NetworkFiles | None", *, anew: bool = False
) -> "Placement":
    """Choose what models run on; measures up to 20 seconds at the first start.

    Args:
        settings: In force.
        files: The operator's networks, if they are used.
        anew: Measure even if that was done.
    """
    from pipeline.placement import Wish, choose_placement

    wish = Wish(settings.engine.provider, settings.engine.device.strip())
    return choose_placement(wish, files, _measured_folder(), anew=anew)


def open_chosen_engine(settings: Settings, data: Path | None = None) -> "Engine":
    """Open the engine that the settings choose; takes up to some seconds.

    One that may not or cannot be used is the mesh engine, and its ``trouble`` says why.

    Args:
        settings: In force.
        data: See `models_folder`.

    Raises:
        ModelError: If a model of our own is missing or altered.
    """
    from pipeline.backends import MESH, open_engine

    name = settings.engine.name
    files = networks_of(settings, data)
    placement = place_engine(settings, files)
    try:
        if name != MESH:
            require_licence(settings)
        engine = open_engine(name, files, placement)
    except SettingsError as error:
        engine = open_engine(MESH, None, placement)
        engine.trouble.note(str(error))
    _log_opened(engine, None if engine.trouble else files)
    return engine


def _log_opened(engine: "Engine", files: "NetworkFiles | None") -> None:
    """Log what paints, with the SHA-256 of every model that it runs."""
    from pipeline.measured import MeasuredFile, all_of
    from pipeline.weights import Model, manifest

    own = (Model.YUNET, Model.MESH_468, Model.MESH_478, Model.BLENDSHAPES)
    sha256 = {manifest()[model].file: manifest()[model].sha256 for model in own}
    remembered = MeasuredFile(_measured_folder())
    sha256 |= {path.name: remembered.digest(path) for path in all_of(files)}
    fields = {"engine": engine.name, "provider": engine.provider, "sha256": sha256}
    logger.info("the engine is open", extra={"fields": fields})


def _measured_folder() -> Path:
    return cache_folder() / "placement"
