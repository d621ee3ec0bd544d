"""Sources by the names that people type."""

import pytest

from pipeline.errors import SourceUnavailableError
from pipeline.sources.clip import Clip
from pipeline.sources.demo import DemoVisitor
from pipeline.sources.named import named_source
from pipeline.sources.webcam import Webcam


@pytest.mark.parametrize("spec", ["demo", " Demo "])
def test_the_demo(spec):
    assert isinstance(named_source(spec), DemoVisitor)


@pytest.mark.parametrize(
    ("spec", "name"),
    [
        ("camera", "camera"),
        ("camera:1", "camera 1"),
        ("CAMERA: 12", "camera 12"),
        ("camera:Logitech C920", "Logitech C920"),
        ("camera:HD: wide", "HD: wide"),
    ],
)
def test_cameras(spec, name):
    source = named_source(spec)
    assert isinstance(source, Webcam)
    assert source.info.name == name


def test_a_file(make_clip):
    path = make_clip()
    source = named_source(str(path))
    assert isinstance(source, Clip)
    assert source.info.name == path.name


@pytest.mark.parametrize(
    "spec",
    [
        "",
        "  ",
        "camera:",
        "demo:2",
        "nowhere.mp4",
        ".",
        "a\0b",
        "x" * 5000,
        "~nosuchuser/a.mp4",
    ],
)
def test_what_means_nothing_is_refused_in_plain_words(spec):
    with pytest.raises(SourceUnavailableError, match="Give demo, camera"):
        named_source(spec)


def test_an_unknown_backend_is_refused():
    with pytest.raises(SourceUnavailableError, match="backend"):
        named_source("camera", backend="magic")
