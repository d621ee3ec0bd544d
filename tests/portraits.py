"""Ways to look at faces in pictures, and to change them."""

import cv2
import numpy as np

from pipeline.zones import Zones


def lab_picture(bgr):
    """``(h, w, 3)`` float32, CIE Lab."""
    return cv2.cvtColor(bgr.astype(np.float32) / 255, cv2.COLOR_BGR2LAB)


def lab_of(bgr, points_px):
    """The skin's colour, median over cheeks and nose, ``(3,)`` Lab."""
    width = float(np.ptp(points_px[:, 0]))
    patches = Zones(points_px, bgr.shape[1::-1], width).skin_patches()
    return np.median(lab_picture(bgr)[patches > 0], axis=0)


def skin_chroma(lab):
    return float(np.hypot(lab[1], lab[2]))
