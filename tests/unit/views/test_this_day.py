"""Events by month and day: only days that are certain, in the order of the calendar."""

from generator.views.this_day import this_day_view
from tests.sites import OPEN, SHUT, changed, edition_of


def test_days_stand_in_the_order_of_the_calendar_with_their_years() -> None:
    again = (
        "---\ntitle: Shut once more\ndate: 2022-03-01\nkind: closure\n---\n"
        "It was shut again. [@almanac]\n"
    )
    view = this_day_view(edition_of({"events/2022/2022-03-01-shut-again.md": again}))
    assert [month.title for month in view.months] == ["March", "May"]
    assert [(day.anchor, day.words) for month in view.months for day in month.days] == [
        ("day-03-01", "1 March"),
        ("day-05-01", "1 May"),
    ]
    march = view.months[0].days[0].events
    assert [(card.date.short, card.title) for card in march] == [
        ("2021", "Alder shuts the bridge"),
        ("2022", "Shut once more"),
    ]


def test_days_that_are_not_certain_are_left_out() -> None:
    changes = {
        **changed(SHUT, "date: 2021-03-01", "date: 2021-03-01~"),
        **changed(OPEN, "date: 2021-05-01\ntime: 10:00 BST", "date: 2021-05-01/2021-05-02"),
    }
    view = this_day_view(edition_of(changes))
    assert view.months == ()
    assert view.description == "0 events of which the day is known, by month and day."
