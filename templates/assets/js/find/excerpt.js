// Shows where a page holds what was asked: an excerpt, the claims that hold most of it, the answer.

import { fold, latinWords } from "./query.js";

const LENGTH = 32; // words of an excerpt
const CLAIMS = 3;

// A page's text and anchors as Pagefind keeps them, and the units of the query.
export function describe({ content, anchors, meta }, url, type, units, vocabulary) {
  const words = [...content.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ text, at: index, end: index + text.length, held: new Set() }));
  for (const unit of units) for (const number of placesOf(unit, words, vocabulary)) words[number].held.add(unit);
  const passage = (from, to) => cut(content, words.slice(from, to));
  const claims = anchors.flatMap(({ element, id, location }, number) => {
    const to = anchors[number + 1]?.location ?? words.length;
    return element === "div" ? [{ id, from: location, to, weight: weight(words.slice(location, to)) }] : [];
  });
  const most = Math.max(...claims.map((claim) => claim.weight), 0);
  const best = claims.filter((claim) => claim.weight && claim.weight >= most / 2).sort((one, other) => other.weight - one.weight);
  const start = best[0]?.from ?? fullest(words);
  return {
    url,
    title: meta.title ?? "",
    ...passage(start, start + LENGTH),
    anchors: best.slice(0, CLAIMS).map(({ id, from, to }) => ({ href: `${url}#${id}`, title: "", ...passage(from, to) })),
    answer: type === "question" && claims.length ? passage(claims[0].from, claims[0].to).excerpt : "",
  };
}

function placesOf({ tokens, term, stems, date, exact }, words, { english, latin }) {
  if (date) return indices(words, ({ text }) => date.years.some((year) => text.includes(year)));
  if (exact) return indices(words, ({ text }) => fold(term).toLowerCase().includes(text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "") || " "));
  if (!tokens && !stems) return indices(words, ({ text }) => fold(text).includes(term));
  const found = [];
  const flat = words.flatMap(({ text }, number) => latinWords(text, english).map(({ stem }) => ({ stem, number })));
  for (let at = 0; at < flat.length; at++) {
    const forms = tokens ? (latin.get(flat[at].stem) ?? []) : [{ stems }];
    for (const form of forms) {
      if (tokens && !form.tokens.some((token) => tokens.includes(token))) continue;
      const span = flat.slice(at, at + form.stems.length);
      if (form.stems.every((stem, n) => span[n]?.stem === stem)) found.push(...span.map(({ number }) => number));
    }
  }
  return found;
}

function indices(words, holds) {
  return words.flatMap((word, number) => (holds(word) ? [number] : []));
}

function weight(words) {
  const units = new Set(words.flatMap(({ held }) => [...held]));
  return [...units].reduce((sum, unit) => sum + unit.rarity, 0);
}

function fullest(words) {
  let [best, most] = [0, 0];
  for (let from = 0; from < words.length; from += LENGTH / 4) {
    const found = weight(words.slice(from, from + LENGTH));
    if (found > most) [best, most] = [from, found];
  }
  return best;
}

function cut(content, words) {
  if (!words.length) return { excerpt: "", marks: [] };
  const start = words[0].at;
  const marks = words.flatMap(({ at, end, held }) => (held.size ? [[at - start, end - start]] : []));
  return { excerpt: content.slice(start, words.at(-1).end), marks };
}
