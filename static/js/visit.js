"use strict";

// The lists of the visit's page renew themselves when somebody else has changed them; what changed is told once.
(() => {
  const asking = document.getElementById("visit-lists");
  const news = document.getElementById("visit-news");
  if (!asking) return;
  const boxes = () => [...document.querySelectorAll("[data-name]")];
  const texts = () => new Map(boxes().map((box) => [box.id, box.textContent]));
  let etag = asking.dataset.etag;
  let before = texts();
  asking.addEventListener("htmx:configRequest", (event) => {
    if (etag) event.detail.headers["If-None-Match"] = etag;
  });
  asking.addEventListener("htmx:beforeRequest", () => {
    before = texts();
  });
  asking.addEventListener("htmx:afterRequest", (event) => {
    etag = event.detail.xhr.getResponseHeader("ETag") || etag;
    const changed = boxes().filter((box) => before.get(box.id) !== box.textContent);
    if (changed.length) news.textContent = `${changed.map((box) => box.dataset.name).join(", ")}: changed.`;
  });
})();
