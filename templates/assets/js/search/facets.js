// Narrows what was found by properties of its pages. Each option's number counts the pages that
// would be left with it and with all that is chosen in other facets.

// Types of pages as the catalogue names them, by the option that stands for them; others are terms.
const TYPES = {
  event: "events", question: "questions", promise: "commitments", report: "reports",
  thread: "threads", summit: "threads", figure: "threads",
  page: "pages", person: "actors", government: "actors", institution: "actors", party: "actors", group: "actors",
};

export function typeOf({ type }) {
  return TYPES[type] ?? "terms";
}

const VALUES = {
  type: (hit) => [typeOf(hit)],
  thread: (hit) => hit.threads,
  actor: (hit) => hit.actors,
  year: (hit) => (hit.kind ? [String(hit.year)] : []),
  kind: (hit) => [hit.kind],
  label: (hit) => [hit.label],
};
const NAMES = Object.keys(VALUES);

export function facets(form) {
  const boxes = [...form.querySelectorAll(".facets__box")];
  const days = { from: form.elements.from, to: form.elements.to };
  const chips = form.querySelector(".facets__chips");
  const title = form.querySelector(".facets__title");
  let say;
  form.querySelector(".facets__all").open = matchMedia("(min-width: 60rem)").matches;

  const part = (box, name) => box.parentElement.querySelector(name);
  const textOf = (box) => part(box, ".facets__text");

  function speak(language, own, words) {
    say = words;
    for (const text of form.querySelectorAll(".facets__text:not([data-words])")) {
      text.dataset[own] ??= text.textContent;
      text.textContent = text.dataset[language] ?? text.dataset[own];
      text.lang = text.dataset[language] ? language : own;
    }
  }

  function narrow(hits, asked) {
    const chosen = Object.fromEntries(NAMES.map((name) => [name, asked.getAll(name)]));
    const range = { from: asked.get("from") ?? "", to: asked.get("to") ?? "" };
    const left = hits.filter(within(range));
    const kept = left.filter((hit) => NAMES.every((name) => holds(hit, name, chosen)));
    for (const name of NAMES) {
      const others = NAMES.filter((other) => other !== name);
      const counts = new Map();
      for (const hit of left) {
        if (!others.every((other) => holds(hit, other, chosen))) continue;
        for (const value of VALUES[name](hit)) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      boxes.filter((box) => box.name === name).forEach((box) => draw(box, chosen[name], counts));
    }
    for (const facet of form.querySelectorAll(".facets__facet")) {
      facet.hidden = !facet.querySelector("li:not([hidden])");
    }
    for (const [name, input] of Object.entries(days)) input.value = range[name];
    drawChips(chosen, range);
    return kept;
  }

  function draw(box, chosen, counts) {
    const count = counts.get(box.value) ?? 0;
    box.checked = chosen.includes(box.value);
    box.closest("li").hidden = !count && !box.checked;
    part(box, ".facets__count").textContent = count;
  }

  function drawChips(chosen, range) {
    const buttons = boxes
      .filter((box) => box.checked)
      .map((box) => {
        const rest = chosen[box.name].filter((value) => value !== box.value);
        return chip(textOf(box).textContent, { [box.name]: rest });
      });
    for (const name of Object.keys(days)) {
      if (range[name]) buttons.push(chip(`${say(name)} ${range[name]}`, { [name]: "" }));
    }
    if (buttons.length > 1) {
      const nothing = Object.fromEntries([...NAMES, ...Object.keys(days)].map((name) => [name, ""]));
      buttons.push(chip(say("clear"), nothing));
    }
    chips.replaceChildren(...buttons);
    chips.hidden = !buttons.length;
  }

  function chip(text, changes) {
    const button = document.createElement("button");
    const clears = Object.keys(changes).length > 1;
    button.type = "button";
    button.className = "facets__chip";
    button.textContent = clears ? text : `${text} ×`;
    if (!clears) button.setAttribute("aria-label", say("remove", { what: text }));
    button.onclick = () => {
      change(changes);
      (chips.querySelector("button") ?? title).focus();
    };
    return button;
  }

  let change;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    const values = boxes.filter((box) => box.name === target.name && box.checked);
    change({ [target.name]: target.name in days ? target.value : values.map((box) => box.value) });
  });

  return {
    speak,
    narrow,
    onChange: (go) => (change = go),
    // An option's words, their language, its tone and its sign.
    option(name, value) {
      const box = boxes.find((one) => one.name === name && one.value === value);
      if (!box) return undefined;
      const { textContent, lang } = textOf(box);
      return { text: textContent, lang, tone: box.dataset.tone, sign: part(box, "svg")?.cloneNode(true) };
    },
  };
}

// A facet without choices holds every page; otherwise a page needs one of the chosen values.
function holds(hit, name, chosen) {
  return !chosen[name].length || VALUES[name](hit).some((value) => chosen[name].includes(value));
}

function within({ from, to }) {
  if (!from && !to) return () => true;
  return ({ day }) => day && (!from || day >= from) && (!to || day <= to);
}
