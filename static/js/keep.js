"use strict";

// What is typed and not sent yet stays in this browser, under the name of whoever typed it, until the server has it: a
// lost connection, an ended session or a closed tab loses no word. Keys: emr-words/<person>/<visit>/<box>/<which>.
const words = (() => {
  const ROOT = "emr-words/";
  const memory = new Map(); // for a browser that stores nothing
  const parsed = (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  };
  const names = () => {
    try {
      return [...new Set([...memory.keys(), ...Object.keys(localStorage)])];
    } catch {
      return [...memory.keys()];
    }
  };
  return {
    get(name) {
      try {
        return parsed(localStorage.getItem(ROOT + name) ?? memory.get(ROOT + name) ?? null);
      } catch {
        return parsed(memory.get(ROOT + name) ?? null);
      }
    },
    set(name, what) {
      const text = JSON.stringify({ ...what, at: Date.now() });
      try {
        localStorage.setItem(ROOT + name, text);
      } catch {
        memory.set(ROOT + name, text);
      }
    },
    remove(name) {
      memory.delete(ROOT + name);
      try {
        localStorage.removeItem(ROOT + name);
      } catch {
        // Nothing was stored.
      }
    },
    // [name, what] of all that is kept under this beginning, the newest first.
    under(beginning) {
      const found = names().filter((name) => name.startsWith(ROOT + beginning));
      const read = found.map((name) => [name.slice(ROOT.length), this.get(name.slice(ROOT.length))]);
      return read.filter(([, what]) => what).sort((a, b) => b[1].at - a[1].at);
    },
    // The page may be left without asking: all that is typed is kept, or sent.
    leaving: false,
  };
})();

// The page stays as it is when the session has ended, and says how to go on.
const signedOut = () => {
  if (document.getElementById("signed-out")) return;
  const bar = document.createElement("p");
  bar.id = "signed-out";
  bar.className = "note note-danger connection";
  bar.setAttribute("role", "alert");
  const link = document.createElement("a");
  link.href = `/sign-in/?next=${encodeURIComponent(location.pathname)}`;
  link.textContent = "Sign in and go on";
  link.addEventListener("click", () => {
    words.leaving = true;
  });
  bar.append("You are signed out; what you typed is kept in this browser. ", link);
  document.getElementById("connection").after(bar);
};

// The small forms marked data-keep begin empty: whatever stands in one is not sent yet.
const keptForms = (() => {
  const mine = new Set(); // what this page has typed or brought back
  const all = () => [...document.querySelectorAll("form[data-keep]")];
  const fields = (form) => [...form.elements].filter((each) => each.matches("input:not([type=hidden]), textarea"));
  const typed = (form) => fields(form).filter((each) => each.value.trim());
  const once = (form) => form.elements.idempotency_key;
  const nameOf = (form) => `${form.dataset.keep}/${once(form)?.value ?? ""}`;
  const textOf = (form) => typed(form).map((each) => `${each.labels[0]?.textContent.trim()}: ${each.value}`);

  const keep = (form) => {
    const values = Object.fromEntries(typed(form).map((each) => [each.name, each.value]));
    mine.add(nameOf(form));
    if (!Object.keys(values).length) return words.remove(nameOf(form));
    words.set(nameOf(form), { label: form.dataset.keepLabel, text: textOf(form).join("\n"), values });
  };
  // With the key of the form in which it was typed: had it arrived after all, it is not written twice.
  const restore = (form, isWanted) => {
    if (typed(form).length) return;
    const [name, what] = words.under(`${form.dataset.keep}/`).find(([each]) => isWanted(each)) ?? [];
    if (!name) return;
    for (const each of fields(form)) each.value = what.values[each.name] ?? "";
    const key = name.slice(form.dataset.keep.length + 1);
    if (key === "later") words.remove(name);
    else if (once(form)) once(form).value = key;
    keep(form);
  };
  // What was typed on while the form was on its way stays for the next.
  const sent = (form, data) => {
    words.remove(nameOf(form));
    const later = typed(form).filter((each) => each.value !== data.get(each.name));
    const values = Object.fromEntries(later.map((each) => [each.name, each.value]));
    if (!later.length) return;
    mine.add(`${form.dataset.keep}/later`);
    words.set(`${form.dataset.keep}/later`, { label: form.dataset.keepLabel, text: textOf(form).join("\n"), values });
  };

  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (form?.matches("[data-keep]")) keep(form);
  });
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    const { xhr, requestConfig } = event.detail;
    const elsewhere = xhr.getResponseHeader("HX-Redirect");
    if (elsewhere?.startsWith("/sign-in/")) {
      event.preventDefault();
      return signedOut();
    }
    if (xhr.status < 300 && requestConfig.elt.matches("form[data-keep]")) sent(requestConfig.elt, requestConfig.formData);
    if (elsewhere) words.leaving = true;
  });
  document.addEventListener("htmx:afterSwap", () => {
    for (const form of all()) restore(form, (name) => mine.has(name));
  });
  window.addEventListener("beforeunload", (event) => {
    if (!words.leaving && all().some((form) => typed(form).length)) event.preventDefault();
  });
  for (const form of all()) restore(form, () => true);
  return {
    unsent: () => all().filter((form) => typed(form).length),
    focused: () => document.activeElement?.closest("form[data-keep]"),
  };
})();

// Where a visit is signed, what was typed for it and not saved is shown; it can become an addendum.
(() => {
  const box = document.getElementById("unsaved-words");
  if (!box) return;
  const { keep, addendum } = box.dataset;
  const found = words.under(`${keep}/`).filter(([name]) => !name.startsWith(`${addendum}/`));
  const list = box.querySelector("dl");
  for (const [, { label, text }] of found) {
    const [term, said] = [document.createElement("dt"), document.createElement("dd")];
    [term.textContent, said.textContent, said.className] = [label, text, "prose"];
    list.append(term, said);
  }
  box.hidden = !found.length;
  const remove = () => {
    for (const [name] of found) words.remove(name);
    box.hidden = true;
  };
  box.querySelector("[data-write]")?.addEventListener("click", () => {
    const begun = words.under(`${addendum}/`)[0];
    const bodies = found.map(([, { label, text }]) => `${label}: ${text}`);
    const body = [begun?.[1].values.body, ...bodies].filter(Boolean).join("\n");
    words.set(begun?.[0] ?? `${addendum}/later`, { label: "Addendum", text: body, values: { body } });
    remove();
  });
  box.querySelector("[data-discard]").addEventListener("click", () => {
    if (window.confirm("Discard these words for good?")) remove();
  });
})();
