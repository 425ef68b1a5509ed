"use strict";

// The day is longer than the screen: it opens at what happens now, with the last half hour in sight.
(() => {
  const board = document.querySelector(".b-scroll");
  const now = board && board.querySelector(".now-tag");
  if (!now || location.hash) return;
  const head = board.querySelector(".b-head").offsetHeight;
  board.scrollTop = now.offsetTop - head - 52;
})();

// The board renews itself, and is sent anew only when it looks different. What changed is told once, in words.
(() => {
  const board = document.getElementById("board");
  const news = document.getElementById("board-news");
  if (!board) return;
  const MOST = 3;

  const states = () =>
    new Map([...board.querySelectorAll("[data-state]")].map((card) => [card.id, card.dataset.state]));
  const who = (card) => card.querySelector(".who").textContent;

  // What puts a renewed board in place without moving focus or scroll: first needed 20 seconds after the page.
  const morph = document.createElement("script");
  morph.src = board.dataset.morph;
  document.head.append(morph);

  let before = states();
  board.addEventListener("htmx:configRequest", (event) => {
    if (event.target === board) event.detail.headers["If-None-Match"] = board.dataset.etag;
  });
  board.addEventListener("htmx:afterRequest", (event) => {
    const etag = event.detail.xhr.getResponseHeader("ETag");
    if (event.target === board && etag) board.dataset.etag = etag;
  });
  board.addEventListener("htmx:afterSettle", () => {
    const after = states();
    const changed = [...after].filter(([id, state]) => before.get(id) !== state);
    const gone = [...before.keys()].filter((id) => !after.has(id)).length;
    const words = changed.slice(0, MOST).map(([id, state]) => `${who(document.getElementById(id))}: ${state}`);
    if (changed.length > MOST) words.push(`${changed.length - MOST} more changed`);
    if (gone) words.push(gone === 1 ? "one is no longer on this board" : `${gone} are no longer on this board`);
    if (words.length) news.textContent = `${words.join(". ")}.`;
    before = after;
  });

  // Minutes go on between two looks at the server.
  setInterval(() => {
    for (const each of document.querySelectorAll("[data-since]")) {
      each.textContent = Math.max(0, Math.floor((Date.now() - Date.parse(each.dataset.since)) / 60000));
    }
  }, 20000);
})();
