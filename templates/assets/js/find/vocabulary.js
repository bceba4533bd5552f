// Unpacks the file that the generator writes beside the index: all names and synonyms, the index's
// own words, and what is known of every page without opening it.

import { fold, latinWords } from "./query.js";

export function unpack(data) {
  const english = {
    endings: data.english.endings.split(" "),
    irregular: Object.fromEntries(data.english.irregular.split(" ").map((pair) => pair.split("="))),
    stops: new Set(data.english.stops.split(" ")),
  };
  const latin = new Map();
  const native = new Map();
  const words = new Set(unfolded(data.words));
  const correct = new Set([...words].filter((word) => word.length > 3));
  for (const [token, name, forms] of data.concepts) {
    for (const text of forms.split("|")) {
      if (/[가-힣々一-鿿ァ-ヺーぁ-ん]/u.test(text)) {
        const folded = fold(text).replace(/\s/g, "");
        add(native, folded[0], folded, { text: folded }, token, name);
        continue;
      }
      const found = latinWords(text, english);
      const stems = found.map(({ stem }) => stem);
      if (stems.length) add(latin, stems[0], stems.join(" "), { text: stems.join(" "), stems }, token, name);
      for (const { word } of found) if (word.length > 3) correct.add(word);
    }
  }
  const longestFirst = (one, other) => other.text.length - one.text.length;
  for (const forms of [...latin.values(), ...native.values()]) forms.sort(longestFirst);
  const stems = new Set([...correct, ...words].map((word) => latinWords(word, english)[0]?.stem));
  return {
    english,
    latin,
    native,
    knownNative: data.native,
    bare: endings(data.korean),
    knows: ({ word, stem }) => words.has(word) || stems.has(stem),
    indexed: (word) => words.has(word),
    nearest: (word) => nearest(word, correct),
    pages: pagesOf(data),
  };
}

function add(map, key, whole, form, token, name) {
  if (!map.has(key)) map.set(key, []);
  const known = map.get(key).find(({ text }) => text === whole);
  if (known) known.tokens.push(token);
  else map.get(key).push({ ...form, tokens: [token], name });
}

// Each word gives the number of letters it shares with the one before, and the rest.
function unfolded(packed) {
  let before = "";
  return packed.split(" ").map((word) => (before = before.slice(0, parseInt(word[0], 36)) + word.slice(1)));
}

function endings(listed) {
  const all = listed.split(" ").map(fold);
  const after = (text) => {
    const word = text.match(/^[가-힣]+/)?.[0] ?? "";
    return all.includes(word) ? word.length : 0;
  };
  const word = (text) => {
    const ending = all.find((one) => text.length - one.length > 1 && text.endsWith(one));
    return ending ? text.slice(0, -ending.length) : text;
  };
  return { after, word };
}

// The word that fewest slips of the pen lead to; the first letter is hardly ever wrong.
function nearest(typed, words) {
  if (typed.length < 4 || /\d/.test(typed)) return "";
  const allowed = typed.length < 6 ? 1 : 2;
  let best = "";
  let least = allowed + 0.6;
  for (const word of words) {
    if (Math.abs(word.length - typed.length) > allowed) continue;
    const cost = slips(typed, word, allowed) + (word[0] === typed[0] ? 0 : 0.5) + (word.length === typed.length ? 0 : 0.1);
    if (cost < least) [best, least] = [word, cost];
  }
  return best;
}

// Damerau's distance: letters left out, put in, changed or swapped with their neighbour.
function slips(one, other, allowed) {
  let [before, previous] = [[], Array.from({ length: other.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > allowed) return allowed + 1;
    [before, previous] = [previous, row];
  }
  return previous[other.length];
}

// Columns become rows. `days` are ISO days or "from/to"; `dates` are words where days say too much.
function pagesOf({ pages, types, kinds, labels, threads, actors, dates, paths, titles, answers }) {
  const list = (column, names) => (at) => (column?.[at] ? column[at].split(",").map((n) => names[parseInt(n, 36)]) : []);
  const columns = { threads: list(pages.threads, threads), actors: list(pages.actors, actors) };
  return pages.ids.map((id, at) => {
    const [day, until = day] = (pages.days[at] ?? "").split("/");
    const [kind = "", tone = ""] = kinds[pages.kinds[at]] ?? [];
    return {
      at, id, path: paths?.[at] ?? "", title: titles?.[at] ?? "", type: types[pages.types[at]], day, until, kind, tone,
      date: dates[at] ?? "", label: labels[pages.labels[at]] ?? "", threads: columns.threads(at),
      actors: columns.actors(at), answers: answers[at] ?? [],
    };
  });
}
