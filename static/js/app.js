"use strict";

// Keys: "/" finds a patient, "g t" goes to today, "?" lists the keys. Off inside fields, and off altogether by choice.
(() => {
  const find = document.getElementById("find");
  const results = document.getElementById("find-results");
  const keys = document.getElementById("keys");
  const off = document.getElementById("keys-off");
  const stored = "emr-keys-off";
  let lastKey = "";

  const typing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

  const actions = {
    "/": () => find && find.focus(),
    "?": () => keys && keys.showModal(),
    gt: () => {
      const today = document.querySelector('.rail a[href="/board/"]');
      if (today) today.click();
    },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (localStorage.getItem(stored) === "1" && event.key !== "?") return;
    const action = actions[lastKey + event.key] || actions[event.key];
    lastKey = event.key;
    if (action) {
      event.preventDefault();
      action();
    }
  });

  if (keys) {
    off.checked = localStorage.getItem(stored) === "1";
    off.addEventListener("change", () => localStorage.setItem(stored, off.checked ? "1" : "0"));
    document.getElementById("keys-close").addEventListener("click", () => keys.close());
  }

  // The search's answers: arrows walk through them, Escape puts them away.
  if (find && results) {
    const links = () => [...results.querySelectorAll("a")];
    const walk = (step) => {
      const all = links();
      const next = all.indexOf(document.activeElement) + step;
      if (next < 0) find.focus();
      else if (all[next]) all[next].focus();
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
  }

  // Menus close when the person goes elsewhere.
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.who-am-i[open], details.drawer[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });

  // After a refused form the summary of what is wrong is read first.
  const errors = document.querySelector("[data-focus]");
  if (errors) errors.focus();
})();
