/* What a person does on the page: handing in a report, going through findings, deciding. */
"use strict";
(() => {
  const parts = () => (window.jihengParts ??= {});
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const spotsOf = (node) => JSON.parse(node.dataset.spots || "[]");
  const desk = () => $("[data-desk]")?.dataset.desk ?? "";

  function on(type, selector, handler) {
    document.addEventListener(type, (event) => {
      const node = event.target.closest?.(selector);
      if (node) handler(node, event);
    });
  }

  /* Gradio follows the system into dark colours; the page has one look. */
  new MutationObserver(() => document.body?.classList.remove("dark")).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ["class"],
    subtree: true,
  });

  /* Handing in a report */

  const drop = () => $(".jh-drop");

  function fail(message) {
    document.body.dataset.busy = "";
    const line = document.createElement("p");
    line.className = "jh-failure";
    line.role = "alert";
    line.textContent = message;
    $(".jh-intro").querySelector(".jh-failure")?.remove();
    drop().after(line);
  }

  function options() {
    const fields = $$(".jh-option-fields [name]").map((field) => [field.name, field.value]);
    return Object.fromEntries(fields);
  }

  async function send(address, body, headers) {
    $(".jh-intro .jh-failure")?.remove();
    document.body.dataset.busy = "yes";
    let answer;
    try {
      answer = await fetch(address, { method: "POST", body, headers });
    } catch {
      return fail(drop().dataset.lost);
    }
    const said = await answer.json();
    if (!answer.ok) return fail(said.error);
    parts().intro.trigger("opened", { ...options(), desk: said.desk });
  }

  function handIn(file) {
    const { suffixes, most, wrongKind, tooLarge } = drop().dataset;
    if (!JSON.parse(suffixes).some((suffix) => file.name.toLowerCase().endsWith(suffix))) return fail(wrongKind);
    if (file.size > Number(most)) return fail(tooLarge);
    return send("/report", file, { "X-File-Name": encodeURIComponent(file.name) });
  }

  function take(input) {
    const [file] = input.files;
    input.value = "";
    if (file) handIn(file);
  }

  on("change", ".jh-choose-file", take);
  on("click", ".jh-sample", () => send("/report/sample"));
  for (const type of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(type, (event) => {
      if (![...(event.dataTransfer?.types ?? [])].includes("Files") || !drop()) return;
      event.preventDefault();
      drop().classList.toggle("jh-over", type === "dragover");
      if (type === "drop" && event.dataTransfer.files.length) handIn(event.dataTransfer.files[0]);
    });
  }
  /* Documents to hold the report against */

  async function beside(node, address, call) {
    const row = node.closest("li");
    row.querySelector(".jh-failure")?.remove();
    row.dataset.busy = "yes";
    let line = node.closest("[data-lost]")?.dataset.lost ?? "";
    try {
      const answer = await fetch(address, call);
      const said = await answer.json();
      if (answer.ok) return parts().intro.trigger("opened", { desk: said.desk });
      line = said.error;
    } catch {
      // the line says that the program is not there
    }
    row.dataset.busy = "";
    const failure = document.createElement("span");
    failure.className = "jh-failure";
    failure.role = "alert";
    failure.textContent = line;
    row.append(failure);
  }

  on("change", ".jh-choose-material", (input) => {
    const [file] = input.files;
    input.value = "";
    if (!file) return;
    const address = `/report/${encodeURIComponent(desk())}/material?kind=${encodeURIComponent(input.dataset.kind)}`;
    const headers = { "X-File-Name": encodeURIComponent(file.name) };
    beside(input, address, { method: "POST", body: file, headers });
  });
  on("click", ".jh-remove", (button) => {
    const address = `/report/${encodeURIComponent(desk())}/material/${encodeURIComponent(button.dataset.sha)}`;
    beside(button, address, { method: "DELETE" });
  });
  on("click", ".jh-another", () => {
    document.body.dataset.again = document.body.dataset.again ? "" : "yes";
  });

  document.addEventListener("click", (event) => {
    for (const menu of $$(".jh-menu[open]")) {
      if (!event.target.closest(".jh-menu > summary")) menu.open = false;
    }
  });

  /* Parts of the page that Python has changed */

  const changed = {
    brand() {
      document.documentElement.lang = $(".jh-brand")?.dataset.lang ?? "zh-CN";
      document.body.dataset.tab ??= "review";
    },
    progress() {
      if ($("#jh-part-progress .jh-failure")) document.body.dataset.busy = "";
    },
    head() {
      const found = desk();
      document.body.dataset.report = found ? "yes" : "";
      if (!found) return;
      document.body.dataset.busy = document.body.dataset.again = "";
      const address = new URL(location.href);
      address.searchParams.set("report", found);
      history.replaceState(null, "", address);
      const other = $(".jh-language");
      if (other) other.search = address.search;
    },
    intro() {
      const input = $(".jh-choose-file");
      if (input?.files.length) take(input); // chosen before this script was there
    },
    bench: () => countHandled(),
    report: () => requestAnimationFrame(() => chooseFirst()),
  };
  document.addEventListener("jiheng:changed", (event) => changed[event.detail]?.());
  for (const name of Object.keys(parts())) changed[name]?.(); // what was there before this script

  /* Findings */

  const findings = () => $$("#jh-part-bench .jh-finding");
  const chosen = () => $("#jh-part-bench .jh-finding.jh-chosen");

  function choose(article, { scroll = true } = {}) {
    for (const other of $$(".jh-chosen")) {
      other.classList.remove("jh-chosen");
      $(".jh-head", other)?.setAttribute("aria-expanded", "false");
    }
    article.classList.add("jh-chosen");
    $(".jh-head", article)?.setAttribute("aria-expanded", "true");
    for (let fold = article.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (scroll) {
      const tall = article.offsetHeight > 0.8 * article.closest(".tabitem").clientHeight;
      article.scrollIntoView({ block: tall ? "start" : "nearest" });
    }
    const bar = $("template.jh-bar-of", article)?.content.firstElementChild?.cloneNode(true);
    window.jihengReport.show(spotsOf(article), bar);
  }

  function countHandled() {
    const output = $(".jh-handled");
    if (!output) return;
    const handled = findings().filter((article) => article.dataset.choice).length;
    output.textContent = handled ? output.dataset.words.replace("{count}", `${handled} / ${findings().length}`) : "";
  }

  function chooseFirst() {
    const first = findings()[0];
    if (first && !chosen()) choose(first, { scroll: false });
  }

  function move(step) {
    openPanel("findings");
    const all = findings();
    const at = all.indexOf(chosen());
    const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
    if (next) choose(next);
  }

  on("click", ".jh-head", (head) => {
    const article = head.closest(".jh-finding");
    if (article.classList.contains("jh-chosen")) article.classList.remove("jh-chosen");
    else choose(article);
  });
  /* A place of its own, or one of those of the finding or relation around it. */
  function spotOf(button) {
    if (button.dataset.spots) return spotsOf(button)[0];
    const around = button.closest("[data-spots]");
    return around && spotsOf(around).find((one) => String(one.n) === button.dataset.n);
  }

  on("click", ".jh-finding .jh-chip", (chip) => window.jihengReport.go(spotOf(chip)));
  on("click", ".jh-go", (button) => {
    const spot = spotOf(button);
    if (!spot) return;
    const relation = button.closest(".jh-relation");
    if (relation) relation.click(); // its other places are marked as well
    if (relation || button.closest(".jh-bar, .jh-finding")) window.jihengReport.go(spot);
    else window.jihengReport.show([spot]);
  });
  for (const row of [".jh-relation", ".jh-score-row"]) {
    on("click", row, (node, event) => {
      if (event.target.closest("button, a")) return;
      for (const other of $$(".jh-chosen-row")) other.classList.remove("jh-chosen-row");
      node.classList.add("jh-chosen-row");
      window.jihengReport.show(spotsOf(node));
    });
  }

  /* Panels of the bench */

  function openPanel(name) {
    for (const tab of $$(".jh-panels [data-panel]")) tab.setAttribute("aria-selected", String(tab.dataset.panel === name));
    for (const panel of $$(".jh-panel")) {
      if (panel.hidden && panel.dataset.panel === name) panel.closest(".tabitem").scrollTop = 0;
      panel.hidden = panel.dataset.panel !== name;
    }
  }

  on("click", ".jh-panels [data-panel]", (tab) => openPanel(tab.dataset.panel));
  on("click", ".jh-number", (number) => {
    openTab("review");
    openPanel(number.dataset.panel);
    const target = document.getElementById(number.dataset.anchor);
    if (target) {
      target.open = true;
      target.scrollIntoView({ block: "start" });
    }
  });

  /* Gradio knows its tabs by their order only. */
  function openTab(name) {
    if (document.body.dataset.tab === name) return;
    $(`#jh-tabs button[data-tab-id="${name}"]`)?.click();
  }

  /* Decisions */

  async function keep(article, choice) {
    const form = $(".jh-decide", article);
    const text = form.elements.text.value;
    const saved = $(".jh-saved", form);
    let said;
    try {
      said = await parts().bench.server.jiheng_decide({
        desk: desk(),
        finding: article.dataset.id,
        choice,
        reason: form.elements.reason.value,
        note: form.elements.note.value,
        text: text === form.dataset.proposed ? null : text,
      });
    } catch {
      said = { error: drop().dataset.lost };
    }
    saved.textContent = said.error ?? said.saved;
    saved.classList.toggle("jh-failed", Boolean(said.error));
    if (said.error) return;
    article.dataset.choice = said.choice ?? "";
    $(".jh-status", article).textContent = said.status;
    countHandled();
    $(".jh-why", form).hidden = said.choice !== "reject";
    for (const button of $$(".jh-choose", form)) {
      button.setAttribute("aria-pressed", String(button.dataset.choice === said.choice));
    }
  }

  const choiceOf = (article) => article.dataset.choice || null;

  function decide(article, choice) {
    const form = $(".jh-decide", article);
    if (choiceOf(article) === choice) return keep(article, null);
    if (choice === "reject" && !form.elements.reason.value.trim()) {
      $(".jh-why", form).hidden = false;
      return form.elements.reason.focus();
    }
    return keep(article, choice);
  }

  function note(article) {
    const field = $(".jh-decide", article).elements.note;
    field.hidden = false;
    field.focus();
  }

  on("click", ".jh-choose", (button) => decide(button.closest(".jh-finding"), button.dataset.choice));
  on("click", ".jh-noting", (button) => note(button.closest(".jh-finding")));
  on("click", ".jh-reason", (button) => {
    const form = button.closest("form");
    form.elements.reason.value = button.textContent;
    keep(button.closest(".jh-finding"), "reject");
  });
  on("submit", ".jh-decide", (form, event) => {
    event.preventDefault();
    keep(form.closest(".jh-finding"), "reject");
  });
  on("change", ".jh-decide textarea", (field) => {
    const article = field.closest(".jh-finding");
    keep(article, choiceOf(article));
  });

  /* Keys, where no text is being written */

  const keys = {
    j: () => move(1),
    k: () => move(-1),
    a: () => chosen() && decide(chosen(), "adopt"),
    x: () => chosen() && decide(chosen(), "reject"),
    q: () => chosen() && decide(chosen(), "verify"),
    n: () => chosen() && note(chosen()),
  };
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (writing) {
      if (event.key === "Escape" && writing.closest(".jh-part")) writing.blur();
      return;
    }
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && event.target.matches?.(".jh-relation, .jh-score-row")) event.target.click();
    const act = document.body.dataset.report && document.body.dataset.tab === "review" && keys[event.key.toLowerCase()];
    if (act) {
      event.preventDefault();
      act();
    }
  });

  /* Rules */

  function filterRules() {
    const words = $(".jh-rule-search").value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const year = Number($(".jh-rule-year").value) || null;
    let count = 0;
    for (const card of $$(".jh-card")) {
      const text = card.textContent.toLowerCase();
      const holds =
        !year || ((!card.dataset.from || year >= Number(card.dataset.from)) && (!card.dataset.to || year <= Number(card.dataset.to)));
      card.hidden = !(holds && words.every((word) => text.includes(word)));
      count += card.hidden ? 0 : 1;
    }
    for (const group of $$(".jh-rule-group")) group.hidden = !$(".jh-card:not([hidden])", group);
    const output = $(".jh-rule-count");
    output.textContent = output.dataset.words.replace("{count}", count);
  }

  on("input", ".jh-rule-search, .jh-rule-year", filterRules);
  /* A tab is there only once it has been looked at; the card is shown as soon as it is. */
  let wantedRule = null;

  function showRule() {
    const card = wantedRule && document.getElementById(`jh-rule-${wantedRule}`);
    if (!card) return;
    wantedRule = null;
    card.hidden = false;
    card.closest(".jh-rule-group").hidden = false;
    card.open = true;
    setTimeout(() => card.scrollIntoView({ block: "start" }), 50); // when the tab has been laid out
  }

  changed.rules = showRule;
  on("click", ".jh-rule", (button) => {
    wantedRule = button.dataset.code;
    openTab("rules");
    showRule();
  });
})();
