"""The fields of each kind: what is allowed to be typed, and where which file lies."""

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.schema import fields, kinds
from generator.schema.layout import REFERENCES, REQUIRED_FILES, Form, Kind, shape_of
from tests.sites import BASE, OPEN, library_of

MINIMAL = """---
title: A fair
date: 2021-06-01
kind: talks
---
There was a fair. [@almanac]
"""

MODELS: dict[Kind, type[fields.Fields]] = {
    Kind.SITE: kinds.SiteFields,
    Kind.EVENT_KIND: kinds.EventKindFields,
    Kind.OUTLET: kinds.OutletFields,
    Kind.PLACE: kinds.PlaceFields,
    Kind.SOURCE: kinds.SourceFields,
    Kind.EVENT: kinds.EventFields,
    Kind.ACTOR: kinds.ActorFields,
    Kind.THREAD: kinds.ThreadFields,
    Kind.PAGE: kinds.PageFields,
}


def test_the_smallest_event_is_title_date_kind_and_one_claim() -> None:
    event = library_of({"events/2021/2021-06-01-fair.md": MINIMAL}).events["2021-06-01-fair"]
    assert (event.title, str(event.date), event.kind.id) == ("A fair", "2021-06-01", "talks")
    assert (event.time, event.places, event.actors, event.threads, event.follows) == (
        *("", (), (), (), ()),
    )


def test_a_single_value_is_a_list_of_one() -> None:
    single = MINIMAL.replace("kind: talks", "kind: talks\nplace: mill-town\nactors: alder")
    event = library_of({"events/2021/2021-06-01-fair.md": single}).events["2021-06-01-fair"]
    assert (event.places, event.actors) == (("mill-town",), ("alder",))


def test_a_source_without_origin_carries_its_outlets_words() -> None:
    sources = library_of({}).sources
    assert sources["wire-2021-05-01"].origins == ("river-wire",)
    assert sources["times-2021-05-02"].origins == ("river-wire",)
    assert sources["times-2021-05-02"].outlet == "valley-times"


def test_values_reach_the_library_as_typed() -> None:
    library = library_of({})
    assert library.places["old-bridge"].point == (52.1, -1.5)
    assert library.places["old-bridge"].names.main == "Old Bridge"
    assert library.places["old-bridge"].names.by_language["ko-KR"] == "옛 다리"
    assert library.places["old-bridge"].names.aliases == {"en": ("the crossing",)}
    assert library.actors["mara-lind"].offices[0].title == "Mayor of Mill Town"
    assert library.events[OPEN[12:-3]].time == "10:00 BST"
    assert library.site.zones == {"BST": "Europe/London"}


def test_the_main_name_is_in_the_sites_language() -> None:
    site = BASE["site.yaml"].replace("as_of:", "language: ko-KR\nas_of:")
    places = library_of({"site.yaml": site}).places
    assert places["old-bridge"].names.main == "옛 다리"
    assert places["mill-town"].names.main == "Mill Town"


@pytest.mark.parametrize("kind", list(MODELS))
def test_models_are_closed_and_frozen(kind: Kind) -> None:
    with pytest.raises(ValidationError) as caught:
        MODELS[kind].model_validate({"nonsense": "x"})
    assert "extra_forbidden" in {error["type"] for error in caught.value.errors()}
    assert MODELS[kind].model_config["frozen"] is True


@pytest.mark.parametrize("kind", list(MODELS))
def test_fields_that_hold_ids_exist(kind: Kind) -> None:
    names = {name for name, _ in REFERENCES.get(kind, ())}
    assert names <= set(MODELS[kind].model_fields)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        *(("site.yaml", Kind.SITE), ("kinds.yaml", Kind.EVENT_KIND), ("outlets.yaml", Kind.OUTLET)),
        *(("places.yaml", Kind.PLACE), ("sources/2021.yaml", Kind.SOURCE)),
        *(("sources/older.yaml", Kind.SOURCE), ("events/2021/x.md", Kind.EVENT)),
        *(("actors/x.md", Kind.ACTOR), ("threads/x.md", Kind.THREAD), ("pages/x.md", Kind.PAGE)),
    ],
)
def test_files_lie_where_their_kind_lies(path: str, kind: Kind) -> None:
    shape = shape_of(path)
    assert shape is not None
    assert (shape.kind, shape.fields) == (kind, MODELS[kind])
    assert shape.account is (kind in {Kind.EVENT, Kind.THREAD})


@pytest.mark.parametrize(
    "path",
    [
        *("events/x.md", "events/21/x.md", "events/20211/x.md", "events/2021/a/x.md"),
        *("events/２０２１/x.md", "events/2021/x.markdown", "events/2021/x.md.txt", "x.md"),
        *("sources/2021.yml", "sources/a/2021.yaml", "actors/a/x.md", "Site.yaml", "site.yaml\n"),
        *("content/site.yaml", "essays/x.md", "../site.yaml", "pages/x.MD", ""),
    ],
)
def test_no_kind_lies_elsewhere(path: str) -> None:
    assert shape_of(path) is None


def test_required_files_are_registries_or_the_site() -> None:
    shapes = [shape_of(path) for path in REQUIRED_FILES]
    assert {shape.form for shape in shapes if shape} == {Form.SINGLE, Form.REGISTRY}


@pytest.mark.parametrize(
    ("type_", "fitting", "unfitting"),
    [
        (
            fields.Clock,
            ["00:00 KST", "23:59 Asia/Seoul", "10:00 UTC+9", "9".rjust(2, "0") + ":30 EDT"],
            ["9:30 KST", "10:00", "10:60 KST", "10:00 KST ", "10:00  KST", "10.00 KST"],
        ),
        (fields.Country, ["KR", "GB"], ["kr", "KOR", "K", "К1"]),
        (
            fields.Language,
            ["en", "ko-KR", "zh-Hant", "sr-Latn-RS", "haw"],
            ["EN", "en_GB", "english", "ko-kr", "e", ""],
        ),
        (fields.TimeZone, ["Asia/Seoul", "UTC"], ["KST", "Asia/Soul", "", "../UTC", "Asia", "\0"]),
        (
            fields.WebAddress,
            ["https://a.example", "http://a.example/b?c#d", "https://한국.example/가"],
            [
                "a.example",
                "//a.example",
                "ftp://a.example",
                "https://",
                "https:///a",
                "https://a b",
            ],
        ),
        (fields.Excerpt, ["word " * 25, "하나 둘"], ["word " * 26, ""]),
    ],
)
def test_types_of_fields(type_: type[str], fitting: list[str], unfitting: list[str]) -> None:
    adapter: TypeAdapter[str] = TypeAdapter(type_)
    assert [adapter.validate_python(value) for value in fitting] == fitting
    for value in unfitting:
        with pytest.raises(ValidationError):
            adapter.validate_python(value)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("37.956", 37.956), ("-90", -90.0), ("90.0", 90.0), ("0", 0.0), ("007.5", 7.5)],
)
def test_degrees_are_plain_decimal_numbers(typed: str, value: float) -> None:
    adapter: TypeAdapter[float] = TypeAdapter(fields.Latitude)
    assert adapter.validate_python(typed) == value


@pytest.mark.parametrize(
    "typed", ["", "nan", "inf", "-inf", "1e3", "1_0", " 1", "1,5", ".5", "5.", "+1", "٣", "0x1"]
)
def test_other_spellings_of_numbers_are_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(fields.Longitude).validate_python(typed)
