"use strict";

// The note is saved two seconds after the last key, and when a part is left. What is not saved yet is kept (keep.js).
const visitNote = (() => {
  const PAUSE = 2000; // milliseconds after the last key
  const RETRY = 4000;
  const LOOK = 5000;
  const form = () => document.getElementById("note");
  if (!form()) return null;
  let etag = form().dataset.etag;
  let timer = 0;
  let sending = null;
  let unsavedSince = null;
  let isSigned = false;

  const parts = () => [...form().querySelectorAll("[data-section]")];
  const box = (part) => part.querySelector("textarea");
  const seen = (part) => part.querySelector("input[type=hidden]");
  const clock = (date) => date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const plain = (text) => text.replace(/\s+$/, "");
  // What the server is known to hold, by section: set when a part is first seen, and after each answer.
  const held = new Map();
  const isDirty = (part) => plain(box(part).value) !== plain(held.get(part.dataset.section) ?? "");
  const dirty = () => parts().filter((part) => isDirty(part) && part.querySelector("[data-theirs]").hidden);

  // Each part by itself: two tabs of one person do not take each other's words away.
  const mine = new Map();
  const nameOf = (part) => `${form().dataset.words}/note/${part.dataset.section}`;
  const labelOf = (part) => part.querySelector("label").textContent;
  const keepPart = (part) => {
    const name = nameOf(part);
    if (isDirty(part)) {
      mine.set(name, box(part).value);
      // The version goes along: had somebody else saved since, the server answers with both texts.
      words.set(name, { label: labelOf(part), text: box(part).value, version: seen(part).value });
    } else if (words.get(name)?.text === mine.get(name)) words.remove(name);
  };
  const keep = () => parts().forEach(keepPart);

  const tell = (place, text) => {
    if (place.textContent !== text) place.textContent = text;
    return place;
  };
  const say = (text, { saved = false } = {}) =>
    tell(document.getElementById("save-state"), text).classList.toggle("saved", saved);
  const warn = (text) => tell(document.getElementById("not-saved"), text).toggleAttribute("hidden", text === "");
  const failed = (why) => {
    unsavedSince ??= new Date();
    warn(`Not saved since ${clock(unsavedSince)}. ${why}`);
    say("");
    schedule(RETRY);
  };
  const signIn = () => {
    failed("");
    signedOut();
  };
  // Nothing more can be saved here; on the page of the signed visit the words can become an addendum.
  const nowSigned = () => {
    clearTimeout(timer);
    if (isSigned) return;
    isSigned = true;
    for (const part of parts()) box(part).readOnly = true;
    keep();
    say("");
    warn("This note is signed. ");
    const link = document.createElement("a");
    link.href = location.pathname;
    link.textContent = dirty().length ? "Show the signed note and what you typed" : "Show the signed note";
    link.addEventListener("click", () => {
      words.leaving = true;
    });
    document.getElementById("not-saved").append(link);
  };

  const versions = () => {
    const said = parts().filter((part) => Number(seen(part).value));
    const seenNow = said.map((part) => `${part.dataset.section}:${seen(part).value}`).sort();
    document.getElementById("note-versions").value = seenNow.join(",");
  };

  const showTheirs = (part, theirs) => {
    const notice = part.querySelector("[data-theirs]");
    part.querySelector("[data-theirs-by]").textContent =
      `${theirs.by || "Somebody else"} has saved this at ${theirs.at}. Yours is in the box and not saved yet; nothing is lost.`;
    part.querySelector("[data-theirs-text]").textContent = theirs.body;
    part.querySelector("[data-theirs-choices]").hidden = false;
    notice.dataset.version = theirs.version;
    notice.hidden = false;
    say("Two texts: choose below the part what should stand.");
  };

  const take = (answer) => {
    for (const part of parts()) {
      const name = part.dataset.section;
      const theirs = answer.conflicts?.[name];
      if (theirs) showTheirs(part, theirs);
      else if (sending?.has(name)) {
        held.set(name, sending.get(name));
        if (answer.versions[name]) seen(part).value = answer.versions[name];
      }
    }
    versions();
    keep();
    if (dirty().length) return schedule(PAUSE);
    unsavedSince = null;
    document.getElementById("signed-out")?.remove();
    warn("");
    if (!answer.conflicts || !Object.keys(answer.conflicts).length) say(`Saved ${clock(new Date())}`, { saved: true });
  };

  const body = (changed) => {
    const data = new URLSearchParams();
    for (const name of ["csrfmiddlewaretoken", "patient_id"]) data.set(name, form().elements[name].value);
    for (const part of changed) {
      data.set(part.dataset.section, box(part).value);
      data.set(`${part.dataset.section}_version`, seen(part).value);
    }
    return data;
  };

  // One saving at a time; what is typed meanwhile goes with the next.
  let onItsWay = null;
  const save = ({ leaving = false } = {}) => {
    if (leaving) return send({ leaving });
    onItsWay ??= send({ leaving }).finally(() => {
      onItsWay = null;
    });
    return onItsWay;
  };
  const send = async ({ leaving }) => {
    clearTimeout(timer);
    const changed = dirty();
    if (!changed.length || isSigned) return;
    sending = new Map(changed.map((part) => [part.dataset.section, box(part).value]));
    try {
      const headers = { Accept: "application/json" };
      const answer = await fetch(form().action, { method: "POST", body: body(changed), headers, keepalive: leaving });
      if (answer.redirected || answer.status === 403) return signIn();
      if (!answer.headers.get("Content-Type")?.includes("json")) return failed("The clinic's system did not take it.");
      const said = await answer.json();
      if (said.signed) return nowSigned();
      if (said.errors) return failed(said.errors.join(" "));
      take(said);
    } catch {
      failed("No answer from the clinic's system; what you typed is kept in this browser and sent again.");
    } finally {
      sending = null;
    }
  };
  const schedule = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  };

  const begin = () => {
    for (const part of parts()) {
      const kept = words.get(nameOf(part));
      held.set(part.dataset.section, part.querySelector("[data-theirs]").hidden ? box(part).value : "");
      if (!kept || box(part).readOnly) continue;
      mine.set(nameOf(part), kept.text);
      if (plain(kept.text) === plain(box(part).value)) continue;
      box(part).value = kept.text;
      seen(part).value = kept.version;
    }
    versions();
    if (dirty().length) {
      say("Words that were not saved are back.");
      schedule(0);
    } else keep();
  };

  document.addEventListener("input", (event) => {
    if (!event.target.closest("#note textarea")) return;
    phrases.expand(event.target);
    keep();
    say("Not saved yet");
    schedule(PAUSE);
  });
  document.addEventListener("focusout", (event) => {
    if (event.target.closest("#note textarea")) save();
  });
  document.addEventListener("click", (event) => {
    const choice = event.target.closest("[data-choice]")?.dataset.choice;
    if (!choice) return;
    const part = event.target.closest("[data-section]");
    const notice = part.querySelector("[data-theirs]");
    const theirs = part.querySelector("[data-theirs-text]").textContent;
    held.set(part.dataset.section, theirs);
    if (choice === "both") box(part).value = `${theirs}\n\n${box(part).value}`;
    if (choice === "theirs") box(part).value = theirs;
    seen(part).value = notice.dataset.version;
    notice.hidden = true;
    box(part).focus();
    versions();
    keep();
    save();
  });
  // A button of the note (template, carry forward, read) brings the note back as it is stored, typed words included;
  // what was typed while it was on its way is still kept, and comes back over it.
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    const { xhr, requestConfig } = event.detail;
    if (xhr.status >= 300 || requestConfig.elt.closest("#note") === null) return;
    const sent = (part) => plain(box(part).value) === plain(requestConfig.formData.get(part.dataset.section) ?? "");
    for (const part of parts().filter(sent)) words.remove(nameOf(part));
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id === "note" && form()) begin();
  });
  window.addEventListener("online", () => save());
  window.addEventListener("pagehide", () => save({ leaving: true }));
  window.addEventListener("beforeunload", (event) => {
    if (!words.leaving && form() && dirty().length) event.preventDefault();
  });

  // What somebody else saves comes in where nothing of one's own is unsaved; focus, scroll and text stay.
  const look = async () => {
    if (!form() || sending || isSigned || document.hidden || document.querySelector("dialog[open]")) return;
    const headers = { "X-Background": "1", "If-None-Match": etag };
    const answer = await fetch(form().dataset.state, { headers }).catch(() => null);
    if (!answer || answer.redirected || answer.status !== 200) return;
    etag = answer.headers.get("ETag");
    const state = await answer.json();
    for (const part of parts()) {
      const now = state.sections[part.dataset.section];
      if (now.version <= Number(seen(part).value) || isDirty(part)) continue;
      const { selectionStart, selectionEnd } = box(part);
      held.set(part.dataset.section, now.body);
      box(part).value = now.body;
      seen(part).value = now.version;
      if (document.activeElement === box(part)) box(part).setSelectionRange(selectionStart, selectionEnd);
      part.querySelector("[data-by]").textContent = `${now.by}, ${now.at}`;
      say(`${now.by || "Somebody else"} has written here at ${now.at}.`);
    }
    versions();
    if (state.signed) nowSigned();
  };
  setInterval(look, LOOK);

  begin();
  return {
    // Saves what is typed, and what was typed meanwhile; whether all of it is saved then.
    async save() {
      await save();
      await save();
      return !dirty().length && !unsavedSince;
    },
    say,
  };
})();
