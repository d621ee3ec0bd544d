"""Signed content credentials after C2PA (https://c2pa.org), without any network."""

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, Any, Final

import c2pa

from kiosk.errors import MarkError
from kiosk.privacy.marks.certificate import SigningKey
from kiosk.privacy.marks.facts import MAKER, SOURCE_TYPE, PictureFacts
from pipeline.types import BoxPx

MARK_LABEL: Final = "org.vernissage.visible-mark"
METADATA_LABEL: Final = "cawg.metadata"
_EDGES: Final = ("left_px", "top_px", "right_px", "bottom_px")
_SETTINGS: Final[Mapping[str, object]] = {
    "builder": {"thumbnail": {"enabled": False}},
    "verify": {
        "verify_after_sign": False,
        "remote_manifest_fetch": False,
        "ocsp_fetch": False,
    },
}
"""A thumbnail would be a second picture of the visitor; fetching needs a network."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """What is read from a picture's content credentials.

    Attributes:
        intact: Whether picture and claim are as they were signed.
        trusted: Whether a public list vouches for the signer.
        signer: Whose certificate it is.
        made_by: The program.
        source_type: IPTC's word for how the picture was made; may be empty.
        title: Of the painting; may be empty, as all that follow.
        credit: The credit line.
        rights: Under which rights the painting is shown.
        mark_px: Where the visible mark is, or None.
        signed_at: When, as a time-stamping service said.
        problems: What is wrong with it, as C2PA's own codes.
    """

    intact: bool
    trusted: bool
    signer: str
    made_by: str
    source_type: str = ""
    title: str = ""
    credit: str = ""
    rights: str = ""
    mark_px: BoxPx | None = None
    signed_at: str = ""
    problems: tuple[str, ...] = ()


def signed(
    content: bytes,
    media_type: str,
    facts: PictureFacts,
    mark_px: BoxPx | None,
    key: SigningKey,
    timestamp_url: str = "",
) -> bytes:
    """Sign a picture file.

    Args:
        content: The file.
        media_type: ``image/png`` or ``image/jpeg``.
        facts: What the claim says.
        mark_px: Where the visible mark is, or None.
        key: What it is signed with.
        timestamp_url: A time-stamping service; none is asked where this is empty.

    Returns:
        The file with its claim inside; the picture is the same, bit for bit.

    Raises:
        MarkError: If the certificate cannot sign pictures.
    """
    out = io.BytesIO()
    try:
        info = c2pa.C2paSignerInfo(
            key.algorithm, key.chain_pem, key.key_pem, timestamp_url.encode() or None
        )
        with (
            c2pa.Context.from_dict(dict(_SETTINGS)) as context,
            c2pa.Signer.from_info(info) as signer,
            c2pa.Builder(
                _claim(media_type, facts, mark_px), context=context
            ) as builder,
        ):
            builder.sign(signer, media_type, io.BytesIO(content), out)
    except c2pa.C2paError as error:
        raise MarkError(
            f"The picture cannot be signed: {_plain(error)}. Check marks.certificate "
            "and marks.key in the settings."
        ) from error
    return out.getvalue()


def read_credentials(file: IO[bytes], media_type: str) -> Credentials | None:
    """Read the content credentials of a picture file.

    Args:
        file: The opened file.
        media_type: Of the file.

    Returns:
        None where there are none.

    Raises:
        MarkError: If there are some that cannot be read.
    """
    try:
        with (
            c2pa.Context.from_dict(dict(_SETTINGS)) as context,
            c2pa.Reader(media_type, file, context=context) as reader,
        ):
            return _credentials(json.loads(reader.json()))
    except c2pa.C2paError.ManifestNotFound:
        return None
    except (c2pa.C2paError, ValueError) as error:
        raise MarkError(
            f"The picture's content credentials cannot be read: {_plain(error)}."
        ) from error


def _claim(media_type: str, facts: PictureFacts, mark_px: BoxPx | None) -> str:
    created = {
        "action": "c2pa.created",
        "digitalSourceType": SOURCE_TYPE,
        "description": "A visitor's face was composed into a painting by an algorithm.",
    }
    assertions: list[dict[str, object]] = [
        {"label": "c2pa.actions.v2", "data": {"actions": [created]}},
        {"label": METADATA_LABEL, "kind": "Json", "data": _metadata(facts)},
    ]
    if mark_px is not None:
        # As four names: a list of small numbers would be read back as bytes.
        box = dict(zip(_EDGES, mark_px, strict=True))
        assertions.append({"label": MARK_LABEL, "data": box})
    claim = {
        "claim_generator_info": [{"name": MAKER, "version": facts.version}],
        "title": facts.title,
        "format": media_type,
        "assertions": assertions,
    }
    return json.dumps(claim, ensure_ascii=False)


def _metadata(facts: PictureFacts) -> dict[str, object]:
    values = {
        "Iptc4xmpExt:DigitalSourceType": SOURCE_TYPE,
        "dc:title": facts.title,
        "dc:description": facts.statement,
        "dc:rights": facts.rights,
        "photoshop:Credit": facts.credit,
        "photoshop:Source": facts.venue,
    }
    context = {
        "dc": "http://purl.org/dc/elements/1.1/",
        "photoshop": "http://ns.adobe.com/photoshop/1.0/",
        "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    }
    return {
        "@context": context,
        **{name: text for name, text in values.items() if text},
    }


def _credentials(report: dict[str, Any]) -> Credentials:
    state = report.get("validation_state", "")
    failures = tuple(
        str(each.get("code", "")) for each in report.get("validation_status", [])
    )
    manifest = report["manifests"][report["active_manifest"]]
    data = {
        each.get("label", ""): each.get("data", {})
        for each in manifest.get("assertions", [])
        if isinstance(each.get("data"), dict)
    }
    metadata = data.get(METADATA_LABEL, {})
    signature = manifest.get("signature_info", {})
    makers = manifest.get("claim_generator_info") or [{}]
    made_by = f"{makers[0].get('name', '')} {makers[0].get('version', '')}".strip()
    return Credentials(
        intact=state in ("Valid", "Trusted"),
        trusted=state == "Trusted",
        signer=", ".join(
            str(signature[name])
            for name in ("issuer", "common_name")
            if signature.get(name)
        ),
        made_by=made_by,
        source_type=_source_type(data),
        title=str(manifest.get("title") or ""),
        credit=str(metadata.get("photoshop:Credit", "")),
        rights=str(metadata.get("dc:rights", "")),
        mark_px=_box(data.get(MARK_LABEL, {})),
        signed_at=str(signature.get("time") or ""),
        problems=failures,
    )


def _source_type(data: Mapping[str, Any]) -> str:
    for label in ("c2pa.actions.v2", "c2pa.actions"):
        for action in data.get(label, {}).get("actions", []):
            if action.get("digitalSourceType"):
                return str(action["digitalSourceType"])
    return ""


def _box(data: Mapping[str, Any]) -> BoxPx | None:
    box = [edge for name in _EDGES if isinstance(edge := data.get(name), int)]
    if len(box) != len(_EDGES):
        return None
    left, top, right, bottom = box
    return left, top, right, bottom


def _plain(error: Exception) -> str:
    """The library's words in one line, shortened."""
    return " ".join(str(error).split()).rstrip(".")[:200] or type(error).__name__
