import shutil
from types import SimpleNamespace

import pytest

from kiosk import doctor
from kiosk.doctor import CHECKS, Finding, State, run_doctor
from kiosk.launch.libraries import LIBRARIES
from kiosk.probe import probe
from pipeline.errors import ModelAlteredError
from pipeline.sources import cameras
from pipeline.weights import Model


def states(findings):
    return {one.subject: one.state for one in findings}


def test_this_computer_is_fit_for_the_tests():
    findings = run_doctor()
    bad = [one for one in findings if one.state is State.BAD]
    assert bad == []
    assert {"python", "model yunet", "provider", "fonts", "disk"} <= set(
        states(findings)
    )


def test_everything_that_is_not_well_has_a_remedy():
    assert all(one.remedy for one in run_doctor() if one.state is not State.OK)


def test_a_check_that_breaks_is_a_finding():
    def broken():
        raise RuntimeError("device on fire")
        yield

    found = run_doctor({"oven": broken, "versions": CHECKS["versions"]})
    assert found[0].subject == "oven"
    assert found[0].state is State.BAD
    assert "device on fire" in found[0].fact
    assert len(found) > 1


def test_missing_libraries_come_with_their_packages(monkeypatch):
    monkeypatch.setattr(doctor, "missing_libraries", lambda needs: [LIBRARIES[1]])
    (finding,) = doctor.check_libraries()
    assert finding.state is State.BAD
    assert finding.remedy.startswith("Debian, Ubuntu:  sudo apt-get install libgl1")


def test_an_altered_model_is_bad_but_the_recogniser_is_only_for_measuring(monkeypatch):
    def altered(model):
        raise ModelAlteredError(f"{model.value} is not ours.")

    monkeypatch.setattr(doctor, "model_path", altered)
    found = states(doctor.check_models())
    assert found.pop("model sface") is State.WARN
    assert set(found.values()) == {State.BAD}
    assert len(found) == len(Model) - 1


def test_without_models_of_our_own_nothing_runs(monkeypatch):
    def altered(_settings):
        raise ModelAlteredError("The model yunet is not ours.")

    monkeypatch.setattr(doctor, "open_chosen_engine", altered)
    (finding,) = doctor.check_provider()
    assert finding.state is State.BAD
    assert "yunet" in finding.remedy


def test_an_absent_accelerator_is_a_warning(monkeypatch):
    monkeypatch.setenv("VERNISSAGE_ENGINE__PROVIDER", "directml")
    (finding,) = doctor.check_provider()
    assert finding.state is State.WARN
    assert "mesh on cpu" in finding.fact
    assert "directml is not possible" in finding.remedy


def test_cameras_are_named(monkeypatch):
    found = [cameras.Camera(90, "Logitech"), cameras.Camera(91, "Second")]
    monkeypatch.setattr(cameras, "list_cameras", lambda: found)
    assert [one.fact for one in doctor.check_cameras()] == ["Logitech", "Second"]


def test_a_camera_that_may_not_be_used_is_bad(monkeypatch):
    monkeypatch.setattr(cameras, "list_cameras", lambda: [cameras.Camera(90, "Cam")])
    monkeypatch.setattr(doctor.Path, "exists", lambda self: True)
    monkeypatch.setattr(doctor.os, "access", lambda path, mode: False)
    (finding,) = doctor.check_cameras()
    assert finding.state is State.BAD
    assert "usermod" in finding.remedy


def test_no_camera_is_a_warning(monkeypatch):
    monkeypatch.setattr(cameras, "list_cameras", list)
    (finding,) = doctor.check_cameras()
    assert finding.state is State.WARN


@pytest.mark.parametrize(
    ("on_screen", "off_screen", "expected"),
    [
        ({"fonts": 3}, None, {"display": State.OK, "fonts": State.OK}),
        ({"fonts": 0}, None, {"display": State.OK, "fonts": State.BAD}),
        (None, {"fonts": 3}, {"display": State.WARN, "fonts": State.OK}),
        (None, None, {"display": State.WARN, "qt": State.BAD}),
    ],
)
def test_the_display_and_its_fonts(monkeypatch, on_screen, off_screen, expected):
    def pretend(variables):
        seen = off_screen if variables else on_screen
        return seen and {
            "platform": "xcb",
            "screens": [("DP-1", 1080, 1920)],
            "font_families": seen["fonts"],
        }

    monkeypatch.setattr(doctor, "_probe", pretend)
    findings = list(doctor.check_display())
    assert states(findings) == expected
    if on_screen:
        assert "DP-1 1080x1920" in findings[0].fact


def test_a_screen_that_is_not_there_does_not_end_the_doctor():
    assert doctor._probe({"QT_QPA_PLATFORM": "no such platform"}) is None


def test_the_probe_sees_fonts_and_screens(qapp):
    seen = probe_in(qapp)
    assert seen["platform"] == "offscreen"
    assert seen["font_families"] > 0
    assert len(seen["screens"]) >= 1


def probe_in(application):
    """Probe with the running application: Qt allows one a process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kiosk.probe.QApplication", lambda arguments: application)
        return probe()


@pytest.mark.parametrize(
    ("free_bytes", "state"),
    [(10**8, State.BAD), (10**9, State.WARN), (10**11, State.OK)],
)
def test_a_full_disk(monkeypatch, tmp_path, free_bytes, state):
    monkeypatch.setattr(doctor, "data_folder", lambda: tmp_path / "new" / "one")
    monkeypatch.setattr(
        shutil, "disk_usage", lambda path: SimpleNamespace(free=free_bytes)
    )
    (finding,) = doctor.check_disk()
    assert finding.state is state


def test_a_folder_that_may_not_be_written(monkeypatch, tmp_path):
    monkeypatch.setattr(doctor, "data_folder", lambda: tmp_path)
    monkeypatch.setattr(doctor.os, "access", lambda path, mode: False)
    (finding,) = doctor.check_disk()
    assert finding == Finding(
        "disk",
        State.BAD,
        f"{tmp_path} cannot be written to",
        f"Let this user write to {tmp_path}.",
    )


def test_every_mistake_in_the_settings_is_a_finding(monkeypatch, tmp_path):
    monkeypatch.setenv("VERNISSAGE_HOME", str(tmp_path))
    (finding,) = doctor.check_settings()
    assert finding.state is State.OK
    text = '[visit]\ncountdown_s = "x"\nhintz = "one"\n'
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
    findings = list(doctor.check_settings())
    assert [finding.state for finding in findings] == [State.WARN] * 2
    assert "hintz" in findings[1].fact
