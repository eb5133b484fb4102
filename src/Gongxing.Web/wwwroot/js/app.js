// Everything works without this file; it only saves steps. ES2019, for Chromium 86 and older.
"use strict";

// Ask before an act that cannot be taken back: <form data-confirm="…"> or <button data-confirm="…">.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  const question = (button && button.dataset.confirm) || event.target.dataset.confirm;
  if (question && !window.confirm(question)) {
    event.preventDefault();
  }
});

// Warn before what was typed is lost: <form data-unsaved>.
let unsaved = false;
document.addEventListener("input", (event) => {
  if (event.target.form && "unsaved" in event.target.form.dataset) {
    unsaved = true;
  }
});
document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) {
    unsaved = false;
  }
});
window.addEventListener("beforeunload", (event) => {
  if (unsaved) {
    event.preventDefault();
    event.returnValue = "";
  }
});

// Name the files that were dropped: <label class="drop"><input type="file"><output></output></label>.
for (const zone of document.querySelectorAll(".drop")) {
  const input = zone.querySelector("input[type=file]");
  const output = zone.querySelector("output");
  const mark = (over) => zone.classList.toggle("over", over);
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    mark(true);
  });
  zone.addEventListener("dragleave", () => mark(false));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    mark(false);
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  input.addEventListener("change", () => {
    if (output) {
      output.textContent = Array.from(input.files, (file) => file.name).join("  ·  ");
    }
  });
}

// A number in the text leads to its note; one that is folded away is unfolded instead of fetched.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href*='#']");
  const target = link && link.pathname === location.pathname && document.getElementById(link.hash.slice(1));
  const fold = target && target.closest("details:not([open])");
  if (fold) {
    fold.open = true;
    event.preventDefault();
    location.hash = link.hash;
  }
});

// J and K go from question to question, as long as one of them or its note has the focus.
const marks = Array.from(document.querySelectorAll(".asked a[id^=m]"));
document.addEventListener("keydown", (event) => {
  const step = { j: 1, k: -1 }[event.key];
  const at = event.target.closest(".asked a[id^=m], .question");
  if (!step || !at || event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, textarea, select")) {
    return;
  }
  const here = marks.findIndex((mark) => mark === at || mark.hash === `#${at.id}`);
  const next = marks[here + step];
  if (next) {
    next.focus();
    next.scrollIntoView({ block: "center" });
    const note = document.getElementById(next.hash.slice(1));
    if (note) {
      note.scrollIntoView({ block: "nearest" });
    }
  }
});

// The summary of errors is what is to be read first.
const summary = document.querySelector(".summary");
if (summary) {
  summary.focus();
}
