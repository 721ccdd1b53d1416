"""JSON: the whole briefing, as its schema says, in the order of the model."""

import json
from base64 import b64decode
from dataclasses import fields, replace

import pytest

from briefgen.findings import Finding, Location, Severity
from briefgen.model.briefing import Annex, Briefing, Heading, Part, Piece, Provenance, Row, SourceEntry, TermUse
from briefgen.model.document import BlockKind, Picture
from briefgen.model.segment import ConstraintKind, Doubt, Likely, Rung, Status
from briefgen.writers.json import FORMAT_VERSION, write_json
from tests.writers.briefings import demo_briefing
from tests.writers.looks import FOLDER
from tests.writers.pages import picture

SCHEMA = json.loads((FOLDER / "briefing.schema.json").read_text(encoding="utf-8"))
TYPES = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict, "null": type(None)}


def misfits(value, schema, place="$"):
    """Where a value does not fit the few words of JSON Schema that ours uses."""
    if "$ref" in schema:
        return misfits(value, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")], place)
    if "anyOf" in schema:
        tried = [misfits(value, choice, place) for choice in schema["anyOf"]]
        return [] if [] in tried else tried[0]
    if "const" in schema or "enum" in schema:
        return [] if value in schema.get("enum", [schema.get("const")]) else [f"{place}: {value!r}"]
    kinds = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    if not any(type(value) is TYPES[kind] for kind in kinds):
        return [f"{place}: {value!r} is not {kinds}"]
    wrong = []
    if isinstance(value, list):
        for index, item in enumerate(value):
            wrong += misfits(item, schema["items"], f"{place}[{index}]")
    if isinstance(value, dict):
        wrong = [f"{place}.{name} is missing" for name in schema["required"] if name not in value]
        wrong += [f"{place}.{name} is not described" for name in value if name not in schema["properties"]]
        for name in value.keys() & schema["properties"].keys():
            wrong += misfits(value[name], schema["properties"][name], f"{place}.{name}")
    return wrong


def written(briefing):
    return json.loads(write_json(briefing).content)


def test_output_fits_the_schema():
    assert misfits(written(demo_briefing()), SCHEMA) == []


def test_the_check_of_the_schema_can_fail():
    value = written(demo_briefing())
    del value["title_en"]
    value["parts"][0]["rows"][0]["status"] = "new"
    value["terms"][0]["extra"] = 1

    assert sorted(misfits(value, SCHEMA)) == [
        "$.parts[0].rows[0].status: 'new'", "$.terms[0].extra is not described", "$.title_en is missing",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("heading", Heading), ("part", Part), ("source", SourceEntry), ("row", Row), ("piece", Piece),
        ("picture", Picture), ("doubt", Doubt),
        ("finding", Finding), ("location", Location), ("term", TermUse), ("annex", Annex), ("provenance", Provenance),
    ],
)  # fmt: skip
def test_the_schema_has_the_fields_of_the_model(name, model):
    names = [item.name for item in fields(model) if item.compare]

    assert SCHEMA["$defs"][name]["required"] == names
    assert list(SCHEMA["$defs"][name]["properties"]) == names


def test_the_schema_has_the_words_of_the_model():
    row = SCHEMA["$defs"]["row"]["properties"]

    assert row["status"]["enum"] == list(Status)
    assert SCHEMA["$defs"]["doubt"]["properties"]["likely"]["enum"] == list(Likely)
    assert row["kind"]["enum"] == list(BlockKind)
    assert row["rung"]["enum"] == [rung.name.lower().replace("_", "-") for rung in Rung]
    assert SCHEMA["$defs"]["piece"]["properties"]["kind"]["enum"] == [None, *ConstraintKind]
    assert SCHEMA["$defs"]["finding"]["properties"]["severity"]["enum"] == [level.name.lower() for level in Severity]
    assert SCHEMA["properties"]["format_version"]["const"] == FORMAT_VERSION


def test_keys_stand_in_the_order_of_the_model():
    value = written(demo_briefing())

    assert list(value) == ["format", "format_version", *(item.name for item in fields(Briefing))]
    assert list(value["parts"][0]["rows"][0]) == [item.name for item in fields(Row)]


def test_values():
    value = written(replace(demo_briefing(), switched_off=frozenset({"terms", "legend"})))
    row = value["parts"][0]["rows"][9]

    assert (value["date"], value["date_ja"]) == ("2025-05-23", "令和7年5月23日")
    assert value["switched_off"] == ["legend", "terms"]
    assert (row["status"], row["rung"], row["findings"][0]["severity"]) == ("check", "source-kept", "error")
    assert value["parts"][0]["rows"][11]["cell"] == [0, 0, 0]
    assert b64decode(value["parts"][0]["rows"][10]["picture"]["content"]) == picture().content


def test_the_bytes_of_the_sources_are_left_out():
    briefing = demo_briefing()
    part = replace(briefing.parts[0], source=replace(briefing.parts[0].source, content=b"secret bytes"))

    assert b"content" not in write_json(replace(briefing, parts=(part,))).content.replace(b'"content": "iVBOR', b"")


def test_japanese_is_written_as_it_is_and_the_same_gives_the_same():
    content = write_json(demo_briefing()).content

    assert "海上安全協力会合".encode() in content
    assert content == write_json(demo_briefing()).content
    assert content.endswith(b"}\n")
