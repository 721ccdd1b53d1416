"""Models: the built-in one, packages from files and from an index on loopback, registered folders, unsafe packages."""

import io
import json
import shutil
import threading
import zipfile
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from briefgen.errors import EngineError, ModelNotFoundError
from briefgen.translation.engines import installing, models


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """Neither the models nor the choice of this machine's user are seen or touched."""
    monkeypatch.setattr(models, "argos_folder", lambda: tmp_path / "packages")
    monkeypatch.setattr(installing, "argos_folder", lambda: tmp_path / "packages")
    monkeypatch.setattr(models, "_state_file", lambda: tmp_path / "config" / "models.json")
    return tmp_path


def package(root="translate-ja_en", extra=None, **details) -> bytes:
    """The built-in model packed again, with other details or members."""
    built_in = models.built_in_model().folder
    metadata = json.loads((built_in / "metadata.json").read_text(encoding="utf-8")) | details
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for path in sorted(p for p in built_in.rglob("*") if p.is_file() and p.name != "metadata.json"):
            archive.write(path, f"{root}/{path.relative_to(built_in).as_posix()}")
        archive.writestr(f"{root}/metadata.json", json.dumps(metadata))
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return file.getvalue()


def tiny(metadata: bytes, first=b"", flags=b"\0") -> bytes:
    """A package of its description alone, whose packed data may begin otherwise, or be marked as encrypted."""
    file, name = io.BytesIO(), "translate-ja_en/metadata.json"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, metadata)
    content = bytearray(file.getvalue())
    content[30 + len(name) : 30 + len(name) + len(first)] = first
    content[6:7] = content[(at := content.index(b"PK\1\2") + 8) : at + 1] = flags
    return bytes(content)


def test_the_built_in_model_translates():
    """It is there, opens through argostranslate's package, and says what it can."""
    model = models.model_in_use()
    engine = models.open_model(model)

    (answers,) = engine.translate(["両大臣は、協力を強化することで一致しました。"], 2)

    assert model.origin == "built-in"
    assert len(answers) == 2
    assert "cooperation" in answers[0].text
    assert engine.capabilities.markers == ("<t>", "</t>")
    assert len(engine.fingerprint) == 64


def test_the_built_in_model_reads_back():
    """What says it scores higher than what says something else, and hypotheses come in the order of both scores."""
    engine = models.open_model(models.built_in_model())
    ja = "両大臣は、海賊対処における協力を強化することで一致しました。"

    good, bad, nothing = engine.read_back(
        [
            (ja, "The two ministers concurred on strengthening cooperation in counter-piracy."),
            (ja, "It rained."),
            ("", ""),
        ]
    )
    (answers,) = engine.translate([ja], 4)

    assert sum(score for _, score in good.pieces) > sum(score for _, score in bad.pieces) + 10
    assert "".join(piece for piece, _ in good.pieces).startswith("▁両大臣は")
    assert nothing.pieces == ()
    assert [one.merit for one in answers] == sorted((one.merit for one in answers), reverse=True)


def test_a_package_without_a_way_back_is_used_as_it_is():
    content = package(briefgen={"constraint_markers": ["<t>", "</t>"]})
    model = installing.install_package(content, "file.argosmodel")
    engine = models.open_model(model)

    assert model.backward is None
    assert model.fingerprint() != models.built_in_model().fingerprint()
    assert engine.read_back([("訪問する。", "A visit.")]) is None
    assert engine.translate(["訪問する。"])[0][0].backward is None


def test_the_same_sentence_gets_the_same_answer_and_order_is_kept():
    engine = models.open_model(models.built_in_model())

    answers = engine.translate(["協力する。", "", "訪問する。", "協力する。"])

    assert answers[0] == answers[3]
    assert answers[1][0].text == ""
    assert answers[0] != answers[2]


def test_the_number_of_cores_changes_no_answer(monkeypatch):
    """More sentences than one batch holds."""
    sentences = [f"第{number}回会談で、両大臣は協力を強化することで一致した。" for number in range(40)]
    answers = []
    for cores in (1, 3):
        monkeypatch.setattr("briefgen.translation.engines.ctranslate._cores", lambda cores=cores: cores)
        answers.append(models.open_model(models.built_in_model()).translate(sentences, 2))

    assert answers[0] == answers[1]


def test_a_package_is_installed_from_its_bytes_and_used():
    model = installing.install_package(package(package_version="9.9"), "file.argosmodel")

    assert (model.name, model.version, model.origin) == ("translate-ja_en", "9.9", "argos")
    assert models.use_model("translate-ja_en") == model
    assert models.model_in_use() == model


def test_argostranslate_opens_what_was_installed():
    """An ordinary package: argos-translate's own class reads it."""
    from argostranslate.package import Package

    model = installing.install_package(package(), "file.argosmodel")

    assert (Package(model.folder).from_code, Package(model.folder).to_code) == ("ja", "en")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"no zip at all", "is not a whole Argos package"),
        (package(extra={"../outside.txt": b""}), "unsafe path"),
        (package(extra={"/etc/outside.txt": b""}), "unsafe path"),
        (package(extra={"other/file.txt": b""}), "no metadata.json in one top folder"),
        (package(from_code="de"), "does not translate Japanese"),
        (package(extra={"./": b""}), "unsafe path"),
        (tiny(b"[]"), "holds no table"),
        (tiny(b"{}" * 9, first=b"\xff\xff"), "invalid block type"),
        (tiny(b"{}", flags=b"\1"), "encrypted"),
    ],
    ids=["no zip", "parent", "absolute", "two roots", "German", "folder", "no table", "damaged", "password"],
)
def test_a_bad_package_is_refused_and_leaves_nothing(content, message, home):
    with pytest.raises(EngineError, match=message):
        installing.install_package(content, "bad.argosmodel")

    assert not (home / "packages" / "translate-ja_en").exists()
    assert not list(home.rglob("outside.txt"))


def test_a_package_that_would_unpack_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(installing, "LARGEST_PACKAGE", 1000)

    with pytest.raises(EngineError, match="would unpack to over"):
        installing.install_package(package(), "bomb.argosmodel")


def test_a_folder_with_its_tokenizer_can_be_registered(tmp_path):
    """Any CTranslate2 folder; it knows no markers, so none are written for it."""
    folder, built_in = tmp_path / "mine", models.built_in_model().folder
    shutil.copytree(built_in / "model", folder)
    shutil.copy(built_in / "sentencepiece.model", folder)

    engine = models.open_model(models.register_folder("mine", folder))

    assert [model.name for model in models.installed_models()] == ["built-in", "mine"]
    assert engine.capabilities.markers is None
    assert engine.translate(["訪問する。"])[0][0].text


def test_a_folder_without_model_or_tokenizer_is_refused(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "model.bin").write_bytes(b"x")

    with pytest.raises(EngineError, match="no CTranslate2 model"):
        models.register_folder("empty", tmp_path / "empty")
    with pytest.raises(EngineError, match="no SentencePiece tokenizer"):
        models.register_folder("half", tmp_path / "half")


def test_damaged_weights_are_told(tmp_path):
    folder, built_in = tmp_path / "bad", models.built_in_model().folder
    shutil.copytree(built_in / "model", folder)
    shutil.copy(built_in / "sentencepiece.model", folder)
    (folder / "model.bin").write_bytes(b"\x06\x00\x00\x00 nonsense")

    with pytest.raises(EngineError, match="cannot be opened"):
        models.open_model(models.register_folder("bad", folder))


@pytest.mark.parametrize("content", [b"", b"\x0a\x05 nonsense"])
@pytest.mark.parametrize("is_package", [False, True])
def test_a_damaged_tokenizer_is_told(content, is_package, tmp_path):
    """argostranslate opens it only when it is first asked, in the midst of a paper."""
    built_in = models.built_in_model()
    folder = shutil.copytree(built_in.folder if is_package else built_in.weights, tmp_path / "bad")
    (folder / "sentencepiece.model").write_bytes(content)
    model = replace(built_in, folder=folder) if is_package else models.register_folder("bad", folder)

    with pytest.raises(EngineError, match=r"tokenizer in .* cannot be opened"):
        models.open_model(model)


def test_an_unknown_model_names_those_there_are():
    with pytest.raises(ModelNotFoundError, match="No model called opus") as caught:
        models.find_model("opus")

    assert "built-in" in caught.value.hint


def test_a_model_in_use_that_is_gone_is_told_with_the_way_out(home):
    models._state_file().parent.mkdir()
    models._state_file().write_text('{"use": "mine"}', encoding="utf-8")

    with pytest.raises(ModelNotFoundError, match="in use, mine, is not installed any more") as caught:
        models.model_in_use()

    assert "briefgen model use built-in" in caught.value.hint
    assert models.name_in_use() == "mine"


@pytest.mark.parametrize(
    "state", ['{"use": 5, "registered": [1], "probes": 3}', '{"registered": {"x": 5}}', '["use"]', "null"]
)
def test_a_state_file_of_other_kinds_counts_for_nothing(state, home):
    models._state_file().parent.mkdir()
    models._state_file().write_text(state, encoding="utf-8")

    assert [model.name for model in models.installed_models()] == ["built-in"]
    assert models.model_in_use().name == "built-in"
    assert models.stored_probe(models.built_in_model()) is None


@pytest.fixture
def index(monkeypatch):
    """A package index on this machine, and what it was asked for."""
    asked = []
    content = package(package_version="2.0")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            entry = {"type": "translate", "from_code": "ja", "to_code": "en", "links": [f"{address}/ja_en.argosmodel"]}
            body = {"/index.json": json.dumps([entry]).encode(), "/ja_en.argosmodel": content}.get(self.path)
            self.send_response(200 if body else 404)
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_arguments):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    address = f"http://127.0.0.1:{server.server_address[1]}"
    from argostranslate import settings

    monkeypatch.setattr(settings, "remote_package_index", f"{address}/index.json")
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield asked
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_package_is_fetched_from_the_index_when_asked_for(index):
    content = installing.download_package("translate-ja_en")

    assert installing.install_package(content, "translate-ja_en").version == "2.0"
    assert index == ["/index.json", "/ja_en.argosmodel"]


@pytest.mark.parametrize("answer", [b"<html>Sign in</html>", b"{}x", b"[1]", b'[{"from_code": "ja", "to_code": "en"}]'])
def test_an_index_that_is_something_else(answer, monkeypatch):
    monkeypatch.setattr(installing, "_fetch", lambda _address: answer)

    with pytest.raises(EngineError, match="something else than a package index"):
        installing.download_package("translate-ja_en")


def test_a_package_the_index_does_not_have(index):
    with pytest.raises(ModelNotFoundError, match="has no translate-xx_en"):
        installing.download_package("translate-xx_en")


def test_an_index_that_is_not_there(monkeypatch):
    from argostranslate import settings

    monkeypatch.setattr(settings, "remote_package_index", "http://127.0.0.1:1/index.json")

    with pytest.raises(EngineError, match="cannot be fetched"):
        installing.download_package("translate-ja_en")
