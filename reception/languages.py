"""The languages that people speak at the desk, by their BCP 47 tags."""

from django.conf.locale import LANG_INFO

# Spoken at desks, though no software is translated into them; the last three are signed.
MORE = {
    "am": "Amharic", "bo": "Tibetan", "fil": "Filipino", "fj": "Fijian", "gu": "Gujarati", "ha": "Hausa",
    "ht": "Haitian Creole", "ku": "Kurdish", "lo": "Lao", "mg": "Malagasy", "mi": "Māori", "om": "Oromo",
    "prs": "Dari", "ps": "Pashto", "rom": "Romani", "si": "Sinhala", "so": "Somali", "ti": "Tigrinya",
    "wo": "Wolof", "yi": "Yiddish", "yo": "Yoruba", "yue": "Cantonese", "zh": "Chinese", "zu": "Zulu",
    "ase": "American Sign Language", "bfi": "British Sign Language", "sgn": "Sign language",
}  # fmt: skip


def tag_of(code):
    """A language code in the case that BCP 47 writes: pt-BR, zh-Hans."""
    language, *parts = code.split("-")
    return "-".join([language.lower(), *(part.upper() if len(part) == 2 else part.title() for part in parts)])


LANGUAGES = {tag_of(code): info["name"] for code, info in LANG_INFO.items() if "name" in info} | MORE


def language_name(tag):
    """A tag in words: that of the language where the place is not known, else the tag; None where there is none."""
    return tag and (LANGUAGES.get(tag) or LANGUAGES.get(tag.partition("-")[0], tag))
