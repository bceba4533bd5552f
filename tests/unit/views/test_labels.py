"""Names beside marks: near their own, upon no other, inside the picture, or left out."""

from generator.views.labels import Area, around, labels, room_of

PICTURE = Area(0, 0, 200, 100)
SIZE = 10.0


def test_a_name_stands_to_the_right_where_there_is_room() -> None:
    mark = around(50, 50, 3)
    (label,) = labels([(mark, "Maren")], [mark], PICTURE, SIZE)
    assert (label.x, label.anchor, label.text) == (56, "start", "Maren")
    assert room_of(label, SIZE).left > mark.right


def test_a_name_at_the_right_edge_stands_to_the_left() -> None:
    mark = around(190, 50, 3)
    (label,) = labels([(mark, "Maren")], [mark], PICTURE, SIZE)
    assert label.anchor == "end"
    assert room_of(label, SIZE).right < mark.left


def test_the_most_wanted_name_has_the_first_choice() -> None:
    marks = [around(50, 50, 3), around(50, 58, 3)]
    first, second = labels(zip(marks, ("Wanted", "Other"), strict=True), marks, PICTURE, SIZE)
    assert first.anchor == "start"
    assert not room_of(first, SIZE).meets(room_of(second, SIZE))


def test_a_name_without_room_is_left_out() -> None:
    marks = [around(x, y, 4) for x in range(5, 200, 10) for y in range(5, 100, 10)]
    names = [(mark, "A long name") for mark in marks]
    assert labels(names, marks, PICTURE, SIZE) == ()
    assert labels([(around(50, 50, 3), "x" * 90)], [], PICTURE, SIZE) == ()


def test_hangul_and_kanji_need_more_room_than_latin_letters() -> None:
    mark = around(50, 50, 3)
    (latin,) = labels([(mark, "abc")], [mark], PICTURE, SIZE)
    (hangul,) = labels([(mark, "판문점")], [mark], PICTURE, SIZE)
    assert room_of(hangul, SIZE).right > room_of(latin, SIZE).right + SIZE
