// The list under the search field of every page: a combobox of pages that match what is typed.
// Submitting the form leads to the search page, as it does without this.

import { open } from "./find.js";

const SHOWN = 6;
const PAUSE = 150; // milliseconds without a key until it searches
const QUIET = 900; // and until it tells a screen reader what it found

export function attach(form) {
  const field = form.elements.q;
  const box = form.querySelector(".instant");
  const list = box.querySelector("[role=listbox]");
  const status = form.querySelector("[role=status]");
  let finder;
  let turn;
  let active = -1;

  Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-haspopup": "listbox" }).forEach(
    ([name, value]) => field.setAttribute(name, value),
  );
  field.setAttribute("aria-controls", list.id);
  close();

  function close() {
    turn?.abort();
    box.hidden = true;
    list.replaceChildren();
    choose(-1);
    status.textContent = "";
    field.setAttribute("aria-expanded", "false");
  }

  function choose(number) {
    active = number;
    [...list.children].forEach((option, index) => option.setAttribute("aria-selected", index === number));
    if (number < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", list.children[number].id);
  }

  async function search() {
    turn?.abort();
    turn = new AbortController();
    const { signal } = turn;
    const text = field.value.trim();
    if (!text) return close();
    await rest(PAUSE, signal);
    finder ??= open(address(form.dataset.bundle), address(form.dataset.catalogue));
    const { hits } = await (await finder).find(text, { signal });
    if (signal.aborted) return;
    const shown = hits.slice(0, SHOWN);
    list.replaceChildren(...shown.map(option));
    box.hidden = !shown.length;
    field.setAttribute("aria-expanded", String(shown.length > 0));
    choose(-1);
    await rest(QUIET, signal);
    const { none, one, other } = status.dataset;
    status.textContent = [none, one][shown.length] ?? other.replace("{n}", shown.length);
  }

  function type() {
    search().catch((error) => {
      if (error.name === "AbortError") return;
      finder = undefined; // the form still leads to the search page, which says what is wrong
      close();
    });
  }

  field.addEventListener("input", type);
  type(); // what was typed until now

  field.addEventListener("keydown", (event) => {
    const { key } = event;
    const last = list.children.length - 1;
    if (key === "Escape" && !box.hidden) close();
    else if (key === "ArrowDown" && last >= 0) choose(active === last ? -1 : active + 1);
    else if (key === "ArrowUp" && last >= 0) choose(active < 0 ? last : active - 1);
    else if (key === "Enter" && active >= 0) list.children[active].click();
    else return;
    event.preventDefault();
  });

  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (!form.contains(relatedTarget)) close();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
}

function option(hit, number) {
  const link = document.createElement("a");
  link.className = "instant__option";
  link.id = `instant-${number}`;
  link.href = hit.url;
  link.tabIndex = -1;
  link.setAttribute("role", "option");
  link.setAttribute("aria-selected", "false");
  const title = document.createElement("span");
  title.textContent = hit.title;
  const detail = document.createElement("span");
  detail.className = "instant__detail";
  detail.textContent = [hit.type, hit.date].filter(Boolean).join(" · ");
  link.append(title, " ", detail);
  return link;
}

function address(path) {
  return new URL(path, location.href);
}

function rest(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new DOMException("a later key", "AbortError"));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    setTimeout(resolve, milliseconds);
  });
}
