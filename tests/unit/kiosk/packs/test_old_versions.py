from kiosk.packs.store import PackStore
from tests.storeroom import MakePack, set_version, versions


def test_only_two_versions_are_kept(make_pack: MakePack, store: PackStore) -> None:
    folder = make_pack("old")
    for version in ("1.0", "2.0", "3.0"):
        store.install(set_version(folder, version))

    assert versions(store) == ["2.0", "3.0"]


def test_what_somebody_put_beside_the_packs_by_hand_stays(
    make_pack: MakePack, store: PackStore
) -> None:
    store.install(make_pack("old"))
    by_hand = [store.folder / "mine" / "pack.toml", store.folder / "old" / "notes.txt"]
    for path in by_hand:
        path.parent.mkdir(exist_ok=True)
        path.write_text("keep")

    store.remove("old")

    assert all(path.read_text() == "keep" for path in by_hand)
    assert store.list() == ()
