// The query page: Ctrl-Enter runs, Stop stops, and a fault that was found is selected.
"use strict";

const text = document.getElementById("query");

text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    text.form.requestSubmit();
  }
});

// An address can be kept and sent to others, but has its limit.
text.form.addEventListener("submit", () => {
  text.form.method = encodeURIComponent(text.value).length > 7000 ? "post" : "get";
});

// While a query runs it can be stopped; its id goes with the form.
const stop = document.getElementById("stop");

text.form.addEventListener("formdata", (event) => {
  const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0")
  ).join("");
  event.formData.set("query-id", id);
  stop.hidden = false;
  stop.onclick = () => fetch(`/queries/${id}`, { method: "DELETE" });
});

window.addEventListener("pageshow", () => {
  stop.hidden = true;
});

if (text.dataset.line) {
  const lines = text.value.split("\n");
  const before = lines.slice(0, Number(text.dataset.line) - 1);
  const start = before.reduce((sum, line) => sum + line.length + 1, 0);
  const place = start + Number(text.dataset.column) - 1;
  text.focus();
  text.setSelectionRange(place, place + 1);
}
