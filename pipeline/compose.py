"""One visitor's face into one painted face: draw, harmonise, lay on."""

import cv2
import numpy as np

from pipeline.canvas import FaceCanvas
from pipeline.harmonise import harmonise
from pipeline.manner import Manner, Memory
from pipeline.stopwatch import Stopwatch
from pipeline.swap.base import FaceSwapper
from pipeline.types import AnyArray, FaceMesh, ImageBgr


def paint_in(
    picture: AnyArray,
    frame_bgr: ImageBgr,
    mesh: FaceMesh,
    canvas: FaceCanvas,
    swapper: FaceSwapper,
    manner: Manner,
    memory: Memory,
    watch: Stopwatch,
    fade: float = 1.0,
) -> None:
    """Change a picture of the painting so that it shows the visitor.

    Args:
        picture: BGR or BGRA, written into; only inside the canvas's mask.
        frame_bgr: The camera's picture.
        mesh: The visitor's points in it.
        canvas: The painted face, prepared at the picture's size.
        swapper: Draws.
        manner: Bounds of the harmoniser.
        memory: Of this visitor in this canvas.
        watch: Takes the times.
        fade: 1 shows the visitor, 0 the painting.
    """
    with watch.stage("warp"):
        drawn = swapper.draw(frame_bgr, mesh, canvas, memory)
    with watch.stage("harmonise"):
        change = harmonise(drawn, canvas, manner, memory)
        if fade < 1.0:
            change *= np.float32(fade)
    with watch.stage("compose"):
        x0, y0, x1, y1 = canvas.box
        part = picture[y0:y1, x0:x1]
        if part.shape[2] == 4:
            new = cv2.add(
                cv2.cvtColor(part, cv2.COLOR_BGRA2BGR), change, dtype=cv2.CV_8U
            )
            part[:] = cv2.cvtColor(new, cv2.COLOR_BGR2BGRA)
        else:
            cv2.add(part, change, dst=part, dtype=cv2.CV_8U)
