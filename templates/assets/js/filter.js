// Narrows a list down by a form. The fields' names are the parameters of the address and the names
// of the rows' data; a row fits a select when it carries every word of the value chosen. Days are
// compared with the row's `when`: a day, or first/last, where an open end is empty.

import { keepInAddress } from "./address.js";

// Text as it is compared: whatever its case and the lengths of its spaces.
const plain = (text) => text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();

const form = document.querySelector("[data-filter]");
const fields = [...form.elements].filter((field) => field.name);
const status = form.querySelector("[data-filter-status]");
const clear = form.querySelector("[data-filter-clear]");
const { one, many } = form.dataset;

const rows = [...document.querySelectorAll(form.dataset.rows)].map((element) => ({
  element,
  text: plain(element.textContent),
  days: (element.dataset.when ?? "").split("/"),
}));
const groups = [...document.querySelectorAll(form.dataset.groups)]
  .map((element) => ({
    element,
    rows: rows.filter((row) => element.contains(row.element)),
    links: [...element.querySelectorAll("[id]")].flatMap(({ id }) => [
      ...document.querySelectorAll(`nav a[href="#${CSS.escape(id)}"]`),
    ]),
    count: element.querySelector("[data-filter-count]"),
    words: element.querySelector("[data-filter-count]")?.textContent,
  }))
  .filter((group) => group.rows.length);

// What a field asks of a row. Each test may be left out, so that a select can tell how many rows
// another choice would give.
function testOf({ name, type }, value) {
  if (!value) return () => true;
  if (type === "date") {
    return name === "from"
      ? ({ days }) => !days.at(-1) || days.at(-1) >= value
      : ({ days }) => !days[0] || days[0] <= value;
  }
  if (type === "search") {
    const words = plain(value).split(" ");
    return ({ text }) => words.every((word) => text.includes(word));
  }
  const words = value.split(" ");
  return ({ element }) => {
    const carried = (element.dataset[name] ?? "").split(" ");
    return words.every((word) => carried.includes(word));
  };
}

function show() {
  const tests = fields.map((field) => testOf(field, field.value));
  // A row that fails one test only would fit if that field were set otherwise.
  const failing = rows.map((row) => fields.filter((_, number) => !tests[number](row)));
  rows.forEach(({ element }, number) => (element.hidden = failing[number].length > 0));
  for (const group of groups) {
    const left = group.rows.filter((row) => !row.element.hidden).length;
    group.element.hidden = left === 0;
    for (const link of group.links) link.closest("li").hidden = left === 0;
    if (!group.count) continue;
    group.count.textContent = left < group.rows.length ? `${left} of ${group.words}` : group.words;
  }
  for (const field of fields) {
    if (!field.options) continue;
    const reachable = rows.filter((_, number) => failing[number].every((other) => other === field));
    offer(field, reachable);
  }
  tell(rows.filter((row) => !row.element.hidden).length);
}

function offer(select, reachable) {
  for (const option of select.options) {
    if (!option.value) continue;
    option.dataset.words ??= option.textContent;
    const number = reachable.filter(testOf(select, option.value)).length;
    option.textContent = `${option.dataset.words} (${number})`;
    option.disabled = number === 0 && !option.selected;
  }
}

function tell(left) {
  const filtered = fields.some((field) => field.value);
  if (!filtered) status.textContent = `${rows.length} ${rows.length === 1 ? one : many}`;
  else if (!left) status.textContent = `Of ${rows.length} ${many}, none fits.`;
  else status.textContent = `${left} of ${rows.length} ${many}`;
  clear.hidden = !filtered;
}

keepInAddress(form, clear, show);
