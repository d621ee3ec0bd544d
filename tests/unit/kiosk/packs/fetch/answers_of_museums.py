"""What the four museums answer, in the shapes that they document."""

from typing import Any

from tests.unit.kiosk.packs.fetch.loopback import Server, says

AAT = "http://vocab.getty.edu/aat/"
PUBLIC_DOMAIN_MARK = "https://creativecommons.org/publicdomain/mark/1.0/"
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
EVIL_TEXT = "<b>A\u202e la\x07dy</b>\r\n"


def met_object(server: Server, **changes: object) -> dict[str, object]:
    return {
        "objectID": 437397,
        "isHighlight": True,
        "accessionNumber": "14.40.618",
        "isPublicDomain": True,
        "primaryImage": f"{server.url}/images/original.jpg",
        "primaryImageSmall": f"{server.url}/images/small.jpg",
        "title": "Self-Portrait",
        "artistDisplayName": "Rembrandt (Rembrandt van Rijn)",
        "objectDate": "1660",
        "creditLine": "Bequest of Benjamin Altman, 1913",
        "objectURL": "https://www.metmuseum.org/art/collection/search/437397",
    } | changes


def aic_work(**changes: object) -> dict[str, object]:
    return {
        "id": 80607,
        "title": "Self-Portrait",
        "artist_title": "Vincent van Gogh",
        "artist_display": "Vincent van Gogh (Dutch, 1853-1890)\nParis",
        "date_display": "1887",
        "main_reference_number": "1954.326",
        "credit_line": "Joseph Winterbotham Collection",
        "image_id": "47c5bcb8-62ef-e5d7-55e7-f5121f409a30",
        "is_public_domain": True,
    } | changes


def aic_answer(server: Server, data: object) -> dict[str, object]:
    return {"data": data, "config": {"iiif_url": f"{server.url}/iiif/2"}}


def in_language(code: str, content: str, *kinds: str) -> dict[str, Any]:
    language = {"en": f"{AAT}300388277", "nl": f"{AAT}300388256"}[code]
    return {
        "type": "Name",
        "content": content,
        "language": [{"id": language, "type": "Language"}],
        "classified_as": [{"id": f"{AAT}{kind}", "type": "Type"} for kind in kinds],
    }


def rijks_search(server: Server, *numbers: int) -> dict[str, object]:
    return {
        "type": "OrderedCollectionPage",
        "orderedItems": [
            {"id": f"https://id.rijksmuseum.nl/{number}", "type": "HumanMadeObject"}
            for number in numbers
        ],
    }


def rijks_object(**changes: object) -> dict[str, object]:
    return {
        "id": "https://id.rijksmuseum.nl/200107928",
        "type": "HumanMadeObject",
        "identified_by": [
            in_language("nl", "Zelfportret van een schilder met een lange titel"),
            in_language("nl", "Zelfportret", "300404670"),
            in_language("en", "Self-portrait", "300404670"),
            {"type": "Identifier", "content": "oai:1", "classified_as": []},
            {
                "type": "Identifier",
                "content": "SK-A-3262",
                "classified_as": [{"id": f"{AAT}300312355"}],
            },
        ],
        "produced_by": {
            "type": "Production",
            "timespan": {
                "identified_by": [in_language("nl", "1887"), in_language("en", "1887")],
                "begin_of_the_begin": "1887-01-01T00:00:00Z",
            },
            "part": [
                {
                    "carried_out_by": [
                        {
                            "id": "https://id.rijksmuseum.nl/2101",
                            "notation": [
                                {"@language": "nl", "@value": "Vincent van Gogh"},
                                {"@language": "en", "@value": "Vincent van Gogh"},
                            ],
                        }
                    ]
                }
            ],
        },
        "referred_to_by": [
            in_language("nl", "Aankoop 1914", "300026687"),
            in_language("en", "Purchased in 1914", "300026687"),
            in_language("en", "oil on cardboard", "300435429"),
        ],
        "shows": [{"id": "https://id.rijksmuseum.nl/202107928", "type": "VisualItem"}],
        "subject_of": [{"subject_to": [{"classified_as": [{"id": CC0}]}]}],
    } | changes


def rijks_visual(*rights: str) -> dict[str, object]:
    return {
        "id": "https://id.rijksmuseum.nl/202107928",
        "type": "VisualItem",
        "subject_to": [
            {"type": "Right", "classified_as": [{"id": right}]} for right in rights
        ],
        "digitally_shown_by": [{"id": "https://id.rijksmuseum.nl/5001"}],
    }


def rijks_digital(server: Server) -> dict[str, object]:
    image = f"{server.url}/PJEZO/full/max/0/default.jpg"
    return {"type": "DigitalObject", "access_point": [{"id": image}]}


def on_rijks(server: Server, *rights: str, **changes: object) -> None:
    """Answer as the Rijksmuseum does about its painter's self-portrait."""
    server.on("/search", says(rijks_search(server, 200107928)))
    server.on("/200107928", says(rijks_object(**changes)))
    server.on("/202107928", says(rijks_visual(*(rights or (PUBLIC_DOMAIN_MARK,)))))
    server.on("/5001", says(rijks_digital(server)))


def commons_info(server: Server, **changes: object) -> dict[str, object]:
    return {
        "url": f"{server.url}/0/0f/Girl.jpg",
        "thumburl": f"{server.url}/thumb/Girl.jpg",
        "width": 300,
        "height": 400,
        "mime": "image/jpeg",
        "extmetadata": commons_texts(),
    } | changes


def commons_texts(**changes: str) -> dict[str, object]:
    texts = {
        "License": "pd",
        "LicenseShortName": "Public domain",
        "ObjectName": "Girl with a <i>Pearl</i> Earring",
        "Artist": '<a href="//example" onclick="x()">Johannes Vermeer</a>',
        "Credit": "Mauritshuis &amp; others",
        "DateTimeOriginal": 'circa 1665<div style="display: none;">date QS:P1</div>',
    } | changes
    return {key: {"value": text, "source": "x"} for key, text in texts.items()}


def commons_page(title: str, info: object, index: int = 1) -> dict[str, object]:
    return {"title": title, "index": index, "imageinfo": [info]}


def commons_answer(*pages: object) -> dict[str, object]:
    return {"batchcomplete": True, "query": {"pages": list(pages)}}
