"""What was found at a source's address: whether it answers, and where a copy is kept."""

from dataclasses import dataclass
from enum import StrEnum

from generator.text.edtf import Edtf


class Answers(StrEnum):
    """Whether an address leads to its page; UNKNOWN where a server would not tell a program."""

    YES = "yes"
    NO = "no"
    MOVED = "moved"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class LinkCheck:
    """One look at `url` on a day; `status` is HTTP's, or why there was none.

    `leads_to` is where a moved page stands now, `archive` a copy that an archive made on the day
    `archived`.
    """

    url: str
    checked: Edtf
    answers: Answers
    status: str
    leads_to: str
    archive: str
    archived: Edtf | None
