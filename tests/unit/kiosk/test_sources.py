import pytest

import kiosk.sources
from kiosk.sources import choose_source
from pipeline.errors import SourceUnavailableError
from pipeline.sources.cameras import Camera


def test_without_a_camera_the_demo_visitor_stands_in(monkeypatch):
    monkeypatch.setattr(kiosk.sources, "list_cameras", list)

    source, no_camera = choose_source(None)

    assert (source.info.kind, no_camera) == ("demo", True)


def test_the_first_camera_is_taken(monkeypatch):
    monkeypatch.setattr(kiosk.sources, "list_cameras", lambda: [Camera(2, "Front")])

    source, no_camera = choose_source(None)

    assert (source.info.kind, no_camera) == ("camera", False)


def test_who_asks_for_the_demo_knows_that_it_is_one():
    source, no_camera = choose_source("demo")

    assert (source.info.kind, no_camera) == ("demo", False)


def test_a_film_that_is_not_there_is_refused():
    with pytest.raises(SourceUnavailableError):
        choose_source("no-film.mp4")
