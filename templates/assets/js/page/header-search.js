// Leads to the search field with "/", and loads the search of the header when a reader turns to it,
// not before.

const form = document.querySelector("form[role=search]");
const field = form.elements.q;
let loading;

function load() {
  loading ??= import("./instant-search.js").then(
    ({ attach }) => attach(form),
    () => (loading = undefined),
  );
}

addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  if (key !== "/" || ctrlKey || metaKey || altKey || event.defaultPrevented) return;
  if (target.closest?.("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  field.focus();
  field.select();
});

// A page whose own matter is a search form has none in its header, and shows no list.
if (form.dataset.catalogue) {
  field.addEventListener("focus", load);
  if (document.activeElement === field) load();
}
