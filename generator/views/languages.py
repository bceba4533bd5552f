"""What readers call a language, for the few words beside a name or a source."""

from generator.views.edition import Edition

_WORDS = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "ko-KP": "Korean (North)",
    "ko-KR": "Korean (South)",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sl": "Slovene",
    "uk": "Ukrainian",
    "vi": "Vietnamese",
    "zh": "Chinese",
}


def language_words(tag: str) -> str:
    """Return the name of a BCP 47 tag's language, or the tag itself where none is known here."""
    return _WORDS.get(tag) or _WORDS.get(tag.partition("-")[0], tag)


def foreign_language(tag: str, edition: Edition) -> str:
    """Return the language in words, '' where it is the site's own or not recorded."""
    own = edition.library.site.language.partition("-")[0]
    return "" if tag.partition("-")[0] in {"", own} else language_words(tag)
