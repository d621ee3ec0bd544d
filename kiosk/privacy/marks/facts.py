"""What a handed-out picture says about itself; nothing about its visitor."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kiosk.packs.manifest import PackPainting, in_language

SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
SOURCE_TYPE = f"{SOURCE_TYPES}compositeWithTrainedAlgorithmicMedia"
"""From IPTC's vocabulary (https://cv.iptc.org/newscodes/digitalsourcetype/).

Existing pictures, a painting and a camera's frame, are made into one by trained models:
they find the face and decide where each of its pixels goes. ``compositeSynthetic``
would say that a part was generated from nothing, which none is; ``compositeCapture``
would hide the models. Where the vocabulary leaves a doubt, the word that says more is
taken."""

MAKER = "Vernissage"

STATEMENTS: Mapping[str, str] = MappingProxyType(
    {
        "en": "Portrait altered with AI",
        "de": "Mit KI verändertes Bild",
        "fr": "Portrait modifié par IA",
        "es": "Retrato modificado con IA",
        "ru": "Портрет изменён с помощью ИИ",  # noqa: RUF001 (Russian)
    }
)
"""What article 50 of the EU's AI Act asks to be said, for people to read."""

_RIGHTS: Mapping[str, str] = MappingProxyType(
    {
        "public-domain": "The painting is in the public domain.",
        "cc0": "The painting is dedicated to the public domain (CC0 1.0).",
        "licensed": "The painting is used under a licence.",
    }
)


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What is written into a picture.

    Attributes:
        title: Of the painting.
        artist: Who painted it; may be empty.
        credit: The credit line; may be empty.
        rights: Under which rights the painting is shown; may be empty.
        statement: That the picture was altered, in the visitor's language.
        language: Of these words, two letters.
        venue: Who shows the kiosk; may be empty.
        version: Of the kiosk.
    """

    title: str
    artist: str
    credit: str
    rights: str
    statement: str
    language: str
    venue: str
    version: str


def facts_of(
    painting: PackPainting, language: str, venue: str, version: str
) -> PictureFacts:
    """Gather what a picture made of a painting says.

    Args:
        painting: What the visitor is in.
        language: What the visitor chose.
        venue: The setting ``venue.name``.
        version: Of the kiosk.
    """
    rights = painting.rights
    return PictureFacts(
        title=painting.title(language),
        artist=painting.artist(language),
        credit=painting.credit(language),
        rights=_RIGHTS[rights.kind] if rights is not None else "",
        statement=in_language(STATEMENTS, language),
        language=language,
        venue=venue,
        version=version,
    )
