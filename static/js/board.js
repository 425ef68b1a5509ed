"use strict";

// The day is longer than the screen: it opens at what happens now, with the last half hour in sight.
(() => {
  const board = document.querySelector(".b-scroll");
  const now = board && board.querySelector(".now-tag");
  if (!now || location.hash) return;
  const head = board.querySelector(".b-head").offsetHeight;
  board.scrollTop = now.offsetTop - head - 52;
})();

// A week is wider than a phone: today is in sight.
(() => {
  const today = document.querySelector("th.today");
  const table = today?.closest(".scroll-x");
  if (table) table.scrollLeft = today.offsetLeft - table.querySelector("th").offsetWidth;
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

// Keys: the arrows go from card to card and to the next provider's, "b" to the first time that can be booked. One card
// at a time is a stop of the Tab key, so that the whole board is one stop and not hundreds.
(() => {
  const board = document.getElementById("board");
  if (!board) return;
  const lanes = () => [...board.querySelectorAll(".lane")];
  const links = (lane) => [...lane.querySelectorAll("a")];
  let current = "";

  const rove = () => {
    const all = lanes().flatMap(links);
    const stop = all.find((link) => link.parentElement.id === current) || all[0];
    for (const link of all) link.tabIndex = link === stop ? 0 : -1;
  };
  const goTo = (link) => {
    if (!link) return;
    current = link.parentElement.id;
    rove();
    link.focus();
  };
  const top = (link) => link.getBoundingClientRect().top;
  const beside = (link, step) => {
    const all = lanes();
    for (let n = all.indexOf(link.closest(".lane")) + step; all[n]; n += step) {
      const near = links(all[n]).sort((a, b) => Math.abs(top(a) - top(link)) - Math.abs(top(b) - top(link)));
      if (near.length) return near[0];
    }
    return null;
  };
  const along = (link, step) => {
    const all = links(link.closest(".lane"));
    return all[all.indexOf(link) + step];
  };
  const ways = {
    ArrowDown: (link) => along(link, 1),
    ArrowUp: (link) => along(link, -1),
    ArrowRight: (link) => beside(link, 1),
    ArrowLeft: (link) => beside(link, -1),
  };

  board.addEventListener("keydown", (event) => {
    const link = event.target.closest(".lane a");
    if (!link || !ways[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    goTo(ways[event.key](link));
  });
  document.addEventListener("keydown", (event) => {
    const elsewhere = event.target.closest("input, textarea, select") || document.querySelector("dialog[open]");
    if (event.key !== "b" || keysChoice.off || elsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
    goTo([...board.querySelectorAll(".free")].sort((a, b) => top(a) - top(b))[0]);
  });
  board.addEventListener("focusin", (event) => {
    const link = event.target.closest(".lane a");
    if (link && link.parentElement.id !== current) {
      current = link.parentElement.id;
      rove();
    }
  });

  // When what had the focus is gone, the next one has it, or the heading of its part.
  let held = null;
  board.addEventListener("htmx:beforeSwap", () => {
    const item = document.activeElement?.closest("#board li[id]");
    const part = item?.closest("section");
    held = item && { id: item.id, next: item.nextElementSibling?.id, part: part?.id };
  });
  board.addEventListener("htmx:afterSettle", () => {
    rove();
    if (!held || document.activeElement !== document.body || document.getElementById(held.id)) return;
    const next = held.next && document.getElementById(held.next)?.querySelector("a, button");
    const heading = held.part && document.getElementById(held.part)?.querySelector("h2");
    if (!next && heading) heading.tabIndex = -1;
    (next || heading)?.focus();
  });
  rove();
})();
