/* An exercise: pointing at errors in its report, writing what should stand there, handing in. */
"use strict";
(() => {
  const parts = () => (window.jihengParts ??= {});
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const text = () => $("#jh-part-exercise .jh-text");

  function on(type, selector, handler) {
    document.addEventListener(type, (event) => {
      const node = event.target.closest?.(selector);
      if (node) handler(node, event);
    });
  }

  on("submit", ".jh-practise", (form, event) => {
    event.preventDefault();
    document.body.dataset.waiting = "yes";
    parts().practise.trigger("practised", Object.fromEntries(new FormData(form)));
  });

  document.addEventListener("jiheng:changed", ({ detail }) => {
    if (detail === "sheet") {
      document.body.dataset.exercise = $(".jh-exercise") ? "yes" : "";
      $(".jh-answers tbody")?.replaceChildren();
    }
    if (["sheet", "grade", "practise-said"].includes(detail)) document.body.dataset.waiting = "";
    if (detail === "grade") $(".jh-grade, #jh-part-grade .jh-failure")?.scrollIntoView({ block: "start" });
  });

  /* The words around what is selected: the row of a table, else the sentence. */

  function sentence(node, selected) {
    const whole = node.textContent;
    const at = Math.max(whole.indexOf(selected), 0);
    const from = Math.max(...["。", "；", "\n"].map((end) => whole.lastIndexOf(end, Math.max(at - 1, 0)))) + 1;
    const ends = ["。", "；", "\n"].map((end) => whole.indexOf(end, at + selected.length)).filter((end) => end >= 0);
    return whole.slice(at ? from : 0, ends.length ? Math.min(...ends) + 1 : whole.length).trim();
  }

  function pointed() {
    const selection = getSelection();
    const start = selection.rangeCount ? selection.getRangeAt(0).startContainer : null;
    const node = start && (start.nodeType === Node.TEXT_NODE ? start.parentElement : start);
    if (!node || !text()?.contains(node)) return null;
    const selected = selection.toString().split("\n")[0].trim();
    const row = node.closest("tr");
    if (row) {
      const cells = $$("th, td", row).map((cell) => cell.textContent.trim());
      return { quote: cells.filter(Boolean).join(" "), reported: selected || node.closest("th, td").textContent.trim() };
    }
    const line = node.closest("[data-start]");
    return line && { quote: sentence(line, selected), reported: selected };
  }

  function add(answer) {
    const row = $(".jh-answer-row").content.firstElementChild.cloneNode(true);
    $('[name="quote"]', row).value = answer?.quote ?? "";
    $('[name="reported"]', row).value = answer?.reported ?? "";
    $(".jh-answers tbody").append(row);
    row.scrollIntoView({ block: "nearest" });
    $(answer ? '[name="expected"]' : '[name="quote"]', row).focus();
  }

  function point() {
    const found = pointed();
    if (found) add(found);
  }

  /* A press on the button would take the selection away before it is read. */
  on("mousedown", ".jh-point", (button, event) => event.preventDefault());
  on("click", ".jh-point", point);
  on("click", ".jh-add-answer", () => add(null));
  on("click", ".jh-drop-answer", (button) => button.closest("tr").remove());
  on("submit", ".jh-answering", (form, event) => {
    event.preventDefault();
    const answers = $$("tbody tr", form).map((row) =>
      Object.fromEntries(["quote", "reported", "expected"].map((name) => [name, $(`[name="${name}"]`, row).value])),
    );
    document.body.dataset.waiting = "yes";
    parts().sheet.trigger("answered", { answers });
  });
  document.addEventListener("keydown", (event) => {
    if (event.target.closest?.("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.toLowerCase() === "m" && document.body.dataset.tab === "training" && $(".jh-answering")) {
      event.preventDefault();
      point();
    }
  });
  on("click", ".jh-graded-item .jh-chip", (chip) => {
    const spots = JSON.parse(chip.closest("[data-spots]").dataset.spots);
    window.jihengReport.show(spots);
    const spot = spots.find((one) => String(one.n) === chip.dataset.n);
    if (spot) window.jihengReport.go(spot);
  });
})();
