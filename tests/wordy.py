"""A language in which every word is as long as German and Russian words are."""

from PySide6.QtCore import QTranslator

MORE = 0.4


class WordyLanguage(QTranslator):
    """Says everything in words that are longer by two fifths."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        return " ".join(_longer(word) for word in source.split(" "))


def _longer(word: str) -> str:
    return word if "%" in word else word + "mnogosloven"[: round(MORE * len(word))]
