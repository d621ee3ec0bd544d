"""Metadata that any program for pictures shows: XMP with IPTC's properties.

After the IPTC Photo Metadata Standard (https://iptc.org/std/photometadata/). No date,
no place, no camera and no name is written.
"""

import io
from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from kiosk.privacy.marks.facts import MAKER, SOURCE_TYPE, PictureFacts

LARGEST_BYTES: Final = 60_000
"""A JPEG's packet must fit into one segment of 65,533 bytes."""
MOST_LETTERS: Final = 2_000
"""Of one text; longer ones are cut."""

_NAMES: Final[Mapping[str, str]] = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def packet(facts: PictureFacts) -> bytes:
    """Write what a picture says about itself as an XMP packet."""
    for prefix, address in _NAMES.items():
        ElementTree.register_namespace(prefix, address)
    root = ElementTree.Element(_tag("x:xmpmeta"))
    rdf = ElementTree.SubElement(root, _tag("rdf:RDF"))
    about = ElementTree.SubElement(
        rdf, _tag("rdf:Description"), {_tag("rdf:about"): ""}
    )
    single = {
        "Iptc4xmpExt:DigitalSourceType": SOURCE_TYPE,
        "photoshop:Credit": facts.credit,
        "photoshop:Source": facts.venue,
        "xmp:CreatorTool": f"{MAKER} {facts.version}",
    }
    for name, text in single.items():
        if text:
            ElementTree.SubElement(about, _tag(name)).text = _sound(text)
    described = facts.statement
    if facts.artist:
        described += f" ({facts.artist}: {facts.title})"
    by_language = {
        "dc:title": facts.title,
        "dc:description": described,
        "dc:rights": facts.rights,
    }
    for name, text in by_language.items():
        if text:
            _in_languages(about, name, _sound(text))
    body = ElementTree.tostring(root, encoding="unicode")
    whole = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'{body}<?xpacket end="r"?>'
    )
    return whole.encode()


def encoded(image: Image.Image, media_type: str, xmp: bytes) -> bytes:
    """Write a picture with a packet, and with nothing else about it.

    Args:
        image: The picture.
        media_type: ``image/png`` or ``image/jpeg``.
        xmp: From `packet`.
    """
    out = io.BytesIO()
    if media_type == "image/png":
        about = PngInfo()
        about.add_itxt("XML:com.adobe.xmp", xmp.decode(), zip=False)
        image.save(out, "PNG", compress_level=3, pnginfo=about)
    else:
        image.save(out, "JPEG", quality=95, subsampling=0, xmp=xmp)
    return out.getvalue()


def read_packet(image: Image.Image) -> bytes:
    """The packet in an opened picture; empty where there is none."""
    found = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    return found.encode() if isinstance(found, str) else bytes(found)


def properties(xmp: bytes) -> dict[str, str]:
    """The properties of a packet that we write ourselves, by their short names.

    Returns:
        Empty for a packet that cannot be read, or is hostile.
    """
    start, end = xmp.find(b"<x:xmpmeta"), xmp.rfind(b"</x:xmpmeta>")
    if start < 0 or end < 0 or len(xmp) > LARGEST_BYTES or b"<!" in xmp:
        return {}
    try:
        # Entities need a document type, which was looked for above.
        root = ElementTree.fromstring(xmp[start : end + 12])  # noqa: S314 (has no document type, so no entities)
    except ElementTree.ParseError:
        return {}
    return {
        name: text
        for name in (
            "Iptc4xmpExt:DigitalSourceType",
            "photoshop:Credit",
            "photoshop:Source",
            "xmp:CreatorTool",
            "dc:title",
            "dc:description",
            "dc:rights",
        )
        if (text := _text_of(root, name))
    }


def _text_of(root: ElementTree.Element, name: str) -> str:
    for about in root.iter(_tag("rdf:Description")):
        if _tag(name) in about.attrib:
            return about.attrib[_tag(name)].strip()
    found = next(root.iter(_tag(name)), None)
    if found is None:
        return ""
    entry = next(found.iter(_tag("rdf:li")), found)
    return (entry.text or "").strip()


def _in_languages(about: ElementTree.Element, name: str, text: str) -> None:
    outer = ElementTree.SubElement(about, _tag(name))
    alternatives = ElementTree.SubElement(outer, _tag("rdf:Alt"))
    entry = ElementTree.SubElement(alternatives, _tag("rdf:li"))
    entry.set(_XML_LANG, "x-default")
    entry.text = text


def _tag(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_NAMES[prefix]}}}{local}"


def _sound(text: str) -> str:
    """The text without what XML cannot hold, and not too long."""
    return "".join(letter for letter in text if letter.isprintable())[:MOST_LETTERS]
