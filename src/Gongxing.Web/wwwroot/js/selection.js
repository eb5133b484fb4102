// Words selected in one paragraph can be commented at once: <p data-selection="address"><a></a> <q></q></p> and <p data-paragraph data-start>.
"use strict";

const offer = document.querySelector("[data-selection]");
if (offer) {
  const shown = 30;
  const link = offer.querySelector("a");
  const quote = offer.querySelector("q");

  // Numbers of comments stand in the text and are no part of it.
  const lengthOf = (range) => {
    const part = range.cloneContents();
    for (const number of part.querySelectorAll("a")) {
      number.remove();
    }
    return part.textContent.length;
  };
  const paragraphOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest("[data-paragraph]");

  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const paragraph = range && paragraphOf(range.startContainer);
    if (!paragraph || paragraph !== paragraphOf(range.endContainer)) {
      offer.hidden = true;
      return;
    }
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const start = Number(paragraph.dataset.start) + lengthOf(before);
    const length = lengthOf(range);
    const words = selection.toString();
    quote.textContent = words.length > shown ? `${words.slice(0, shown)}…` : words;
    link.href = `${offer.dataset.selection}?paragraph=${paragraph.dataset.paragraph}&start=${start}&length=${length}`;
    offer.hidden = length === 0;
  });
}
