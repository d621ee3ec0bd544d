"""Each measure against pictures whose answer is known by construction."""

import cv2
import numpy as np
import pytest
from skimage.data import astronaut

from pipeline.evaluate import measures

SIDE_PX = 256


@pytest.fixture(scope="module")
def painted():
    return np.ascontiguousarray(astronaut()[:SIDE_PX, 96 : 96 + SIDE_PX, ::-1])


@pytest.fixture(scope="module")
def mask():
    disc = np.zeros((SIDE_PX, SIDE_PX), np.uint8)
    cv2.circle(disc, (128, 128), 70, 255, -1)
    return cv2.GaussianBlur(disc, (0, 0), 4).astype(np.float32) / 255


def laid_in(painted, other, mask):
    """Blend as a compositor would: nothing changes where the mask is 0."""
    alpha = mask[..., None]
    return np.round(painted * (1 - alpha) + other * alpha).astype(np.uint8)


def lighter(bgr, by):
    lab = cv2.cvtColor(bgr.astype(np.float32) / 255, cv2.COLOR_BGR2LAB)
    lab[..., 0] += by
    return np.clip(cv2.cvtColor(lab, cv2.COLOR_LAB2BGR) * 255, 0, 255)


def test_an_unchanged_painting_scores_perfectly(painted, mask):
    found = measures.measure(painted, painted.copy(), mask)
    assert found == measures.Fidelity(0, 1.0, 1.0, 0.0, 1.0)


def test_a_change_inside_the_mask_does_not_count_as_outside(painted, mask):
    new = laid_in(painted, 255 - painted, mask)
    assert measures.outside_max_abs_diff(painted, new, mask) == 0
    assert measures.ssim_outside(painted, new, mask) == 1.0


def test_one_changed_value_outside_the_mask_is_found(painted, mask):
    new = painted.copy()
    new[3, 5, 1] ^= 9
    wanted = abs(int(new[3, 5, 1]) - int(painted[3, 5, 1]))
    assert measures.outside_max_abs_diff(painted, new, mask) == wanted
    assert 0.99 < measures.ssim_outside(painted, new, mask) < 1.0


def test_noise_all_around_lowers_the_similarity_outside(painted, mask):
    noise = np.random.default_rng(1).integers(-60, 60, painted.shape)
    new = np.clip(painted + noise, 0, 255).astype(np.uint8)
    assert measures.ssim_outside(painted, new, mask) < 0.7


def test_blur_lowers_the_strokes_and_sharpening_raises_them(painted, mask):
    soft = laid_in(painted, cv2.GaussianBlur(painted, (0, 0), 1.5), mask)
    softer = laid_in(painted, cv2.GaussianBlur(painted, (0, 0), 4), mask)
    crisp = np.clip(2.0 * painted - cv2.GaussianBlur(painted, (0, 0), 1.5), 0, 255)
    ratios = [
        measures.strokes_ratio(painted, new, mask)
        for new in (softer, soft, painted, laid_in(painted, crisp, mask))
    ]
    assert ratios[0] < ratios[1] < 0.6
    assert ratios[2] == pytest.approx(1.0)
    assert ratios[3] > 1.5


def test_doubled_detail_has_four_times_the_energy():
    grey = np.full((128, 128, 3), 128, np.uint8)
    noise = np.random.default_rng(2).normal(0, 4, (128, 128, 1))
    once, twice = (
        np.clip(np.round(grey + gain * noise), 0, 255).astype(np.uint8)
        for gain in (1, 2)
    )
    everywhere = np.ones((128, 128), np.float32)
    ratio = measures.strokes_ratio(once, twice, everywhere)
    assert ratio == pytest.approx(4.0, rel=0.1)


def test_strokes_outside_the_mask_have_no_say(painted, mask):
    noise = np.random.default_rng(3).integers(-40, 40, painted.shape)
    new = np.clip(painted + noise, 0, 255).astype(np.uint8)
    new[mask > 0] = painted[mask > 0]
    assert measures.strokes_ratio(painted, new, mask) == pytest.approx(1.0, rel=0.02)


def test_a_known_shift_of_lightness_gives_its_delta_e():
    """At L = 50 and no colour CIEDE2000 equals the shift almost exactly."""
    lab = np.zeros((96, 96, 3), np.float32)
    pictures = []
    for lightness in (48, 53):
        lab[..., 0] = lightness
        bgr = cv2.cvtColor(lab, cv2.COLOR_LAB2BGR)
        pictures.append(np.round(bgr * 255).astype(np.uint8))
    everywhere = np.ones((96, 96), np.float32)
    found = measures.light_delta_e(*pictures, everywhere)
    assert found == pytest.approx(5.0, abs=0.35)


def test_light_is_told_apart_from_strokes(painted, mask):
    noise = np.random.default_rng(4).normal(0, 12, painted.shape)
    rough = laid_in(painted, np.clip(painted + noise, 0, 255), mask)
    bright = laid_in(painted, lighter(painted, 12), mask)
    assert measures.light_delta_e(painted, rough, mask) < 1.5
    assert measures.light_delta_e(painted, bright, mask) > 5


def test_a_drawn_seam_raises_the_seam():
    rows, columns = np.mgrid[:128, :128]
    slope = (rows + columns).astype(np.float32) / 2
    painted = cv2.merge([np.uint8(slope)] * 3)
    mask = np.zeros((128, 128), np.float32)
    cv2.circle(mask, (64, 64), 40, 1.0, -1)
    new = painted.copy()
    new[mask > 0] += 12
    assert measures.seam(painted, painted, mask) == 1.0
    assert measures.seam(painted, new, mask) > 1.5


def test_a_soft_edge_hides_a_seam_that_a_hard_one_shows(painted, mask):
    hard = np.asarray(mask > 0.5, np.float32)
    bright = lighter(painted, 8)
    soft_seam = measures.seam(painted, laid_in(painted, bright, mask), mask)
    hard_seam = measures.seam(painted, laid_in(painted, bright, hard), hard)
    assert soft_seam < hard_seam


def test_a_change_deep_inside_is_no_seam(painted, mask):
    new = painted.copy()
    cv2.circle(new, (128, 128), 20, (0, 0, 0), -1)
    assert measures.seam(painted, new, mask) == pytest.approx(1.0, abs=0.01)


def test_masks_of_several_faces_share_one_canvas():
    one, two = np.full((4, 4), 0.5, np.float32), np.full((4, 4), 1.0, np.float32)
    whole = measures.full_mask((10, 8), [((0, 0, 4, 4), one), ((2, 2, 6, 6), two)])
    assert whole.shape == (8, 10)
    assert (whole[0, 0], whole[3, 3], whole[5, 5], whole[7, 9]) == (0.5, 1, 1, 0)


def test_a_mask_at_the_corner_of_a_tiny_picture_is_measured():
    picture = np.full((6, 6, 3), 90, np.uint8)
    mask = np.zeros((6, 6), np.float32)
    mask[:2, :2] = 1
    found = measures.measure(picture, picture, mask)
    assert found.strokes_ratio == found.seam == found.ssim_outside == 1.0


@pytest.mark.parametrize("spoil", ["size", "empty"])
def test_nonsense_is_refused(painted, mask, spoil):
    new = painted[:-1] if spoil == "size" else painted
    where = np.zeros_like(mask) if spoil == "empty" else mask
    with pytest.raises(ValueError, match=r"differ in size|is empty"):
        measures.measure(painted, new, where)
