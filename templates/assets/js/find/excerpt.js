// Shows where a page holds what was asked: an excerpt, the claims that hold most of it, the answer.

import { fold, latinWords } from "./query.js";

const LENGTH = 32; // words of an excerpt
const CLAIMS = 3;

export function describe({ content, anchors, meta, url }, units, vocabulary, { url: address, type }) {
  const words = [...content.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ text, at: index, end: index + text.length }));
  const held = words.map(({ text }) => new Set(unitsIn(text, units, vocabulary)));
  const parts = partsOf(anchors, words.length);
  const claims = parts.filter(({ element }) => element === "div");
  const weight = (from, to) => {
    const found = new Set(held.slice(from, to).flatMap((set) => [...set]));
    return [...found].reduce((sum, unit) => sum + (unit.rarity ?? 1), 0);
  };
  const passage = (from, to) => cut(content, words, held, from, to);
  const weighed = claims.map((claim) => ({ ...claim, weight: weight(claim.from, claim.to) })).filter((claim) => claim.weight);
  const most = Math.max(0, ...weighed.map((claim) => claim.weight));
  const best = weighed.filter((claim) => claim.weight >= most / 2).sort((a, b) => b.weight - a.weight).slice(0, CLAIMS);
  const start = best[0]?.from ?? windowStart(words.length, weight);
  return {
    ...(address.endsWith("/") && meta.title ? { title: meta.title } : {}),
    ...passage(start, start + LENGTH),
    anchors: best.map(({ id, from, to }) => ({ href: `${address}#${id}`, title: "", ...passage(from, to) })),
    answer: type === "question" && claims[0] ? passage(claims[0].from, claims[0].to).excerpt : "",
    page: url,
  };
}

function partsOf(anchors, end) {
  return anchors.map(({ element, id, location }, number) => ({
    element, id, from: location, to: anchors[number + 1]?.location ?? end,
  }));
}

function unitsIn(text, units, { english }) {
  const stems = latinWords(text, english).map(({ stem }) => stem);
  const folded = fold(text.toLowerCase());
  return units.filter(({ stems: asked, term, forms, date }) => {
    if (date) return date.years.some((year) => text.includes(year));
    if (forms?.some((stem) => stems.includes(stem)) || asked?.some((stem) => stems.includes(stem))) return true;
    return term && folded.includes(fold(term.replaceAll('"', "").toLowerCase()));
  });
}

function windowStart(count, weight) {
  let [best, most] = [0, 0];
  for (let from = 0; from < count; from += LENGTH / 4) {
    const found = weight(from, from + LENGTH);
    if (found > most) [best, most] = [from, found];
  }
  return best;
}

function cut(content, words, held, from, to) {
  const shown = words.slice(from, to);
  if (!shown.length) return { excerpt: "", marks: [] };
  const start = shown[0].at;
  const marks = shown.flatMap(({ at, end }, number) => (held[from + number].size ? [[at - start, end - start]] : []));
  return { excerpt: content.slice(start, shown.at(-1).end), marks };
}
