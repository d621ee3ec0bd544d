from kiosk.settings.names import SETTINGS
from pipeline.sources.webcam import BACKENDS


def test_the_camera_can_be_spoken_to_in_every_way_that_the_engine_knows() -> None:
    assert SETTINGS["camera.backend"].choices == tuple(BACKENDS)
