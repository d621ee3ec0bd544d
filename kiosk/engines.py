"""Which engine paints: what the settings choose, if the operator may use it."""

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.errors import SettingsError
from kiosk.places import data_folder
from kiosk.settings.schema import EngineName, Settings

if TYPE_CHECKING:
    from pipeline.engine import Engine

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
    from pipeline.inventory import find_networks

    name = settings.engine.name
    if name == MESH:
        return open_engine()
    try:
        require_licence(settings)
    except SettingsError as error:
        engine = open_engine()
        engine.trouble.note(str(error))
        return engine
    return open_engine(name, find_networks(models_folder(settings, data)))
