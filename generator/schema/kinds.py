"""The fields of each kind of file."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.fields import (
    BaseUrl,
    Clock,
    Country,
    Date,
    Excerpt,
    Fields,
    Language,
    Latitude,
    Longitude,
    Text,
    Texts,
    TimeZone,
    WebAddress,
)

Names = dict[Language, Text]
Aliases = dict[Language, Texts]


class SiteFields(Fields):
    """site.yaml: what the site says of itself."""

    title: Annotated[Text, Field(description="The site's name.")]
    tagline: Annotated[Text, Field(description="One line under the name.")]
    description: Annotated[Text, Field(description="What the site is, in a sentence.")]
    base_url: Annotated[BaseUrl, Field(description="Where the site is published.")]
    repository: Annotated[WebAddress | None, Field(description="Where its files are kept.")] = None
    language: Annotated[Language, Field(description="The language of its text.")] = "en"
    as_of: Annotated[Date, Field(description="The day up to which events are known.")]
    licence: Annotated[Text, Field(description="The licence's short name.")]
    licence_url: Annotated[WebAddress, Field(description="Where the licence stands.")]
    zones: Annotated[
        dict[Text, TimeZone],
        Field(default_factory=dict, description="Clock abbreviations that events may use."),
    ]
    threads: Annotated[Texts, Field(description="Ids of threads in the order to show them.")] = ()
    lanes: Annotated[
        Texts, Field(description="Threads that the strip on the home page shows.")
    ] = ()
    strip_from: Annotated[Date | None, Field(description="When the strip begins.")] = None
    name_languages: Annotated[
        tuple[Language, ...], Field(description="Languages in which every actor needs a name.")
    ] = ()
    questions: Annotated[
        Texts, Field(description="Questions to start from, on the home page.")
    ] = ()
    promises: Annotated[Texts, Field(description="Promises to show on the home page.")] = ()


class LedgerFields(Fields):
    """addresses.yaml: every address ever published, and what became of those that moved."""

    published: Annotated[Texts, Field(description="Addresses that readers may have kept.")] = ()
    moved: Annotated[
        dict[Text, Text],
        Field(default_factory=dict, description="Former addresses, each with the id that follows."),
    ]


class SynonymFields(Fields):
    """synonyms.yaml: words that readers use for the same thing; search alone reads them."""

    groups: Annotated[
        dict[Text, Aliases], Field(description="Groups by name, each with words by language.")
    ]


class EventKindFields(Fields):
    """An entry of kinds.yaml."""

    label: Annotated[Text, Field(description="What readers see.")]
    direction: Annotated[
        Literal["cooperation", "conflict", "neutral"],
        Field(description="Which way an event of this kind moves the matter."),
    ]
    manner: Annotated[
        Literal["words", "deeds"],
        Field(description="Whether something was said or signed, or something was done."),
    ]


class PlaceFields(Fields):
    """An entry of places.yaml."""

    names: Annotated[Names, Field(description="The name in each language.")]
    aliases: Annotated[
        Aliases, Field(default_factory=dict, description="Other names to find it by.")
    ]
    point: Annotated[
        tuple[Latitude, Longitude] | None,
        Field(description="Latitude and longitude in degrees."),
    ] = None
    precision: Annotated[
        Literal["site", "town", "region", "country"],
        Field(description="How large an area the point stands for."),
    ]
    country: Annotated[Country | None, Field(description="The country that holds it.")] = None


class OutletFields(Fields):
    """An entry of outlets.yaml."""

    name: Annotated[Text, Field(description="The name readers see.")]
    kind: Annotated[
        Literal[
            "government",
            "international-organisation",
            "state-media",
            "public-broadcaster",
            "broadcaster",
            "newspaper",
            "news-agency",
            "news-site",
            "research",
            "ngo",
            "reference",
            "aggregator",
            "blog",
        ],
        Field(description="What sort of publisher it is."),
    ]
    side: Annotated[Text | None, Field(description="The government it speaks for.")] = None
    country: Annotated[Country | None, Field(description="Where it is based.")] = None
    time_zone: Annotated[
        TimeZone | None, Field(description="The zone in which it dates its pages.")
    ] = None
    languages: Annotated[
        tuple[Language, ...], Field(description="The languages it publishes in.")
    ] = ()
    owner: Annotated[Text | None, Field(description="The outlet that runs it.")] = None
    description: Annotated[Text, Field(description="One line for readers.")]


class SourceFields(Fields):
    """An entry of a bibliography in sources/, in CSL terms."""

    id: Annotated[
        Text, Field(description="The name to cite it by: outlet, day, a word on the matter.")
    ]
    type: Annotated[Text, Field(description="A type of CSL, such as article-newspaper.")]
    title: Annotated[
        Text, Field(description="The headline as printed; in brackets if the page has none.")
    ]
    author: Annotated[Text | None, Field(description="Who wrote it, as printed.")] = None
    publisher: Annotated[Text | None, Field(description="As printed, if not the outlet.")] = None
    issued: Annotated[
        Date | None, Field(description="The day it appeared, in its outlet's zone.")
    ] = None
    URL: Annotated[WebAddress, Field(description="Where it was read.")]
    language: Annotated[Language, Field(description="The language it is written in.")]
    outlet: Annotated[Text, Field(description="Who published it: an id of outlets.yaml.")]
    origin: Annotated[Texts, Field(description="Whose words it carries, if not its own.")] = ()
    excerpt: Annotated[Excerpt | None, Field(description="At most 25 words, verbatim.")] = None
    archive: Annotated[WebAddress | None, Field(description="An archived copy.")] = None
    note: Annotated[Text | None, Field(description="What editors and readers must know of it.")] = (
        None
    )


class OfficeFields(Fields):
    """A post in an actor's file."""

    title: Annotated[Text, Field(description="The office.")]
    dates: Annotated[Date | None, Field(description="From when to when, as an interval.")] = None


class ActorFields(Fields):
    """actors/<id>.md."""

    names: Annotated[
        Names,
        Field(description="The name in each language, family name first where that is the custom."),
    ]
    aliases: Annotated[
        Aliases, Field(default_factory=dict, description="Other names and spellings to find it by.")
    ]
    type: Annotated[
        Literal["person", "government", "institution", "group", "party"],
        Field(description="What sort of actor it is."),
    ]
    side: Annotated[Text | None, Field(description="The government it belongs to.")] = None
    unnamed: Annotated[Text | None, Field(description="Why a name is missing.")] = None
    offices: Annotated[
        tuple[OfficeFields, ...], Field(description="Offices held, latest last.")
    ] = ()


class CorrectionFields(Fields):
    """A mistake in an event's file that was put right."""

    date: Annotated[Date, Field(description="The day on which it was put right.")]
    wrong: Annotated[Text, Field(description="What was wrong.")]
    right: Annotated[Text, Field(description="What is right.")]


class EventFields(Fields):
    """events/<year>/<id>.md."""

    title: Annotated[
        Text, Field(max_length=120, description="What happened, in one line without a full stop.")
    ]
    date: Annotated[Date, Field(description="The calendar day at the place.")]
    time: Annotated[
        Clock | None,
        Field(
            description="The time at the place, with an abbreviation from the zones of site.yaml."
        ),
    ] = None
    place: Annotated[Texts, Field(description="Where it happened.")] = ()
    actors: Annotated[Texts, Field(description="Who acted: people, governments, groups.")] = ()
    kind: Annotated[Text, Field(description="What sort of event it is.")]
    threads: Annotated[Texts, Field(description="The stories it belongs to.")] = ()
    follows: Annotated[Texts, Field(description="Earlier events whose story it picks up.")] = ()
    advances: Annotated[Texts, Field(description="Promises that it brings nearer.")] = ()
    partly_keeps: Annotated[Texts, Field(description="Promises that it keeps in part.")] = ()
    keeps: Annotated[Texts, Field(description="Promises that it keeps.")] = ()
    suspends: Annotated[Texts, Field(description="Promises that it suspends.")] = ()
    resumes: Annotated[Texts, Field(description="Promises that are kept again from here.")] = ()
    lapses: Annotated[Texts, Field(description="Promises that ran out with it.")] = ()
    breaks: Annotated[Texts, Field(description="Promises that it goes against.")] = ()
    supersedes: Annotated[Texts, Field(description="Promises that it replaces.")] = ()
    corrections: Annotated[
        tuple[CorrectionFields, ...], Field(description="What was put right, oldest first.")
    ] = ()


class ThreadFields(Fields):
    """threads/<id>.md."""

    title: Annotated[Text, Field(description="The thread's question.")]
    label: Annotated[Text, Field(description="A short name for lists.")]
    as_of: Annotated[Date, Field(description="The day up to which the answer holds.")]


class PageFields(Fields):
    """pages/<id>.md."""

    title: Annotated[Text, Field(description="The page's heading.")]
