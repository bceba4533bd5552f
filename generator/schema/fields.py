"""The types of single fields, shared by all kinds of files."""

import re
import zoneinfo
from collections.abc import Callable
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainValidator,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from generator.text.edtf import Edtf, EdtfError, parse
from generator.urls import BASE_URL

MAX_EXCERPT_WORDS = 25
CLAIM_REFERENCE = r"[^\s#]+#[^\s#]+"
WEB_ADDRESS = r"https?://[^\s/?#]+\S*"


class Fields(BaseModel):
    """A closed set of fields: what is not named here is a mistake."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True
    )


def _date(value: object) -> Edtf:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "A date is text.")
    try:
        return parse(value)
    except EdtfError as error:
        kind = "impossible_date" if error.impossible else "malformed_date"
        context = {"message": error.message, "hint": error.hint, "offset": error.offset}
        context["meant"] = error.meant
        raise PydanticCustomError(kind, "{message}", context) from None


def number(value: object) -> float:
    """Return a number typed as text; raises what pydantic reports as a fault of the field."""
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "A number is text.")
    if not re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,9})?", value):
        raise refusal(f"'{value}' is not a number.", "Type it like 37.956.")
    return float(value)


def _degrees(limit: int) -> Callable[[float], float]:
    def check(value: float) -> float:
        if abs(value) > limit:
            hint = "Write latitude, then longitude, like [37.956, 126.677]."
            raise refusal(f"{value:g} is beyond {limit} degrees.", hint)
        return value

    return check


def _one_or_many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def refusal(message: str, hint: str) -> PydanticCustomError:
    """Return what a validator raises for a value of the right type that cannot stand."""
    return PydanticCustomError("wrong_value", "{message}", {"message": message, "hint": hint})


def _matching(pattern: str, what: str, hint: str) -> Callable[[str], str]:
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            raise refusal(f"'{value}' is not {what}.", hint)
        return value

    return check


def _time_zone(value: str) -> str:
    if not is_time_zone(value):
        raise refusal(f"'{value}' is not a time zone.", "Use an IANA name, like Asia/Seoul.")
    return value


def is_time_zone(name: str) -> bool:
    """Tell whether the IANA database has the zone."""
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _short(value: str) -> str:
    count = len(value.split())
    if count > MAX_EXCERPT_WORDS:
        hint = f"Keep the {MAX_EXCERPT_WORDS} words that matter most."
        raise refusal(f"The excerpt has {count} words.", hint)
    return value


Text = Annotated[str, StringConstraints(min_length=1)]
Texts = Annotated[
    tuple[Text, ...],
    BeforeValidator(_one_or_many, json_schema_input_type=Text | tuple[Text, ...]),
]
Date = Annotated[Edtf, PlainValidator(_date, json_schema_input_type=str)]
Latitude = Annotated[
    float, PlainValidator(number, json_schema_input_type=str), AfterValidator(_degrees(90))
]
Longitude = Annotated[
    float, PlainValidator(number, json_schema_input_type=str), AfterValidator(_degrees(180))
]
Clock = Annotated[
    str,
    AfterValidator(
        _matching(
            r"([01][0-9]|2[0-3]):[0-5][0-9] [A-Za-z_/+\-0-9]+",
            "a time with its zone",
            "Type hours, minutes and the zone, like 10:00 KST.",
        )
    ),
]
Country = Annotated[
    str,
    AfterValidator(
        _matching(r"[A-Z]{2}", "a country code", "Use two capitals of ISO 3166, like KR.")
    ),
]
ClaimReferences = Annotated[
    tuple[
        Annotated[
            str,
            AfterValidator(
                _matching(
                    CLAIM_REFERENCE,
                    "a reference to a claim",
                    "Type the event's id, # and the claim's anchor, like 2021-07-27-talks#claim-a.",
                )
            ),
        ],
        ...,
    ],
    BeforeValidator(_one_or_many, json_schema_input_type=Text | tuple[Text, ...]),
]
Excerpt = Annotated[Text, AfterValidator(_short)]
Language = Annotated[
    str,
    AfterValidator(
        _matching(
            r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?",
            "a language tag",
            "Use a tag such as en, ko-KR or ja.",
        )
    ),
]
TimeZone = Annotated[str, AfterValidator(_time_zone)]
BaseUrl = Annotated[
    str,
    AfterValidator(
        _matching(
            BASE_URL,
            "an address to publish at",
            "Type it like https://example.org/ or https://example.org/name/.",
        )
    ),
]
WebAddress = Annotated[
    str,
    AfterValidator(
        _matching(
            WEB_ADDRESS,
            "a web address",
            "Copy the whole address; it begins with https:// or http://.",
        )
    ),
]
