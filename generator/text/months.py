"""Names of months and seasons, by their EDTF numbers, and where months end."""

from calendar import monthrange
from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
