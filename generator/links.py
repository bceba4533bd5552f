"""Whether the addresses of sources still answer, and where archives keep copies; an edge."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from urllib.parse import quote

from generator.model.links import LinkCheck
from generator.model.registry import Source
from generator.text.edtf import Edtf, EdtfError, parse
from generator.visits import (
    Manner,
    Pace,
    PostponedError,
    ask,
    ask_patiently,
    follow,
    host_of,
    is_fit,
)

BATCH = 16
HOSTS = 8
_SECOND = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})[0-9]{6}")


class NoNetworkError(OSError):
    """Nobody answered; the message is one line."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What was found at some addresses, by source, and how many hosts want to be asked later."""

    found: Mapping[str, LinkCheck]
    postponed: int


def due(sources: Iterable[Source], today: Edtf, days: int) -> list[Source]:
    """Return the sources not looked at in the last `days` days, so that hosts take turns."""
    wanted = [source for source in sources if _age(source, today) >= days]
    before: Counter[str] = Counter()
    turns: list[tuple[int, str, Source]] = []
    for source in sorted(wanted, key=lambda source: source.id):
        host = host_of(source.url)
        turns.append((before[host], source.id, source))
        before[host] += 1
    return [source for _, _, source in sorted(turns, key=lambda turn: turn[:2])]


def _age(source: Source, today: Edtf) -> float:
    """Return the days since the last look, more than any number where there was none."""
    last = source.check.checked.latest if source.check else None
    return (today.latest - last).days if last and today.latest else float("inf")


def look_up(sources: Iterable[Source], manner: Manner, today: Edtf) -> Iterator[Batch]:
    """Ask for the addresses, a batch after the other; raises NoNetworkError when nobody answers.

    What a single host does is part of what is found; it never ends the run.
    """
    listed, pace = list(sources), Pace(manner.pause)
    pool = ThreadPoolExecutor(HOSTS)
    try:
        for start in range(0, len(listed), BATCH):
            batch = listed[start : start + BATCH]
            looks = list(pool.map(lambda source: _look(source, manner, pace, today), batch))
            seen = [look for look in looks if look]
            if seen and not any(reached for _, reached in seen) and not _is_there(manner):
                message = "Nobody answers, so the network seems down; what was found is kept."
                raise NoNetworkError(message)
            found = {s.id: look[0] for s, look in zip(batch, looks, strict=True) if look}
            yield Batch(found, len(batch) - len(found))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _look(source: Source, manner: Manner, pace: Pace, today: Edtf) -> tuple[LinkCheck, bool] | None:
    """Return what is found, and whether anybody answered; None where it was put off."""
    try:
        seen = follow(source.url, manner, pace)
    except PostponedError:
        return None
    before = source.check
    archive, archived = (before.archive, before.archived) if before else ("", None)
    reached = seen.reached
    if not archive and not source.archive:
        copy = _copy(source, manner, pace)
        reached = reached or copy is not None
        archive, archived = copy or ("", None)
    return (
        LinkCheck(source.url, today, seen.answers, seen.status, seen.leads_to, archive, archived),
        reached,
    )


def _is_there(manner: Manner) -> bool:
    """Tell whether the archive's machine answers at all."""
    try:
        ask(manner.archive, manner)
    except (OSError, HTTPException, ValueError):
        return False
    return True


def _copy(source: Source, manner: Manner, pace: Pace) -> tuple[str, Edtf | None] | None:
    """Return the archive's copy nearest to the source's day, ('', None) if it has none.

    None where the archive did not say. The form of its answer:
    https://archive.org/help/wayback_api.php
    """
    day = source.issued.earliest if source.issued else None
    wanted = f"?url={quote(source.url, safe='')}" + (f"&timestamp={day:%Y%m%d}" if day else "")
    try:
        reply = ask_patiently(manner.archive + wanted, manner, pace)
        said = json.loads(reply.data)
        closest = said["archived_snapshots"].get("closest", {})
        address, stamp, status = (str(closest.get(n, "")) for n in ("url", "timestamp", "status"))
    except (PostponedError, OSError, HTTPException, ValueError, LookupError, AttributeError):
        return None
    except (TypeError, RecursionError):
        return None
    found = _SECOND.fullmatch(stamp)
    if not found or not status.startswith("2") or not is_fit(address):
        return "", None
    try:
        archived = parse("-".join(found.groups()))
    except EdtfError:
        return "", None
    return re.sub("^http://web\\.archive\\.org/", "https://web.archive.org/", address), archived
