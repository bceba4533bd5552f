// Says which events happened on the reader's own day of the year, and marks them in the list.

const line = document.querySelector("[data-this-day]");
const today = new Date();
const words = (day) => day.querySelector("dt").textContent;
const days = [...document.querySelectorAll("[id^=day-]")];
const two = (number) => String(number).padStart(2, "0");
const name = `day-${two(today.getMonth() + 1)}-${two(today.getDate())}`;
const marked = document.getElementById(name);
const next = days.find(({ id }) => id > name) ?? days[0];

function link(day) {
  const leading = document.createElement("a");
  leading.href = `#${day.id}`;
  leading.textContent = words(day);
  return leading;
}

if (marked) {
  marked.setAttribute("aria-current", "date");
  const number = marked.querySelectorAll("dd").length;
  line.append("Today is ", link(marked), `: ${number} ${number === 1 ? "event" : "events"}.`);
} else if (next) {
  line.append("No event is recorded on this day of the year; the next is on ", link(next), ".");
}
line.hidden = !line.hasChildNodes();
