"""The section ``engine``."""

from typing import Literal, get_args

from kiosk.settings.fields import ONE_LINE, WHOLE_PATH, Section, setting
from kiosk.settings.kinds import Folder, Name

EngineName = Literal["mesh", "insightface", "hybrid"]
ENGINE_NAMES: tuple[EngineName, ...] = get_args(EngineName)
ProviderName = Literal[
    "auto", "cpu", "cuda", "tensorrt", "directml", "openvino", "coreml"
]
PROVIDER_NAMES: tuple[ProviderName, ...] = get_args(ProviderName)


class Engine(Section):
    """What paints the visitor into the painting."""

    name: EngineName = setting(
        "mesh",
        "How faces are painted: by our own engine, by InsightFace's networks or by a "
        "hybrid of both; all but mesh need models of your own and a licence for them.",
        f"one of {', '.join(ENGINE_NAMES)}",
    )
    licence: Name = setting(
        "",
        "Which licence for the models of InsightFace you hold, in your own words; "
        "without it only mesh paints.",
        ONE_LINE,
        example="InsightFace commercial licence 2026-117, Town Museum",
    )
    models: Folder | None = setting(
        None,
        "The folder with models that you brought; without it the folder models "
        "in the data folder.",
        WHOLE_PATH,
        example="~/vernissage-models",
    )
    provider: ProviderName = setting(
        "auto",
        "What models run on: auto measures at the first start and takes the quickest "
        "that computes what the processor does.",
        f"one of {', '.join(PROVIDER_NAMES)}",
    )
    device: Name = setting(
        "",
        "Part of the name of the graphics card that models run on, where there are "
        "several; 'kiosk doctor' lists them.",
        ONE_LINE,
        example="RTX 4000",
    )
