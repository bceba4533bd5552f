"""The fields of the files in links/, which `thawline links` writes."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.fields import Date, Fields, Text, WebAddress


class LinkFields(Fields):
    """What was found at the address of one source."""

    url: Annotated[WebAddress, Field(description="The address that was asked for.")]
    checked: Annotated[Date, Field(description="The day on which it was asked for.")]
    answers: Annotated[
        Literal["yes", "no", "moved", "unknown"], Field(description="Whether its page is there.")
    ]
    status: Annotated[Text | None, Field(description="HTTP's, or why there was none.")] = None
    leads_to: Annotated[WebAddress | None, Field(description="Where the page stands now.")] = None
    archive: Annotated[WebAddress | None, Field(description="A copy in an archive.")] = None
    archived: Annotated[Date | None, Field(description="The day of that copy.")] = None


class LinksFields(Fields):
    """links/<year>.yaml: what `thawline links` found at addresses of that file of sources."""

    links: Annotated[dict[Text, LinkFields], Field(description="An entry for each source.")]
