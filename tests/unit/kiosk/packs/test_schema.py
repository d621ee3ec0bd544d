import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from kiosk.packs.manifest_file import read_values
from kiosk.packs.schema import (
    FORMAT,
    FaceEntry,
    PackManifest,
    PaintingEntry,
    json_schema,
)

PROJECT = Path(__file__).resolve().parents[4]
KEPT = PROJECT / "assets" / "schema" / "pack.schema.json"


def test_the_kept_schema_is_that_of_the_types() -> None:
    assert json.loads(KEPT.read_text(encoding="utf-8")) == json_schema(), (
        "run: kiosk packs schema > assets/schema/pack.schema.json"
    )


def test_the_schema_accepts_our_own_pack_and_refuses_a_wrong_one() -> None:
    values, _ = read_values(PROJECT / "museum_targets" / "studio")
    validator = jsonschema.Draft202012Validator(json_schema())

    validator.validate(values)
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({**values, "id": "No Id"})


def test_every_field_says_what_it_is_for_and_what_it_may_be() -> None:
    definitions = json_schema()["$defs"]
    assert isinstance(definitions, dict)
    tables = [json_schema(), *definitions.values()]

    for table in tables:
        for name, field in table["properties"].items():
            assert field.get("description"), name
            assert field.get("allowed"), name


def test_a_manifest_survives_json() -> None:
    manifest = PackManifest(
        id="a",
        title={"en": "A"},
        paintings=(
            PaintingEntry(
                id="p",
                image="p.png",
                title={"de": "P"},
                year={"en": "1650"},
                valid_from=date(2026, 1, 1),
                faces=(
                    FaceEntry(
                        eyes=((1, 2), (3, 4)),
                        nose=(2, 3),
                        mouth=((1, 5), (3, 5)),
                        moved={33: (1, 1)},
                    ),
                ),
            ),
        ),
    )

    text = manifest.model_dump_json(exclude_defaults=True)

    assert PackManifest.model_validate_json(text) == manifest
    assert manifest.format == FORMAT
