// The query page: Ctrl-Enter runs, and a fault that was found is selected.
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

if (text.dataset.line) {
  const lines = text.value.split("\n");
  const before = lines.slice(0, Number(text.dataset.line) - 1);
  const start = before.reduce((sum, line) => sum + line.length + 1, 0);
  const place = start + Number(text.dataset.column) - 1;
  text.focus();
  text.setSelectionRange(place, place + 1);
}
