// Shows the claims of which a source had appeared by a day, each with its label of that day.

import { keepInAddress } from "./address.js";

const form = document.querySelector("[data-as-known]");
const status = form.querySelector("[data-known-status]");
const clear = form.querySelector("[data-known-clear]");
const groups = [...document.querySelectorAll("[data-known-group]")];
const signs = Object.fromEntries(
  [...document.querySelectorAll("template[data-label]")].map((sign) => [sign.dataset.label, sign]),
);
const claims = [...document.querySelectorAll("[data-steps]")].map((element) => ({
  element,
  today: element.dataset.label,
  steps: element.dataset.steps.split(" ").map((step) => step.split(":")),
  shown: element.querySelector(".known-claim__label"),
}));
const inWords = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

function labelOn(day, { today, steps }) {
  if (!day) return today;
  return steps.findLast(([from]) => from && from <= day)?.[1];
}

function set({ element, shown, today }, label) {
  element.hidden = !label;
  if (!label || element.dataset.label === label) return;
  element.dataset.label = label;
  shown.replaceChildren(signs[label].content.cloneNode(true));
  element.querySelector(".known-claim__now")?.remove();
  if (label === today) return;
  const now = document.createElement("span");
  now.className = "known-claim__now";
  now.textContent = `today: ${signs[today].content.textContent.trim()}`;
  shown.after(" ", now);
}

function show() {
  const day = form.elements.on.value;
  const labels = claims.map((claim) => labelOn(day, claim));
  claims.forEach((claim, number) => set(claim, labels[number]));
  for (const group of groups) {
    const inner = group.querySelectorAll("[data-steps]");
    group.hidden = [...inner].every((element) => element.hidden);
  }
  clear.hidden = !day;
  const known = labels.filter(Boolean).length;
  if (!day) {
    status.textContent = `${claims.length} claims`;
    return;
  }
  const changed = claims.filter(({ today }, number) => labels[number] && labels[number] !== today);
  status.textContent =
    `On ${inWords.format(new Date(day))}, ${known} of ${claims.length} claims had a source, ` +
    `${changed.length || "none"} of them with another label than today.`;
}

keepInAddress(form, clear, show);
