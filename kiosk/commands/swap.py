"""``kiosk swap``: one photograph into one painting."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.cli import Subparsers


def add_parser(subparsers: "Subparsers") -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "swap",
        help="put the faces of a photograph into a painting",
        description=(
            "Puts the people of a photograph, from left to right, into the faces of a "
            "painting, at the painting's full size."
        ),
    )
    parser.add_argument("visitor", type=Path, metavar="VISITOR", help="a photograph")
    parser.add_argument(
        "painting", metavar="PAINTING", help="a picture file or pack/painting"
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="the picture to write"
    )
    parser.add_argument(
        "--engine",
        choices=("mesh", "insightface", "hybrid"),
        help="how faces are painted (default: as the settings say)",
    )
    parser.add_argument(
        "--json", action="store_true", help="tell what was done as JSON"
    )


def run(arguments: argparse.Namespace) -> int:
    """Swap, write the picture and tell what was done."""
    from kiosk.engines import choosing, open_chosen_engine
    from kiosk.output import complain, say, say_json
    from kiosk.packs.library import open_library
    from kiosk.settings.read import load_or_default
    from pipeline.images import read_image, write_image
    from pipeline.painting import load_painting
    from pipeline.still import swap_image

    choice = open_library().find(arguments.painting)
    visitor = read_image(arguments.visitor)
    loaded, _ = load_or_default()
    engine = open_chosen_engine(choosing(loaded.settings, arguments.engine))
    for sentence in (engine.trouble.sentence, *engine.setbacks.sentences):
        if sentence:
            complain(sentence)
    painting = load_painting(choice.image, engine, complexion=choice.complexion)
    still = swap_image(visitor, painting, engine)
    write_image(arguments.out, still.bgr)
    height, width = still.bgr.shape[:2]
    if arguments.json:
        say_json(
            {
                "out": str(arguments.out),
                "engine": engine.name,
                "visitor_faces": still.visitor_faces,
                "painted_faces": still.painted_faces,
                "changed_box_px": [int(edge) for edge in still.changed_box_px],
                "stages_ms": {
                    stage: round(ms, 2) for stage, ms in still.stages_ms.items()
                },
                "size_px": [width, height],
            }
        )
    else:
        say(f"{arguments.out} ({width} x {height} pixels)")
    return 0
