// Keeps what a form's fields hold in the address of the page, so that it can be sent to others and
// the browser's back and forward lead through it.

const isDay = (text) => {
  const day = new Date(text);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
};

export function keepInAddress(form, clear, show) {
  const fields = [...form.elements].filter((field) => field.name);
  let typing = null; // the field in which every stroke would otherwise be a step to go back

  function read() {
    const asked = new URL(location.href).searchParams;
    for (const field of fields) {
      const value = asked.get(field.name) ?? "";
      field.value = field.type === "date" && !isDay(value) ? "" : value;
      if (field.selectedIndex === -1) field.value = ""; // no such choice
    }
    typing = null;
    show();
  }

  function write(field) {
    const address = new URL(form.action);
    for (const { name, value } of fields) if (value) address.searchParams.set(name, value);
    if (address.href !== location.href) {
      if (field && field === typing) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
    }
    typing = field?.options ? null : field;
    show();
  }

  form.addEventListener("input", (event) => write(event.target));
  form.addEventListener("submit", (event) => event.preventDefault());
  clear.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    for (const field of fields) field.value = "";
    write(null);
    fields[0].focus();
  });
  addEventListener("popstate", read);
  form.querySelector("fieldset").disabled = false;
  read();
}
