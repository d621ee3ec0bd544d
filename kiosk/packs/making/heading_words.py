"""The words that head the columns of a spreadsheet, in five languages."""

from collections.abc import Mapping
from enum import StrEnum


class Column(StrEnum):
    """What a column can say; the values are its name in messages."""

    FILE = "file"
    TITLE = "title"
    ARTIST = "artist"
    YEAR = "year"
    MUSEUM = "museum"
    INVENTORY = "inventory number"
    CREDIT = "credit line"
    DESCRIPTION = "description"
    CATEGORY = "category"
    RIGHTS = "rights"
    RIGHTS_UNTIL = "licensed until"
    SOURCE = "source"
    VALID_FROM = "valid from"
    VALID_UNTIL = "valid until"
    FROM_AGE = "from age"


WORDS: Mapping[Column, Mapping[str, str]] = {
    Column.FILE: {
        "en": "file, filename, file name, image, image file, picture, photo, jpeg",
        "de": "datei, dateiname, bild, bilddatei, foto, abbildung",
        "fr": "fichier, nom du fichier, nom de fichier, image, photo",
        "es": "archivo, nombre del archivo, nombre de archivo, fichero, imagen, foto",
        "ru": "файл, имя файла, название файла, изображение, картинка, фото",
    },
    Column.TITLE: {
        "en": "title, name, painting, work, object title",
        "de": "titel, bezeichnung, bildtitel, werktitel, werk, objekttitel",
        "fr": "titre, titre de l'œuvre, titre de l'oeuvre, nom, œuvre",
        "es": "título, título de la obra, nombre, obra",
        "ru": "название, заглавие, название картины, наименование",
    },
    Column.ARTIST: {
        "en": "artist, painter, maker, author, artist name",
        "de": "künstler, künstlerin, künstler/in, künstler:in, künstler*in, maler, "
        "malerin, urheber",
        "fr": "artiste, peintre, auteur",
        "es": "artista, pintor, pintora, autor, autora",
        "ru": "художник, автор, живописец",
    },
    Column.YEAR: {
        "en": "year, date, dated, dating, when, creation date",
        "de": "jahr, datierung, entstehungsjahr, entstanden, datum, entstehungszeit",
        "fr": "année, date, datation, date de création",
        "es": "año, fecha, datación",
        "ru": "год, дата, датировка, год создания, время создания",
    },
    Column.MUSEUM: {
        "en": "museum, collection, gallery, location, institution, owner",
        "de": "museum, sammlung, standort, institution, besitzer",
        "fr": "musée, collection, lieu, institution",
        "es": "museo, colección, lugar, institución",
        "ru": "музей, собрание, коллекция, место хранения",
    },
    Column.INVENTORY: {
        "en": "inventory, inventory number, inventory no, inv no, accession number, "
        "accession no, object number, number",
        "de": "inventar, inventarnummer, inventarnr, inventar nr, inv nr, "
        "objektnummer, signatur",
        "fr": "inventaire, numéro d'inventaire, n° d'inventaire, n° inv",
        "es": "inventario, número de inventario, n° de inventario, n° inv",
        "ru": "инвентарный номер, инв номер, инв №, инв. №, номер",
    },
    Column.CREDIT: {
        "en": "credit, credit line, credits, acknowledgement, provenance",
        "de": "nachweis, bildnachweis, herkunft, erwerbung, provenienz, dank",
        "fr": "crédit, crédits, mention, mention obligatoire, provenance",
        "es": "crédito, créditos, línea de crédito, procedencia",
        "ru": "происхождение, источник поступления, благодарность, поступление",
    },
    Column.DESCRIPTION: {
        "en": "description, text, about, caption, notes for visitors",
        "de": "beschreibung, text, erläuterung, beschreibungstext",
        "fr": "description, texte, notice, légende",
        "es": "descripción, texto, leyenda",
        "ru": "описание, текст, подпись",
    },
    Column.CATEGORY: {
        "en": "category, group, section, theme, room",
        "de": "kategorie, gruppe, abteilung, thema, saal",
        "fr": "catégorie, groupe, section, thème, salle",
        "es": "categoría, grupo, sección, tema, sala",
        "ru": "категория, раздел, группа, тема, зал",
    },
    Column.RIGHTS: {
        "en": "rights, licence, license, copyright, rights statement",
        "de": "rechte, lizenz, urheberrecht, rechtestatus, bildrechte",
        "fr": "droits, licence, droits d'auteur",
        "es": "derechos, licencia, derechos de autor",
        "ru": "права, лицензия, авторские права",
    },
    Column.RIGHTS_UNTIL: {
        "en": "licensed until, licence until, rights until, licence ends",
        "de": "lizenz bis, lizenziert bis, rechte bis, lizenzende",
        "fr": "licence jusqu'au, droits jusqu'au, fin de licence",
        "es": "licencia hasta, derechos hasta, fin de licencia",
        "ru": "лицензия до, права до",
    },
    Column.SOURCE: {
        "en": "source, link, url, web page, website, source url",
        "de": "quelle, link, url, webseite, internetseite",
        "fr": "source, lien, url, page web, site",
        "es": "fuente, enlace, url, página web",
        "ru": "источник, ссылка, url, страница",
    },
    Column.VALID_FROM: {
        "en": "valid from, from, show from, shown from, start, start date",
        "de": "gültig ab, gültig von, ab, von, zeigen ab, beginn",
        "fr": "valable du, valide du, du, à partir du, début, montrer du",
        "es": "válido desde, desde, mostrar desde, inicio",
        "ru": "показывать с, действует с, с, начало",  # noqa: RUF001 - is Cyrillic
    },
    Column.VALID_UNTIL: {
        "en": "valid until, valid to, until, to, show until, shown until, end date",
        "de": "gültig bis, bis, zeigen bis, ende",
        "fr": "valable jusqu'au, valide jusqu'au, jusqu'au, au, fin, montrer jusqu'au",
        "es": "válido hasta, hasta, mostrar hasta, fin",
        "ru": "показывать до, действует до, до, по, конец",
    },
    Column.FROM_AGE: {
        "en": "age, from age, minimum age, age note, age limit",
        "de": "alter, ab alter, mindestalter, altershinweis, altersfreigabe",
        "fr": "âge, à partir de l'âge, âge minimum, mention d'âge",
        "es": "edad, edad mínima, desde edad, nota de edad",
        "ru": "возраст, возраст от, возрастное ограничение",
    },
}
"""Of each column, by language, with commas between; case and accents do not count."""

LANGUAGES: Mapping[str, str] = {
    "en": "english, englisch, englischer, anglais, inglés, английский, по английски",
    "de": "german, deutsch, deutscher, allemand, alemán, немецкий, по немецки",
    "fr": "french, französisch, französischer, français, francés, французский",
    "es": "spanish, spanisch, spanischer, espagnol, español, испанский, по испански",
    "ru": "russian, russisch, russischer, russe, ruso, русский, по русски",
}
"""What each language is called in the others."""
