// Knows what a reader's query asks for: phrases in quotation marks, and words without those that
// only make it a question.

const STOP_WORDS = new Set(
  `a about after again all also am an and any are as at be been before being between but by can could
  did do does done during ever for from get give had happen happened has have he her him his how i if
  in into is it its me mean means my not of off on one or our out over say says she should so some
  such tell than that the their them then there these they this those to under until up us was we
  were what when where whether which while who whom whose why will with would you your`.split(/\s+/),
);

// The same word in quotation marks of any kind: "…", “…”, „…“, «…», 「…」.
const PHRASE = /["“”„«「]([^"“”„«»「」]+)["“”«»」]/gu;

export function wordsOf(query) {
  const phrases = [];
  const rest = query.normalize("NFC").replace(PHRASE, (_, phrase) => {
    phrases.push(phrase.trim());
    return " ";
  });
  const typed = rest
    .toLowerCase()
    .split(/[^\p{L}\p{N}.'’-]+/u)
    .map((word) => word.replace(/^[.'’-]+|[.'’-]+$|['’]s$/gu, ""))
    .filter(Boolean);
  const telling = typed.filter((word) => !STOP_WORDS.has(word));
  const words = [...new Set(telling.length || phrases.length ? telling : typed)];
  return { phrases: phrases.filter(Boolean), words };
}

// A pattern for a phrase within plain text. Latin letters end where the word ends; in Korean a
// particle may follow.
export function exactly(phrase) {
  const text = plain(phrase).replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  return new RegExp(`(?<![\\p{Script=Latin}\\d])${text}(?![\\p{Script=Latin}\\d])`, "u");
}

// Text as it is compared: without case, kinds of apostrophes and dashes, and lengths of spaces.
export function plain(text) {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/['‘’]/g, "’")
    .replace(/[‐‑–—-]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}
