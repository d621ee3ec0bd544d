"""``kiosk bench``: how fast the engine is on this machine."""

import argparse
import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kiosk.errors import SettingsError
from kiosk.output import say, say_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers
    from kiosk.packs.library import Library
    from kiosk.packs.manifest import PackPainting
    from pipeline.painting import Painting
    from pipeline.types import SizePx

DEFAULT_SIZE_PX = (1080, 1920)
_FRAMES_FOR_RATIO = 48
_FRAMES_TO_COMPARE = 12
_FRAMES_A_RUN = 2
_LARGEST_SIDE_PX = 8192


def add_parser(subparsers: "Subparsers") -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "bench",
        help="measure how fast the engine is on this machine",
        description=(
            "Runs a source through the engine as the kiosk does, without a window, and "
            "tells frames a second, latency, the time of each stage and memory. "
            "ratio_frame_to_landmarks is the work of a whole frame over that of one "
            "landmark inference, both medians, taken in turn on one thread afterwards."
        ),
    )
    parser.add_argument(
        "--source",
        default="demo",
        metavar="SOURCE",
        help="demo, camera, camera:N, camera:NAME or a file (default: demo)",
    )
    parser.add_argument(
        "--camera-backend",
        default="any",
        metavar="NAME",
        help="for a camera that misbehaves: v4l2, dshow, msmf or avfoundation",
    )
    parser.add_argument(
        "--painting",
        metavar="PAINTING",
        help="pack/painting or a picture file (default: the first painting)",
    )
    parser.add_argument(
        "--seconds",
        type=_seconds,
        default=10.0,
        metavar="N",
        help="how long to run (default: 10)",
    )
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument(
        "--size",
        type=_size_px,
        default=DEFAULT_SIZE_PX,
        metavar="WxH",
        help="size of the display (default: 1080x1920)",
    )
    shown.add_argument(
        "--face-px",
        type=_face_px,
        metavar="N",
        help="show the painting so large that its face is N px wide",
    )
    parser.add_argument(
        "--compare",
        choices=("insightface-stock",),
        help="put our way of using InsightFace's networks beside the library's own",
    )
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: argparse.Namespace) -> int:
    """Measure and tell."""
    report = _compare(arguments) if arguments.compare else _measure(arguments)
    if arguments.json:
        say_json(report)
    else:
        tell(report)
    return 0


def _compare(arguments: argparse.Namespace) -> dict[str, object]:
    from dataclasses import asdict

    from kiosk.engines import models_folder, place_engine, require_licence
    from kiosk.packs.library import open_library
    from kiosk.settings.read import load_or_default
    from pipeline.backends import open_engine
    from pipeline.errors import ModelMissingError
    from pipeline.evaluate.paste_back import compare_frames, compare_paste_back
    from pipeline.evaluate.speed import some_frames
    from pipeline.inventory import find_networks
    from pipeline.painting import load_painting
    from pipeline.sources.named import named_source
    from pipeline.swap.opening import open_networks

    settings = load_or_default()[0].settings
    require_licence(settings)
    files = find_networks(models_folder(settings))
    if files is None:
        raise ModelMissingError(
            "There is no face recogniser with a swapper to compare with. Put both into "
            f"{models_folder(settings)}."
        )
    placement = place_engine(settings, files)
    engine = open_engine("mesh", None, placement)
    networks = open_networks(files, placement.networks, placement.answer)
    chosen = _chosen(open_library(), arguments.painting)
    painting = load_painting(chosen.image, engine, complexion=chosen.complexion)
    source = named_source(arguments.source, backend=arguments.camera_backend)
    frames = some_frames(source, _FRAMES_TO_COMPARE)
    detection = engine.detector.detect(frames[0].bgr)[0]
    mesh = engine.landmarker.first_look(frames[0].bgr, detection)
    pasted = compare_paste_back(
        networks, painting, frames[0], mesh, len(frames) // _FRAMES_A_RUN
    )
    cost = compare_frames(networks, engine, painting, frames, arguments.size)
    return {
        "swapper": files.swapper.name,
        "provider": str(networks.device),
        "network_ms": round(pasted[0].network_ms, 2),
        "paste_back": {
            f"{one.size_px[0]}x{one.size_px[1]}": {
                "stock_ms": round(one.stock_ms, 2),
                "ours_ms": round(one.ours_ms, 2),
                "ratio": round(one.ratio, 1),
            }
            for one in pasted
        },
        "frame_ms": {name: round(ms, 2) for name, ms in asdict(cost).items()},
        "stock_to_mesh": round(cost.stock_ms / cost.mesh_ms, 1),
        "stock_to_insightface": round(cost.stock_ms / cost.insightface_ms, 1),
        "stock_to_hybrid": round(cost.stock_ms / cost.hybrid_ms, 1),
    }


def _measure(arguments: argparse.Namespace) -> dict[str, object]:
    from kiosk.engines import place_engine
    from kiosk.packs.library import open_library
    from kiosk.settings.read import load_or_default
    from pipeline.backends import open_engine
    from pipeline.evaluate.speed import frame_to_landmarks, run_live, some_frames
    from pipeline.live import LivePortrait
    from pipeline.painting import load_painting
    from pipeline.sources.named import named_source

    library = open_library()
    chosen = _chosen(library, arguments.painting)
    source = named_source(arguments.source, backend=arguments.camera_backend)
    settings = load_or_default()[0].settings
    engine = open_engine("mesh", None, place_engine(settings, None))
    painting = load_painting(chosen.image, engine, complexion=chosen.complexion)
    size_px = arguments.size
    if arguments.face_px is not None:
        size_px = size_for_face(painting, arguments.face_px)
    live = LivePortrait(engine, painting, size_px)
    figures = run_live(source, live.look, live.paint, arguments.seconds)
    live.forget()
    ratio = frame_to_landmarks(some_frames(source, _FRAMES_FOR_RATIO), live.render)
    live.forget()
    return {
        "source": arguments.source,
        "painting": arguments.painting or chosen.key,
        **{name: value for name, value in figures.items() if name != "rss_mb"},
        "ratio_frame_to_landmarks": ratio["ratio_frame_to_landmarks"],
        "rss_mb": figures["rss_mb"],
        "provider": engine.provider,
        "frame_ms": ratio["frame_ms"],
        "landmarks_ms": ratio["landmarks_ms"],
        "source_size_px": source.info.size_px,
        "size_px": size_px,
        "painted_face_px": round(_face_width_px(painting) * _fit(painting, size_px)),
    }


def size_for_face(painting: "Painting", face_px: int) -> "SizePx":
    """Find the display size at which the painted face is so many px wide.

    Raises:
        SettingsError: If the display would be absurdly large.
    """
    scale = face_px / _face_width_px(painting)
    height_px, width_px = painting.bgr.shape[:2]
    size_px = max(round(width_px * scale), 1), max(round(height_px * scale), 1)
    if max(size_px) > _LARGEST_SIDE_PX:
        raise SettingsError(
            f"A face of {face_px} px would need a display of {size_px[0]}x{size_px[1]} "
            "px with this painting. Ask for a smaller face."
        )
    return size_px


def _chosen(library: "Library", name: str | None) -> "PackPainting":
    if name is not None:
        return library.find(name)
    if not library.paintings:
        raise SettingsError("There is no painting yet. Name one with --painting FILE.")
    return library.paintings[0]


def _face_width_px(painting: "Painting") -> float:
    """Width of the face that a single visitor gets, in pixels of the painting."""
    return painting.faces[painting.best_faces(1)[0]].width_px


def _fit(painting: "Painting", size_px: "SizePx") -> float:
    height_px, width_px = painting.bgr.shape[:2]
    return float(min(size_px[0] / width_px, size_px[1] / height_px))


def tell(report: Mapping[str, object]) -> None:
    """Print the figures for people, one line each."""
    for name, value in report.items():
        if not isinstance(value, Mapping):
            say(f"{name:26}{value}")
            continue
        if all(isinstance(inner, Mapping) for inner in value.values()):
            for stage, spread in value.items():
                say(f"{name + ' ' + stage:26}{_spread(spread)}")
        else:
            say(f"{name:26}{_spread(value)}")


def _spread(values: Mapping[str, object]) -> str:
    return "  ".join(f"{name} {value}" for name, value in values.items())


def _seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 1 <= value <= 86_400:
        raise argparse.ArgumentTypeError(f"{text!r} is not between 1 and 86400 seconds")
    return value


def _size_px(text: str) -> "SizePx":
    sides = text.lower().split("x")
    if len(sides) != 2 or not all(side.isascii() and side.isdigit() for side in sides):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1080x1920")
    width_px, height_px = (int(side[:6]) for side in sides)
    if not 64 <= min(width_px, height_px) <= max(width_px, height_px) <= 8192:
        raise argparse.ArgumentTypeError(f"the sides of {text!r} must be 64 to 8192")
    return width_px, height_px


def _face_px(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 16 <= int(text[:6]) <= 4096):
        raise argparse.ArgumentTypeError(f"{text!r} is not between 16 and 4096 px")
    return int(text)
