"""The fields of a summit's file."""

from typing import Annotated

from pydantic import Field

from generator.schema.fields import ClaimReferences, Fields, Text, Texts, TimeZone


class ZoneFields(Fields):
    """A clock to tell the meeting's time by."""

    zone: Annotated[TimeZone, Field(description="An IANA name, like Asia/Seoul.")]
    label: Annotated[Text, Field(description="Where that clock hangs, like Seoul.")]


class SummitFields(Fields):
    """summits/<id>.md."""

    title: Annotated[Text, Field(max_length=120, description="What the meeting is called.")]
    event: Annotated[Text, Field(description="The meeting itself.")]
    zones: Annotated[
        tuple[ZoneFields, ...], Field(description="Clocks beside that of the place.")
    ] = ()
    parties: Annotated[Texts, Field(min_length=1, description="The governments that met.")]
    leaders: Annotated[Texts, Field(description="Who met.")] = ()
    documents: Annotated[Texts, Field(description="Terms of the documents adopted.")] = ()
    before: Annotated[
        Texts, Field(description="Events that led there, if not those its event follows.")
    ] = ()
    after: Annotated[
        Texts, Field(description="Events that came of it, if not those that follow its event.")
    ] = ()
    said: Annotated[
        dict[Text, ClaimReferences],
        Field(default_factory=dict, description="Claims in which each party speaks."),
    ]
