"use strict";

// Signing asks once, with everything saved first. What the dialog shows is what the server holds at that moment, and
// nothing that arrives later comes into it.
(() => {
  const dialog = document.getElementById("sign-dialog");
  if (!dialog || !visitNote) return;
  const what = dialog.querySelector("[data-what]");

  const unsent = () => {
    const names = keptForms.unsent().map((form) => form.dataset.keepLabel);
    if (document.querySelector("#charges[data-unproposed]")) names.push("Charges that are not proposed");
    return names;
  };
  const open = async (opener) => {
    if (!(await visitNote.save())) return;
    const answer = await fetch(opener.href, { headers: { "HX-Request": "true" } }).catch(() => null);
    if (answer?.headers.get("HX-Redirect")) return signedOut();
    if (answer?.status === 404) return visitNote.say("Nothing is written yet: there is nothing to sign.");
    if (!answer?.ok) return visitNote.say("No answer from the clinic's system. Try again.");
    what.innerHTML = await answer.text();
    const names = unsent();
    const warning = dialog.querySelector("[data-unsent]");
    warning.textContent = `Typed and not saved, and no part of what you sign: ${names.join(", ")}.`;
    warning.hidden = !names.length;
    dialog.showModal();
    what.querySelector("button.btn-primary").focus();
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) dialog.close();
    const opener = event.target.closest("#sign-open");
    if (!opener) return;
    event.preventDefault();
    open(opener);
  });
  // It was said what is not saved; it is kept, and shown beside the signed note.
  dialog.addEventListener("submit", () => {
    words.leaving = true;
  });
})();
