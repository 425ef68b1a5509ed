"use strict";

const firstField = (box) =>
  [...box.querySelectorAll("input, textarea, select")].find((each) => each.type !== "hidden" && !each.disabled);

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

// On a narrow page what is known is folded, so that writing comes first.
(() => {
  const known = document.querySelector(".known");
  const narrow = window.matchMedia("(max-width: 1180px)");
  const fold = () => {
    known.open = !narrow.matches;
  };
  if (!known) return;
  fold();
  narrow.addEventListener("change", fold);
})();

// A box that is drawn anew gives the focus back: to the field that had it, to what is wrong, or to its first field.
(() => {
  let lost = null;
  const usualPlace = (box) => firstField(box.querySelector("form.compact") || box);
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { target, requestConfig } = event.detail;
    const active = document.activeElement;
    // A button that was pressed by a finger or a mouse has the focus in some browsers only.
    const held = target.contains(active) || (active === document.body && requestConfig.elt.matches("form"));
    if (!held || !target.id || !event.detail.shouldSwap) return;
    lost = { box: target.id, name: active.matches("input, textarea") ? active.name : "" };
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (!lost || event.detail.target.id !== lost.box) return;
    const box = document.getElementById(lost.box);
    const before = lost.name && box?.querySelector(`:is(input:not([type="hidden"]), textarea)[name="${lost.name}"]`);
    lost = null;
    if (!box || (document.activeElement !== document.body && !box.contains(document.activeElement))) return;
    const unsent = before?.value ? before : null;
    (box.querySelector("[aria-invalid]") || unsent || usualPlace(box))?.focus();
  });
})();

// Ctrl+S and Ctrl+Enter mean the form in which one types; elsewhere the note.
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || !["s", "Enter"].includes(event.key)) return;
  if (document.querySelector("dialog[open]")) return event.preventDefault();
  const form = keptForms.focused();
  if (!form && !visitNote) return;
  event.preventDefault();
  if (form) form.requestSubmit();
  else if (event.key === "s") visitNote.save();
  else document.getElementById("sign-open")?.click();
});

// What is found while a name is typed is walked through with the arrows; a medicine fills the form with its usual dose.
(() => {
  document.addEventListener("keydown", (event) => {
    const finder = event.target.closest("[data-finder]");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!finder || !step) return;
    const stops = [firstField(finder), ...finder.querySelectorAll(".options button")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  document.addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-fill]");
    if (!chosen) return;
    const { form } = chosen;
    for (const name of ["medication", "dosage", "instructions"]) form.elements[name].value = chosen.dataset[name];
    chosen.closest(".options").replaceChildren();
    form.elements.dosage.dispatchEvent(new Event("input", { bubbles: true }));
    form.elements.dosage.focus();
  });
})();
