import json
import signal
import threading
from pathlib import Path

import pytest

from kiosk.packs.fetch.masterpieces import FILE_NAME, read_masterpieces
from kiosk.packs.library import packs_folder
from kiosk.packs.reading import read_pack
from tests.unit.kiosk.packs.fetch.answers_of_museums import met_object
from tests.unit.kiosk.packs.fetch.loopback import breaks_off, says, serves


@pytest.fixture
def on_met(server, jpeg):
    server.on("/v1/objects/437397", says(met_object(server)))
    server.on("/v1/objects/7", says(met_object(server, isPublicDomain=False)))
    server.on("/images/original.jpg", serves(jpeg))


def test_makes_a_pack_named_after_its_id_where_you_are(say, on_met):
    code, text, progress = say("fetch", "met:437397", "--id", "old", "--title", "Old")

    assert (code, text) == (0, "old: fetched 1, there before 0, failed 0.\n")
    assert progress.splitlines()[0] == "Going online because you ask for it: met."
    assert progress.splitlines()[1] == "1 of 1: met:437397"
    pack = read_pack(Path("old")).manifest
    assert (pack.id, pack.title) == ("old", {"en": "Old"})
    assert say("check", "old")[0] == 0
    assert not any((Path.cwd().parent / "home").glob("**/installed.json"))


def test_what_fails_is_listed_and_the_rest_is_taken(say, on_met):
    code, told, complaints = say(
        "fetch", "met:437397", "met:7", "met:404", "--id", "old", "--json"
    )

    values = json.loads(told)
    assert code == 1
    assert (values["id"], values["folder"]) == ("old", "old")
    assert (values["taken"], values["there_before"]) == (["met:437397"], [])
    assert [one["reference"] for one in values["failed"]] == ["met:7", "met:404"]
    assert "does not mark" in values["failed"][0]["why"]
    assert "met:404: The Met has no object 404." in complaints
    assert "installed" not in values


def test_goes_on_where_it_broke_off_and_keeps_the_packs_id(
    say, on_met, server, jpeg, tmp_path
):
    server.on("/images/original.jpg", breaks_off(jpeg, 0))
    folder = tmp_path / "mine"
    assert say("fetch", "met:437397", "--into", folder, "--id", "old")[0] == 1
    server.on("/images/original.jpg", serves(jpeg))
    assert say("fetch", "met:437397", "--into", folder, "--id", "old")[0] == 0

    code, text, _ = say("fetch", "met:437397", "--into", folder)

    assert (code, "fetched 0, there before 1, failed 0" in text) == (0, True)
    assert read_pack(folder).manifest.id == "old"


def test_installs_what_it_fetched(say, on_met):
    code, told, _ = say("fetch", "met:437397", "met:404", "--install", "--json")

    values = json.loads(told)
    assert (code, values["installed"]["id"]) == (1, "fetched")
    assert values["installed"]["paintings"] == ["met-437397"]
    assert "fetched 1.0.0" in say("list")[1]
    assert "fetched 1.0.0" in say("fetch", "met:437397", "--install")[1]


def test_a_pack_that_is_unfit_stays_in_its_folder(say, on_met):
    say("fetch", "met:437397")
    with Path("fetched", "pack.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[paintings]]\nid = "gone"\nimage = "gone.jpg"\ntitle = "x"\n')

    code, _, complaints = say("fetch", "met:437397", "--install")
    json_code, told, _ = say("fetch", "met:437397", "--install", "--json")

    assert (code, json_code) == (2, 2)
    assert "paintings.gone.image" in complaints
    assert "what was fetched stays" in complaints
    assert json.loads(told)["installed"] is None
    assert "fetched" not in say("list")[1]


def test_nothing_is_installed_where_nothing_came(say, on_met):
    code, told, _ = say("fetch", "met:404", "--install", "--json")

    assert (code, "installed" in json.loads(told)) == (1, False)


@pytest.fixture
def usual_ctrl_c():
    """Python's own answer to Ctrl+C, whatever earlier tests put in its place."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("usual_ctrl_c")
def test_ctrl_c_stops_cleanly_and_the_same_command_goes_on(
    say, on_met, server, jpeg, tmp_path
):
    stopped = threading.Event()

    def interrupt(request):
        signal.raise_signal(signal.SIGINT)
        stopped.wait(0.5)  # until the command has heard it
        says(met_object(server))(request)

    server.on("/v1/objects/9", interrupt)
    words = ("fetch", "met:437397", "met:9", "met:404", "--install", "--json")

    code, told, complaints = say(*words)

    values = json.loads(told)
    assert (code, values["stopped"]) == (130, True)
    assert (values["taken"], values["failed"]) == (["met:437397"], [])
    assert "installed" not in values
    assert "The same command goes on" in complaints
    assert not list(tmp_path.glob("**/lock"))
    server.on("/v1/objects/9", says(met_object(server)))
    again = json.loads(say(*words)[1])
    assert (again["taken"], again["there_before"]) == (["met:9"], ["met:437397"])


def test_masterpieces_are_asked_for_with_the_words_of_our_list(say, server, jpeg):
    first, *others = read_masterpieces(packs_folder() / FILE_NAME)
    server.on(f"/v1/objects/{first.reference.id}", says(met_object(server)))
    server.on("/images/original.jpg", serves(jpeg))

    code, told, _ = say("fetch", "--masterpieces", "--json")

    values = json.loads(told)
    assert (code, values["folder"]) == (1, "masterpieces")
    assert values["taken"] == [first.reference.text]
    assert len(values["failed"]) == len(others)
    (painting,) = read_pack(Path("masterpieces")).manifest.paintings
    assert painting.title["en"] == first.caption.title


def test_museums_are_told_whom_to_write_to(say, on_met, server):
    say("fetch", "met:437397", "--contact", "art@museum.example")

    agents = {asked.headers["User-Agent"] for asked in server.asked}
    assert len(agents) == 1
    assert agents.pop().endswith("(museum kiosk; art@museum.example)")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Say what to fetch"),
        (("louvre:1",), "louvre"),
        (("met:1", "--id", "../up"), "no id for a pack"),
        (("met:1", "--id", ""), "no id for a pack"),
        (("met:1", "--into", "file"), "Nothing can be fetched"),
    ],
)
def test_what_the_caller_can_put_right_is_said(say, server, words, said):
    Path("file").write_text("not a folder")

    code, text, complaints = say("fetch", *words)

    assert (code, text) == (2, "")
    assert said in complaints.splitlines()[-1]
    assert server.asked == []


def test_another_packs_folder_is_left_alone(say, on_met, server):
    say("fetch", "met:437397")
    server.asked.clear()

    code, _, complaints = say("fetch", "met:9", "--into", "fetched", "--id", "other")

    assert (code, "holds another pack" in complaints) == (2, True)
    assert server.asked == []
