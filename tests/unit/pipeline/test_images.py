import os
import sys
import threading
import zlib

import numpy as np
import pytest
from PIL import Image, ImageCms

from pipeline.errors import ImageUnreadableError, ImageUnwritableError
from pipeline.images import (
    LARGEST_PIXELS,
    read_image,
    readable_suffixes,
    write_image,
)

RED, GREEN, BLUE = (0, 0, 255), (0, 255, 0), (255, 0, 0)


def quarters(size_px: int = 32) -> Image.Image:
    """Red over green on the left, blue over white on the right."""
    half = size_px // 2
    image = Image.new("RGB", (size_px, size_px + 16), "white")
    image.paste((255, 0, 0), (0, 0, half, half))
    image.paste((0, 255, 0), (0, half, half, size_px + 16))
    image.paste((0, 0, 255), (half, 0, size_px, half))
    return image


def near(pixel, bgr, by: int = 6) -> bool:
    return bool(np.abs(pixel.astype(int) - np.array(bgr)).max() <= by)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.png", {}),
        ("a.jpg", {"quality": 95, "subsampling": 0}),
        ("a.webp", {"lossless": True}),
        ("a.tif", {}),
        ("a.bmp", {}),
        ("a.gif", {}),
        ("a.ppm", {}),
    ],
)
def test_reads_common_formats_as_bgr(tmp_path, name, options):
    quarters().save(tmp_path / name, **options)

    bgr = read_image(tmp_path / name)

    assert bgr.shape == (48, 32, 3)
    assert bgr.dtype == np.uint8
    assert bgr.flags["C_CONTIGUOUS"]
    assert near(bgr[4, 4], RED)
    assert near(bgr[40, 4], GREEN)
    assert near(bgr[4, 28], BLUE)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_turns_upright_as_exif_says(tmp_path, orientation):
    upright = quarters()
    turns = {
        2: [Image.Transpose.FLIP_LEFT_RIGHT],
        3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM],
        5: [Image.Transpose.TRANSPOSE],
        6: [Image.Transpose.ROTATE_90],
        7: [Image.Transpose.TRANSVERSE],
        8: [Image.Transpose.ROTATE_270],
    }
    stored = upright
    for turn in turns.get(orientation, []):
        stored = stored.transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored.save(tmp_path / "photo.png", exif=exif)

    bgr = read_image(tmp_path / "photo.png")

    assert np.array_equal(bgr[:, :, ::-1], np.asarray(upright))


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_ignores_a_nonsensical_orientation(tmp_path, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    quarters().save(tmp_path / "photo.jpg", exif=exif)
    assert read_image(tmp_path / "photo.jpg").shape == (48, 32, 3)


def test_ignores_broken_exif(tmp_path):
    quarters().save(tmp_path / "photo.jpg", exif=b"Exif\0\0II*\0\xff\xff\xff\xff")
    assert read_image(tmp_path / "photo.jpg").shape == (48, 32, 3)


def test_reads_cmyk(tmp_path):
    Image.new("CMYK", (20, 10), (0, 255, 255, 0)).save(tmp_path / "print.jpg")
    assert near(read_image(tmp_path / "print.jpg")[5, 5], RED)


@pytest.mark.parametrize("name", ["deep.png", "deep.tif"])
def test_reads_sixteen_bits_of_grey(tmp_path, name):
    ramp = np.linspace(0, 65535, 256).astype(np.uint16)[None].repeat(4, axis=0)
    Image.fromarray(ramp).save(tmp_path / name)

    bgr = read_image(tmp_path / name)

    assert np.abs(bgr[2, :, 1].astype(int) - np.arange(256)).max() <= 1
    assert np.array_equal(bgr[..., 0], bgr[..., 2])


@pytest.mark.parametrize(
    ("kind", "top"),
    [(np.float32, 1.0), (np.float32, 255.0), (np.int32, 255), (np.int32, 65535)],
)
def test_reads_wide_tiffs(tmp_path, kind, top):
    ramp = np.linspace(0, top, 256).astype(kind)[None].repeat(4, axis=0)
    Image.fromarray(ramp).save(tmp_path / "wide.tif")
    bgr = read_image(tmp_path / "wide.tif")
    assert np.abs(bgr[2, :, 1].astype(int) - np.arange(256)).max() <= 1


def test_not_a_number_becomes_black(tmp_path):
    values = np.full((4, 4), np.nan, np.float32)
    Image.fromarray(values).save(tmp_path / "nan.tif")
    assert read_image(tmp_path / "nan.tif").max() == 0


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA", "P"])
def test_lays_transparency_on_white(tmp_path, mode):
    image = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (4, 0, 8, 8))
    suffix = "tif" if mode == "PA" else "png"
    path = tmp_path / f"cut-out.{suffix}"
    if mode in ("P", "PA"):
        (image if mode == "PA" else image.quantize(4)).save(path)
    else:
        image.convert(mode).save(path)

    bgr = read_image(path)

    assert near(bgr[4, 1], (255, 255, 255))
    assert near(bgr[4, 6], (0, 0, 0))


def test_half_transparent_mixes_with_white(tmp_path):
    Image.new("RGBA", (4, 4), (255, 0, 0, 128)).save(tmp_path / "veil.png")
    assert near(read_image(tmp_path / "veil.png")[0, 0], (127, 127, 255), by=1)


def test_reads_palettes_and_line_art(tmp_path):
    quarters().quantize(8).save(tmp_path / "palette.png")
    Image.new("1", (9, 9), 1).save(tmp_path / "line.png")
    assert near(read_image(tmp_path / "palette.png")[4, 4], RED)
    assert read_image(tmp_path / "line.png").min() == 255


def test_reads_lab(tmp_path):
    Image.new("LAB", (4, 4), (128, 128, 128)).save(tmp_path / "lab.tif")
    pixel = read_image(tmp_path / "lab.tif")[0, 0]
    assert near(pixel, (119, 119, 119), by=4)


def red_and_green_swapped(profile: bytes) -> bytes:
    """Give a profile another name and make its red primary green and the reverse."""
    profile = profile.replace("sRGB".encode("utf-16-be"), "odd!".encode("utf-16-be"))
    return (
        profile.replace(b"rXYZ", b"none")
        .replace(b"gXYZ", b"rXYZ")
        .replace(b"none", b"gXYZ")
    )


def test_brings_colours_to_srgb_by_the_profile(tmp_path):
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = Image.new("RGB", (4, 4), (200, 100, 50))
    image.save(tmp_path / "same.png", icc_profile=srgb)
    image.save(tmp_path / "odd.png", icc_profile=red_and_green_swapped(srgb))
    image.save(tmp_path / "broken.png", icc_profile=b"no profile at all")

    assert near(read_image(tmp_path / "same.png")[0, 0], (50, 100, 200), by=0)
    assert near(read_image(tmp_path / "odd.png")[0, 0], (50, 200, 100), by=2)
    assert near(read_image(tmp_path / "broken.png")[0, 0], (50, 100, 200), by=0)


def test_keeps_transparency_apart_from_the_profile(tmp_path):
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = Image.new("RGBA", (4, 4), (200, 100, 50, 128))
    image.save(tmp_path / "odd.png", icc_profile=red_and_green_swapped(srgb))
    assert near(read_image(tmp_path / "odd.png")[0, 0], (152, 227, 177), by=2)


@pytest.mark.parametrize("name", ["moving.gif", "moving.webp", "moving.png"])
def test_an_animation_gives_its_first_frame(tmp_path, name):
    first, second = (Image.new("RGB", (12, 12), colour) for colour in ("red", "blue"))
    first.save(tmp_path / name, save_all=True, append_images=[second])
    assert near(read_image(tmp_path / name)[6, 6], RED, by=8)


def test_one_pixel_is_a_picture(tmp_path):
    Image.new("RGB", (1, 1), "red").save(tmp_path / "dot.png")
    assert read_image(tmp_path / "dot.png").tolist() == [[list(RED)]]


def test_the_name_s_ending_does_not_matter(tmp_path):
    quarters().save(tmp_path / "really.png")
    (tmp_path / "really.png").rename(tmp_path / "called.jpg")
    assert near(read_image(tmp_path / "called.jpg")[4, 4], RED)


@pytest.mark.parametrize("name", ["vast.png", "vast.jpg"])
def test_a_hundred_megapixels_are_made_smaller(tmp_path, name):
    Image.new("L", (12_500, 8_000), 99).save(tmp_path / name)

    bgr = read_image(tmp_path / name, max_pixels=2_000_000)

    height, width = bgr.shape[:2]
    assert 1_900_000 < width * height <= 2_000_000
    assert width / height == pytest.approx(12_500 / 8_000, rel=0.01)
    assert near(bgr[height // 2, width // 2], (99, 99, 99), by=1)


def test_reduction_keeps_the_colours_of_a_palette(tmp_path):
    quarters(64).quantize(8).save(tmp_path / "palette.png")
    bgr = read_image(tmp_path / "palette.png", max_pixels=400)
    assert bgr.shape[0] * bgr.shape[1] <= 400
    assert near(bgr[2, 2], RED)


def test_reduction_and_rotation_go_together(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (400, 200), "red").save(tmp_path / "photo.jpg", exif=exif)
    bgr = read_image(tmp_path / "photo.jpg", max_pixels=20_000)
    assert bgr.shape == (200, 100, 3)


def picture_that_claims(path, width, height):
    """A PNG of a few bytes whose header promises so many pixels."""
    Image.new("1", (8, 8)).save(path)
    content = bytearray(path.read_bytes())
    content[16:20], content[20:24] = width.to_bytes(4, "big"), height.to_bytes(4, "big")
    content[29:33] = zlib.crc32(content[12:29]).to_bytes(4, "big")
    path.write_bytes(content)


@pytest.mark.parametrize("side_px", [13_050, 14_500, 30_000, 2_000_000])
def test_what_is_too_large_is_refused_with_the_true_limit(tmp_path, side_px):
    assert LARGEST_PIXELS == 170_000_000
    picture_that_claims(tmp_path / "bomb.png", side_px, side_px)
    with pytest.raises(ImageUnreadableError, match="more than 170 megapixels"):
        read_image(tmp_path / "bomb.png")


def test_just_under_the_limit_it_is_the_content_that_counts(tmp_path):
    picture_that_claims(tmp_path / "large.png", 13_000, 13_000)
    with pytest.raises(ImageUnreadableError, match="damaged or incomplete"):
        read_image(tmp_path / "large.png")


def test_every_readable_kind_has_its_ending_listed():
    usual = {".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp"}
    assert usual | {".gif", ".avif", ".jp2", ".ppm"} <= readable_suffixes()
    assert not {".eps", ".pdf", ".txt", ".mp4"} & readable_suffixes()


def test_says_when_there_is_no_such_file(tmp_path):
    with pytest.raises(ImageUnreadableError, match=r"no picture gone\.png"):
        read_image(tmp_path / "gone.png")


def test_says_when_it_is_a_folder(tmp_path):
    with pytest.raises(ImageUnreadableError, match="is a folder"):
        read_image(tmp_path)


def test_says_when_the_file_is_empty(tmp_path):
    (tmp_path / "nothing.jpg").touch()
    with pytest.raises(ImageUnreadableError, match="is empty"):
        read_image(tmp_path / "nothing.jpg")


@pytest.mark.parametrize(
    "content",
    [
        b"These are words, not colours.\n" * 40,
        b"\0" * 4000,
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n" * 9,
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
)
def test_refuses_what_is_no_picture(tmp_path, content):
    (tmp_path / "portrait.jpg").write_bytes(content)
    with pytest.raises(ImageUnreadableError, match="not a picture that can be read"):
        read_image(tmp_path / "portrait.jpg")


def test_explains_heic(tmp_path):
    (tmp_path / "phone.heic").write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    with pytest.raises(ImageUnreadableError, match="Save it as JPEG"):
        read_image(tmp_path / "phone.heic")


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp", "a.tif", "a.gif"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_refuses_a_truncated_file(tmp_path, name, share):
    noise = np.random.default_rng(3).integers(0, 255, (90, 90, 3), np.uint8)
    Image.fromarray(noise).save(tmp_path / name)
    content = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(content[: int(len(content) * share)])
    with pytest.raises(ImageUnreadableError, match=r"damaged|not a picture"):
        read_image(tmp_path / name)


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp", "a.tif", "a.gif"])
def test_a_corrupt_file_gives_a_picture_or_a_plain_error(tmp_path, name):
    quarters().save(tmp_path / name)
    whole = (tmp_path / name).read_bytes()
    numbers = np.random.default_rng(4)
    outcomes = set()
    for _ in range(60):
        content = bytearray(whole)
        for place in numbers.integers(4, len(content), 6):
            content[place] = numbers.integers(256)
        (tmp_path / name).write_bytes(content)
        try:
            outcomes.add(read_image(tmp_path / name).shape[2])
        except ImageUnreadableError as error:
            outcomes.add(str(error)[-1])
    assert outcomes <= {3, "."}


def test_says_when_the_file_may_not_be_read(tmp_path):
    path = tmp_path / "locked.png"
    quarters().save(path)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(ImageUnreadableError, match="may not be read"):
        read_image(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes there")
def test_does_not_wait_for_a_pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe.png")
    with pytest.raises(ImageUnreadableError, match="no ordinary file"):
        read_image(tmp_path / "pipe.png")


@pytest.mark.parametrize("name", ["n\0ul.png", "x" * 5000])
def test_refuses_impossible_names(tmp_path, name):
    with pytest.raises(ImageUnreadableError):
        read_image(tmp_path / name)


@pytest.mark.parametrize("name", ["out.png", "out.TIF", "out.bmp"])
def test_writes_what_it_reads(tmp_path, name):
    bgr = np.random.default_rng(5).integers(0, 255, (20, 30, 3), np.uint8)
    write_image(tmp_path / name, bgr)
    assert np.array_equal(read_image(tmp_path / name), bgr)


@pytest.mark.parametrize("name", ["out.jpg", "out.webp"])
def test_writes_lossy_formats_finely(tmp_path, name):
    bgr = np.full((20, 30, 3), (50, 100, 200), np.uint8)
    write_image(tmp_path / name, bgr)
    assert near(read_image(tmp_path / name)[9, 9], (50, 100, 200), by=4)


def test_replaces_a_file_and_leaves_nothing_behind(tmp_path):
    path = tmp_path / "out.png"
    path.write_text("older")
    write_image(path, np.zeros((2, 2, 3), np.uint8))
    assert read_image(path).shape == (2, 2, 3)
    assert [one.name for one in tmp_path.iterdir()] == ["out.png"]


def test_a_failed_write_keeps_the_old_file(tmp_path):
    path = tmp_path / "out.webp"
    path.write_text("older")
    with pytest.raises(ImageUnwritableError, match="does not fit"):
        write_image(path, np.zeros((2, 20_000, 3), np.uint8))
    assert path.read_text() == "older"
    assert [one.name for one in tmp_path.iterdir()] == ["out.webp"]


@pytest.mark.parametrize("name", ["out", "out.xyz", "out.gif"])
def test_refuses_an_unknown_ending(tmp_path, name):
    with pytest.raises(ImageUnwritableError, match="must end in"):
        write_image(tmp_path / name, np.zeros((2, 2, 3), np.uint8))


def test_says_when_the_folder_is_missing(tmp_path):
    with pytest.raises(ImageUnwritableError, match="folder exists"):
        write_image(tmp_path / "no" / "out.png", np.zeros((2, 2, 3), np.uint8))


def test_several_threads_may_read_at_once(tmp_path):
    quarters(256).save(tmp_path / "a.jpg")
    shapes = []
    threads = [
        threading.Thread(
            target=lambda: shapes.append(read_image(tmp_path / "a.jpg").shape)
        )
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert shapes == [(272, 256, 3)] * 4
