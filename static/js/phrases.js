"use strict";

// The phrases of the clinic, expanded in a note while it is typed (note.js).
const phrases = (() => {
  const known = {};
  const note = document.getElementById("note");
  if (!note) return null;
  fetch(note.dataset.phrases)
    .then((answer) => (answer.ok && !answer.redirected ? answer.json() : {}))
    .then((found) => Object.assign(known, found))
    .catch(() => {});

  return {
    // ".htn" and a space or a line's end become the phrase.
    expand(area) {
      const before = area.value.slice(0, area.selectionStart);
      const word = before.match(/(^|\s)\.([a-z0-9]{2,20})([ \n])$/);
      if (!word || !known[word[2]]) return;
      const start = before.length - word[2].length - 2;
      area.setRangeText(known[word[2]] + word[3], start, before.length, "end");
    },
  };
})();
