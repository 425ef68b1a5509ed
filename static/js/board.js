"use strict";

// The day is longer than the screen: it opens at what happens now, with the last half hour in sight.
(() => {
  const board = document.querySelector(".b-scroll");
  const now = board && board.querySelector(".now-tag");
  if (!now || location.hash) return;
  const head = board.querySelector(".b-head").offsetHeight;
  board.scrollTop = now.offsetTop - head - 52;
})();
