// Copies addresses and citations, and hands a page to the system's own way of sharing. Buttons stay
// hidden where the browser can do neither; a claim's permalink leads to the claim all the same.

const SAID_FOR = 4000; // milliseconds

const status = document.querySelector("[data-copied]");
let fading;

function say(words) {
  status.textContent = words;
  clearTimeout(fading);
  fading = setTimeout(() => (status.textContent = ""), SAID_FOR);
}

async function copy(text, words) {
  try {
    await navigator.clipboard.writeText(text);
    say(words);
  } catch {
    say("The browser did not allow copying.");
  }
}

function reveal(name, act) {
  for (const button of document.querySelectorAll(`[data-${name}]`)) {
    button.hidden = false;
    button.addEventListener("click", () => act(button.dataset));
  }
}

if (status && navigator.clipboard) {
  reveal("copy", (data) => copy(data.copy, "Copied"));
  for (const link of document.querySelectorAll("a[data-permalink]")) {
    link.addEventListener("click", () => copy(link.href, "Link to this claim copied"));
  }
}

if (navigator.share) {
  // A reader who closes the list of targets has chosen not to share; that is no fault.
  reveal("share", (data) => navigator.share({ title: data.title, url: data.share }).catch(() => {}));
}
