"use strict";

// The note is saved two seconds after the last key, and when a part is left. What is not saved yet is kept in this
// browser, under the name of whoever typed it, until the server has it: a lost connection, an ended session or a closed
// tab loses no word.
(() => {
  const PAUSE = 2000; // milliseconds after the last key
  const RETRY = 4000;
  const LOOK = 5000;
  const form = () => document.getElementById("note");
  if (!form()) return;
  const key = form().dataset.key;
  let etag = form().dataset.etag;
  let timer = 0;
  let sending = null;
  let unsavedSince = null;

  const parts = () => [...form().querySelectorAll("[data-section]")];
  const box = (part) => part.querySelector("textarea");
  const seen = (part) => part.querySelector("input[type=hidden]");
  const clock = (date) => date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const plain = (text) => text.replace(/\s+$/, "");
  // What the server is known to hold, by section: set when a part is first seen, and after each answer.
  const held = new Map();
  const isDirty = (part) => plain(box(part).value) !== plain(held.get(part.dataset.section) ?? "");
  const dirty = () => parts().filter((part) => isDirty(part) && part.querySelector("[data-theirs]").hidden);

  const store = {
    read() {
      try {
        return JSON.parse(localStorage.getItem(key)) || {};
      } catch {
        return {};
      }
    },
    // The words, and the version they were typed over; taken away as soon as nothing is unsaved.
    keep() {
      const words = {};
      for (const part of parts()) {
        if (isDirty(part)) words[part.dataset.section] = { body: box(part).value, version: seen(part).value };
      }
      try {
        if (Object.keys(words).length) localStorage.setItem(key, JSON.stringify(words));
        else localStorage.removeItem(key);
      } catch {
        // Without storage the words are in the page alone, which asks before it is left.
      }
    },
  };

  const say = (text) => {
    const state = document.getElementById("save-state");
    if (state.textContent !== text) state.textContent = text;
  };
  const warn = (text) => {
    const bar = document.getElementById("not-saved");
    if (bar.textContent !== text) bar.textContent = text;
    bar.hidden = text === "";
  };
  const failed = (why) => {
    unsavedSince ??= new Date();
    warn(`Not saved since ${clock(unsavedSince)}. ${why}`);
    say("");
    schedule(RETRY);
  };
  const signIn = () => {
    failed("You are signed out; what you typed is kept in this browser. ");
    const link = document.createElement("a");
    link.href = `/sign-in/?next=${encodeURIComponent(location.pathname)}`;
    link.textContent = "Sign in and go on";
    document.getElementById("not-saved").append(link);
  };

  const versions = () => {
    const said = parts().filter((part) => Number(seen(part).value));
    const words = said.map((part) => `${part.dataset.section}:${seen(part).value}`).sort();
    for (const input of document.querySelectorAll("#note-versions, [data-versions]")) input.value = words.join(",");
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
    store.keep();
    if (dirty().length) return schedule(PAUSE);
    unsavedSince = null;
    warn("");
    if (!answer.conflicts || !Object.keys(answer.conflicts).length) say(`Saved ${clock(new Date())}`);
  };

  const body = (changed) => {
    const data = new URLSearchParams();
    data.set("csrfmiddlewaretoken", form().querySelector("[name=csrfmiddlewaretoken]").value);
    data.set("patient_id", form().querySelector("[name=patient_id]").value);
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
    if (!changed.length) return;
    sending = new Map(changed.map((part) => [part.dataset.section, box(part).value]));
    try {
      const headers = { Accept: "application/json" };
      const answer = await fetch(form().action, { method: "POST", body: body(changed), headers, keepalive: leaving });
      if (answer.redirected || answer.status === 403) return signIn();
      if (!answer.headers.get("Content-Type")?.includes("json")) return failed("The clinic's system did not take it.");
      const said = await answer.json();
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

  const phrases = {};
  fetch(form().dataset.phrases)
    .then((answer) => (answer.ok && !answer.redirected ? answer.json() : {}))
    .then((found) => Object.assign(phrases, found))
    .catch(() => {});
  // ".htn" and a space or a line's end become the phrase.
  const expand = (area) => {
    const before = area.value.slice(0, area.selectionStart);
    const word = before.match(/(^|\s)\.([a-z0-9]{2,20})([ \n])$/);
    if (!word || !phrases[word[2]]) return;
    const start = before.length - word[2].length - 2;
    area.setRangeText(phrases[word[2]] + word[3], start, before.length, "end");
  };

  const begin = () => {
    const kept = store.read();
    for (const part of parts()) {
      const name = part.dataset.section;
      held.set(name, part.querySelector("[data-theirs]").hidden ? box(part).value : "");
      if (kept[name] && plain(kept[name].body) !== plain(box(part).value) && !box(part).readOnly) {
        // The version goes along: had somebody else saved since, the server answers with both texts.
        box(part).value = kept[name].body;
        seen(part).value = kept[name].version;
      }
    }
    versions();
    if (dirty().length) {
      say("Words that were not saved are back.");
      schedule(0);
    } else store.keep();
  };

  document.addEventListener("input", (event) => {
    if (!event.target.closest("#note textarea")) return;
    expand(event.target);
    store.keep();
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
    store.keep();
    save();
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || !form()) return;
    if (event.key === "s") save();
    else if (event.key === "Enter") document.getElementById("sign-open")?.click();
    else return;
    event.preventDefault();
  });
  // A button of the note (template, carry forward, read) brings the note back as it is stored, typed words included.
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id === "note" && form()) begin();
  });
  window.addEventListener("online", () => save());
  window.addEventListener("pagehide", () => save({ leaving: true }));
  window.addEventListener("beforeunload", (event) => {
    if (form() && dirty().length) event.preventDefault();
  });

  // What somebody else saves comes in where nothing of one's own is unsaved; focus, scroll and text stay.
  const look = async () => {
    if (!form() || sending || document.hidden) return;
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
    if (state.signed) say("This note is signed. Load the page again.");
  };
  setInterval(look, LOOK);

  // Signing asks once, with everything saved first.
  document.addEventListener("click", async (event) => {
    const opener = event.target.closest("#sign-open");
    const dialog = document.getElementById("sign-dialog");
    if (event.target.closest("[data-close]")) dialog?.close();
    if (!opener || !dialog) return;
    event.preventDefault();
    await save();
    await save(); // what was typed while the first was on its way
    if (dirty().length || unsavedSince) return;
    versions();
    dialog.showModal();
    dialog.querySelector("button.btn-primary").focus();
  });

  begin();
})();
