"use strict";

// Single-letter keys can be turned off; the choice stays in this browser. Without storage they stay on.
const keysChoice = {
  name: "emr-keys-off",
  get off() {
    try {
      return localStorage.getItem(this.name) === "1";
    } catch {
      return false;
    }
  },
  set off(value) {
    try {
      localStorage.setItem(this.name, value ? "1" : "0");
    } catch {
      // A browser that stores nothing asks again next time.
    }
  },
};

// Keys: "/" finds a patient, "g t" goes to today, "?" lists the keys; a part of a page names its own with data-hotkey.
// Off inside fields, which Escape leaves, and off altogether by choice.
(() => {
  const find = document.getElementById("find");
  const dialog = document.getElementById("keys");
  const choice = document.getElementById("keys-off");
  const today = document.querySelector('[data-place="reception:board"]');
  const opener = document.getElementById("keys-open");
  let lastKey = "";

  const typing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;
  const actions = {
    "/": find && (() => find.focus()),
    "?": dialog && (() => dialog.showModal()),
    gt: today && (() => today.click()),
  };

  // To the first field of a part that is named so; a link or a button is pressed.
  const goTo = (key) => {
    const place = /^[a-z]$/.test(key) && document.querySelector(`[data-hotkey="${key}"]`);
    if (!place) return null;
    if (place.matches("a, button")) return () => place.click();
    const field = [...place.querySelectorAll("input, textarea, select")].find((each) => each.type !== "hidden");
    return field ? () => field.focus() : null;
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && typing(event.target) && event.target !== find) event.target.blur();
    if (keysChoice.off || typing(event.target) || document.querySelector("dialog[open]")) {
      lastKey = "";
      return;
    }
    const action = actions[lastKey + event.key] || actions[event.key] || goTo(event.key);
    if (event.key !== "Shift") lastKey = event.key;
    if (action) {
      event.preventDefault();
      action();
    }
  });

  if (dialog) {
    choice.checked = keysChoice.off;
    choice.addEventListener("change", () => {
      keysChoice.off = choice.checked;
    });
  }
  if (dialog && opener) {
    opener.hidden = false;
    opener.addEventListener("click", () => dialog.showModal());
  }
})();

// The search's answers: arrows walk through them, Escape puts them away.
(() => {
  const find = document.getElementById("find");
  const results = document.getElementById("find-results");
  if (!find || !results) return;

  const walk = (step) => {
    const links = [...results.querySelectorAll("a")];
    const next = links.indexOf(document.activeElement) + step;
    if (next < 0) find.focus();
    else if (links[next]) links[next].focus();
  };
  find.form.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") walk(1);
    else if (event.key === "ArrowUp") walk(-1);
    else if (event.key === "Escape") {
      results.replaceChildren();
      find.focus();
    } else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (!find.form.contains(event.target)) results.replaceChildren();
  });
})();

// Menus close when the person goes elsewhere, and at Escape, which gives the focus back to what opened them.
(() => {
  const open = () => document.querySelectorAll("details.who-am-i[open], details.drawer[open]");
  document.addEventListener("click", (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      const held = menu.contains(document.activeElement);
      menu.open = false;
      if (held) menu.querySelector("summary").focus();
    }
  });
})();

// A form that is on its way is not sent twice. The button stays enabled, so that its name and value travel too;
// the server knows a repeated form by its key in any case.
(() => {
  const patience = 10000; // milliseconds until a form that got no answer may be sent again
  const release = (form) => {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const method = event.submitter?.formMethod || form.method;
    if (event.defaultPrevented || method !== "post") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    form.setAttribute("aria-busy", "true");
    setTimeout(() => release(form), patience);
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) release(form);
  });
})();

// What the page asks for by itself and does not get is said, once, and goes when the next answer comes.
(() => {
  const notes = document.getElementById("connection");
  if (!notes) return;
  const say = (text) => {
    if (notes.textContent !== text) notes.textContent = text;
    notes.hidden = text === "";
  };
  document.addEventListener("htmx:sendError", () => say("No answer from the clinic's system. What you see may be out of date."));
  document.addEventListener("htmx:responseError", () => say("The last step did not work. Load the page again to see what is saved."));
  document.addEventListener("htmx:afterOnLoad", (event) => {
    if (event.detail.xhr.status < 400) say("");
  });
})();

// After a refused form the summary of what is wrong is read first, once; also in a part of the page that has come anew.
(() => {
  const read = () => {
    const summary = document.querySelector("[data-focus]");
    if (!summary) return;
    delete summary.dataset.focus;
    summary.focus();
  };
  read();
  document.addEventListener("htmx:afterSettle", () => {
    const title = document.title.replace(/^Error: /, "");
    document.title = document.getElementById("errors-title") ? `Error: ${title}` : title;
    read();
  });
})();

// On a small screen the tabs of a patient's page run off its edge: the one that is open is brought into sight.
(() => {
  const tabs = document.querySelector(".tabs");
  if (!tabs || tabs.scrollWidth <= tabs.clientWidth) return;
  tabs.querySelector("[aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
})();
