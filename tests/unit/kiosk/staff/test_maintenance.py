from kiosk.staff.maintenance import MaintenanceSign


def test_it_hangs_over_a_restart_and_comes_off_again(tmp_path):
    path = tmp_path / "data" / "maintenance"
    sign = MaintenanceSign(path)
    assert not sign.hangs
    sign.hang(on=True)
    sign.hang(on=True)
    assert MaintenanceSign(path).hangs
    MaintenanceSign(path).hang(on=False)
    sign.hang(on=False)
    assert not sign.hangs


def test_a_disk_that_refuses_is_logged(tmp_path, caplog):
    (tmp_path / "file").touch()
    sign = MaintenanceSign(tmp_path / "file" / "maintenance")
    sign.hang(on=True)
    assert not sign.hangs
    assert "maintenance will not be remembered" in caplog.text
