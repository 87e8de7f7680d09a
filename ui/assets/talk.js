/* Questions and drafts: sending, and turning from a marker to its source. */
"use strict";
(() => {
  const parts = () => (window.jihengParts ??= {});
  const $ = (selector, within = document) => within.querySelector(selector);

  function on(type, selector, handler) {
    document.addEventListener(type, (event) => {
      const node = event.target.closest?.(selector);
      if (node) handler(node, event);
    });
  }

  function ask(question) {
    const words = question.trim();
    if (!words || document.body.dataset.waiting) return;
    document.body.dataset.waiting = "yes";
    const engine = $(".jh-engines input:checked")?.value ?? "offline";
    parts().ask.trigger("asked", { question: words, engine });
  }

  on("submit", ".jh-ask", (form, event) => {
    event.preventDefault();
    ask(form.elements.question.value);
    form.elements.question.value = "";
  });
  on("click", ".jh-starter", (button) => ask(button.textContent));
  on("keydown", ".jh-ask textarea", (field, event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    field.form.requestSubmit();
  });

  document.addEventListener("jiheng:changed", ({ detail }) => {
    if (detail === "said" || (detail === "saying" && $("#jh-part-saying .jh-failure"))) document.body.dataset.waiting = "";
    if (detail === "said") document.body.dataset.talked = $("#jh-part-said .jh-turn") ? "yes" : "";
    if (detail === "said") $("#jh-part-said .jh-turn:last-child")?.scrollIntoView({ block: "start" });
    if (detail === "saying") $("#jh-part-saying .jh-turn")?.scrollIntoView({ block: "end" });
  });

  on("click", ".jh-cite", (button) => {
    for (const other of document.querySelectorAll(".jh-cite-now")) other.classList.remove("jh-cite-now");
    button.classList.add("jh-cite-now");
    if (button.dataset.source === "report") return window.jihengReport.show(JSON.parse(button.dataset.spots));
    const source = $(`.jh-sources-of [data-marker="${button.dataset.marker}"] details`, button.closest(".jh-answered"));
    if (!source) return;
    source.open = true;
    source.scrollIntoView({ block: "nearest" });
  });

  /* Drafts */

  on("submit", ".jh-drafting", (form, event) => {
    event.preventDefault();
    document.body.dataset.waiting = "yes";
    parts().drafting.trigger("drafted", Object.fromEntries(new FormData(form)));
  });
  on("submit", ".jh-draft-edit", (form, event) => {
    event.preventDefault();
    document.body.dataset.waiting = "yes";
    parts().draft.trigger("edited", { text: form.elements.text.value });
  });

  function face(name) {
    for (const tab of document.querySelectorAll(".jh-draft [data-face]")) {
      tab.setAttribute("aria-selected", String(tab.dataset.face === name));
    }
    $(".jh-draft-read").hidden = name !== "read";
    $(".jh-draft-edit").hidden = name !== "edit";
    if (name === "edit") $(".jh-draft-edit textarea").focus();
  }

  on("click", ".jh-draft [data-face]", (tab) => {
    const field = $(".jh-draft-edit textarea");
    /* Whoever turns from writing to reading wants to read what was written. */
    if (tab.dataset.face === "read" && field.value !== field.defaultValue) field.form.requestSubmit();
    else face(tab.dataset.face);
  });
  document.addEventListener("jiheng:changed", ({ detail }) => {
    if (!["draft", "draft-said"].includes(detail)) return;
    document.body.dataset.waiting = "";
    const field = $(".jh-draft-edit textarea");
    if (detail !== "draft" || !field) return;
    field.value = field.defaultValue; // Gradio keeps the nodes, and so what was typed into them
    face("read");
  });
})();
