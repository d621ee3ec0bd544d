"""Bands add up, lie where they belong and are bounded."""

import cv2
import numpy as np
import pytest

from pipeline import bands


@pytest.fixture(scope="module")
def portrait(astronaut_bgr):
    return astronaut_bgr[50:263, 160:371].astype(np.float32)


@pytest.mark.parametrize("levels", [0, 1, 4])
@pytest.mark.parametrize("channels", [1, 3])
def test_what_was_split_joins_again(portrait, levels, channels):
    picture = portrait if channels == 3 else np.ascontiguousarray(portrait[..., 1])
    fine, rest = bands.split(picture, levels)
    assert len(fine) == levels
    assert np.abs(bands.join(fine, rest) - picture).max() < 1e-3


def test_finer_bands_hold_finer_detail(portrait):
    fine, rest = bands.split(portrait, 4)
    assert [band.shape[0] for band in fine] == [213, 107, 54, 27]
    assert rest.shape[:2] == (14, 14)
    soft, _ = bands.split(cv2.GaussianBlur(portrait, (0, 0), 2), 4)
    kept = [float(np.std(b) / np.std(a)) for a, b in zip(fine, soft, strict=True)]
    assert kept[0] < 0.4
    assert kept[3] > 0.8


def test_halving_lies_on_the_grid_of_split(portrait):
    assert np.array_equal(bands.halve(portrait, 3), bands.split(portrait, 3)[1])


@pytest.mark.parametrize("step", [1, 2, 4, 8])
@pytest.mark.parametrize("size_px", [(203, 160), (208, 161)])
def test_grown_pictures_lie_where_they_were(step, size_px):
    width, height = size_px
    x, y = np.meshgrid(
        np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32)
    )
    ramp = cv2.merge([x, y, x + y])
    grown = bands.grow(np.ascontiguousarray(ramp[::step, ::step]), step, size_px)
    assert grown.shape == ramp.shape
    inner = np.s_[step : height - step, step : width - step]
    assert np.abs(grown - ramp)[inner].max() <= 0.51 * 2, "half a pixel each way"
    assert np.abs(grown[inner][..., :2] - ramp[inner][..., :2]).max() <= 0.51
    assert np.abs(grown - ramp).max() <= 2 * step


def test_local_energy_is_the_mean_square():
    board = np.indices((40, 40)).sum(0) % 2 * 2.0 - 1
    loud = (board * np.where(np.arange(40) < 20, 1, 6)).astype(np.float32)
    for cell_px in (1, 4):
        energy = bands.local_energy(loud, cell_px, 1.0)
        assert energy.shape == (40 // cell_px, 40 // cell_px)
        assert energy[:, 0] == pytest.approx(1, abs=0.01)
        assert energy[:, -1] == pytest.approx(36, abs=0.1)


def test_cells_cover_sides_that_do_not_divide():
    assert bands.local_energy(np.ones((41, 38), np.float32), 4, 1).shape == (11, 10)


def test_a_soft_limit_binds_large_values_and_leaves_small_ones():
    band = np.linspace(-500, 500, 2001, dtype=np.float32)[None]
    limit = np.full_like(band, 12)
    bent = bands.limit_softly(band, limit)
    assert np.abs(bent).max() < 12
    assert np.abs(bent).max() > 11.9
    small = np.abs(band) <= 2
    assert np.allclose(bent[small], band[small], rtol=0.02, atol=1e-6)
    assert np.all(np.diff(bent) >= 0), "order is kept"
    assert np.allclose(bent, -bent[:, ::-1], atol=1e-5)
