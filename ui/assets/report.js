/* The report on the right: turning to places and marking them. Nothing here builds markup from text. */
"use strict";
window.jihengReport = (() => {
  const POINTS_TO_PIXELS = 1.3; // of the small pictures of places on several pages
  const MOST_CROPS = 3; // in one row; further places are led to from the finding

  const root = () => {
    const part = document.body.dataset.tab === "training" ? "exercise" : "report";
    return document.querySelector(`#jh-part-${part} .jh-report`);
  };
  const sheets = () => root()?.querySelector(".jh-sheets");
  const sheet = (page) => root()?.querySelector(`.jh-sheet[data-page="${Number(page)}"]`);
  const isPaged = () => root()?.hasAttribute("data-paged") ?? false;

  function make(name, className, text) {
    const node = document.createElement(name);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  }

  function lay(layer, box, width, height, className) {
    const [, x0, top, x1, bottom] = box;
    const mark = make("span", className);
    mark.style.left = `${(100 * x0) / width}%`;
    mark.style.top = `${(100 * top) / height}%`;
    mark.style.width = `${(100 * (x1 - x0)) / width}%`;
    mark.style.height = `${(100 * (bottom - top)) / height}%`;
    layer.append(mark);
    return mark;
  }

  function layOnPage(box, className) {
    const target = sheet(box[0]);
    if (!target) return null;
    const { width, height } = target.dataset;
    return lay(target.querySelector(".jh-paper"), box, Number(width), Number(height), className);
  }

  /* Text without pages: offsets count characters, not the halves of which JavaScript makes some of them. */

  function cut(text, from, to) {
    const characters = /[\ud800-\udfff]/.test(text) ? Array.from(text) : null;
    if (!characters) return [text.slice(0, from), text.slice(from, to), text.slice(to)];
    return [characters.slice(0, from), characters.slice(from, to), characters.slice(to)].map((part) => part.join(""));
  }

  const length = (text) => (/[\ud800-\udfff]/.test(text) ? Array.from(text).length : text.length);

  function wrap(node, from, to, spot) {
    let at = 0;
    for (const child of [...node.childNodes]) {
      const size = length(child.textContent);
      const [start, end] = [Math.max(from - at, 0), Math.min(to - at, size)];
      at += size;
      if (start >= end || child.nodeType !== Node.TEXT_NODE) continue; // what is marked already stays as it is
      const [before, inside, after] = cut(child.data, start, end);
      const mark = make("mark", "jh-spot", inside);
      name(mark, spot);
      child.replaceWith(before, mark, after);
    }
  }

  function markText(spot) {
    if (spot.start === null || spot.end === null) return;
    for (const node of sheets().querySelectorAll("[data-start]:not(mark)")) {
      const start = Number(node.dataset.start);
      const end = start + length(node.textContent);
      if (start < spot.end && end > spot.start) wrap(node, spot.start - start, spot.end - start, spot);
    }
  }

  /* Marks */

  function name(mark, spot) {
    mark.dataset.start = spot.start ?? "";
    if (spot.n) mark.dataset.n = spot.n;
    mark.title = [spot.n, spot.label, spot.quote].filter(Boolean).join("　");
  }

  function clear() {
    for (const mark of root().querySelectorAll(".jh-paper .jh-spot")) mark.remove();
    const marked = [...root().querySelectorAll("mark.jh-spot")].map((mark) => mark.parentElement);
    for (const node of new Set(marked)) node.textContent = node.textContent; // joins the pieces again
    const crops = root().querySelector(".jh-crops");
    crops.replaceChildren();
    crops.hidden = true;
  }

  function add(spot) {
    if (!isPaged()) return markText(spot);
    for (const box of spot.boxes) {
      const mark = layOnPage(box, "jh-spot");
      if (mark) name(mark, spot);
    }
  }

  const marksOf = (spot) =>
    [...root().querySelectorAll(".jh-sheets .jh-spot")].filter((mark) => mark.dataset.start === String(spot.start ?? ""));

  function scrollTo(node, lead = 0.3) {
    const frame = sheets();
    const top = node.getBoundingClientRect().top - frame.getBoundingClientRect().top + frame.scrollTop;
    frame.scrollTo({ top: Math.max(top - frame.clientHeight * lead, 0) });
    if (frame.scrollWidth > frame.clientWidth) {
      const left = node.getBoundingClientRect().left - frame.getBoundingClientRect().left + frame.scrollLeft;
      frame.scrollTo({ left: Math.max(left - frame.clientWidth / 2, 0) });
    }
  }

  function turnTo(spot) {
    const marks = marksOf(spot);
    for (const mark of root().querySelectorAll(".jh-now")) mark.classList.remove("jh-now");
    for (const mark of marks) mark.classList.add("jh-now");
    if (marks.length) scrollTo(marks[0]);
    else if (spot.page && sheet(spot.page)) scrollTo(sheet(spot.page), 0);
  }

  /* Where the places stand on several pages, a small picture of each, side by side. */

  function crop(spot, width) {
    const [page, x0, top, x1, bottom] = spot.boxes[0];
    const target = sheet(page);
    const [pageWidth, pageHeight] = [Number(target.dataset.width), Number(target.dataset.height)];
    const height = 64;
    const within = (middle, window_, whole) =>
      Math.min(Math.max(middle * POINTS_TO_PIXELS - window_ / 2, 0), Math.max(whole * POINTS_TO_PIXELS - window_, 0));
    const picture = make("div", "jh-crop-page");
    picture.style.width = `${pageWidth * POINTS_TO_PIXELS}px`;
    picture.style.height = `${pageHeight * POINTS_TO_PIXELS}px`;
    picture.style.left = `${-within((x0 + x1) / 2, width, pageWidth)}px`;
    picture.style.top = `${-within((top + bottom) / 2, height, pageHeight)}px`;
    const image = make("img");
    image.src = target.querySelector("img").src;
    image.alt = "";
    picture.append(image);
    for (const box of spot.boxes.filter((box) => box[0] === page)) lay(picture, box, pageWidth, pageHeight, "jh-spot");
    const frame = make("div", "jh-crop-frame");
    frame.style.height = `${height}px`;
    frame.append(picture);
    const button = make("button", "jh-crop");
    button.type = "button";
    button.append(frame, make("span", "", [spot.n, spot.label].filter(Boolean).join("　")));
    button.addEventListener("click", () => turnTo(spot));
    return button;
  }

  function showCrops(spots) {
    const placed = spots.flatMap((spot) => {
      const pages = [...new Set(spot.boxes.map((box) => box[0]))];
      return pages.map((page) => ({ ...spot, boxes: spot.boxes.filter((box) => box[0] === page) }));
    });
    const pages = new Set(placed.map((spot) => spot.boxes[0][0]));
    if (pages.size < 2) return;
    const first = [...pages].map((page) => placed.find((spot) => spot.boxes[0][0] === page));
    const chosen = first.slice(0, MOST_CROPS);
    const crops = root().querySelector(".jh-crops");
    crops.hidden = false;
    const columns = chosen.length;
    const width = (crops.clientWidth - 8 * (columns - 1)) / columns;
    crops.style.gridTemplateColumns = `repeat(${columns}, 1fr)`;
    crops.replaceChildren(...chosen.map((spot) => crop(spot, width)));
  }

  /* What the rest of the page calls */

  function show(spots, bar = null) {
    if (!root()) return;
    clear();
    const frame = root().querySelector(".jh-bar");
    frame.replaceChildren(...(bar ? [bar] : []));
    frame.dataset.spots = JSON.stringify(spots);
    for (const spot of spots) add(spot);
    if (isPaged()) showCrops(spots);
    if (spots.length) turnTo(spots[0]);
  }

  function go(spot) {
    if (!root()) return;
    if (!marksOf(spot).length) add(spot);
    turnTo(spot);
  }

  /* Coverage: every figure of the report, checked or not */

  async function toggleCoverage(button) {
    const on = button.getAttribute("aria-pressed") !== "true";
    for (const mark of root().querySelectorAll(".jh-covered")) mark.remove();
    button.setAttribute("aria-pressed", String(on));
    if (!on) return;
    const desk = document.querySelector("[data-desk]").dataset.desk;
    const answer = await fetch(`/report/${encodeURIComponent(desk)}/coverage`);
    if (!answer.ok) return;
    for (const figure of await answer.json()) {
      for (const box of figure.boxes) {
        const mark = layOnPage(box, "jh-covered");
        if (mark && figure.reason) {
          mark.dataset.reason = figure.reason;
          mark.title = figure.reason;
        }
      }
    }
  }

  /* Tools: pages and size */

  function current() {
    const frame = sheets();
    const middle = frame.getBoundingClientRect().top + frame.clientHeight * 0.4;
    const found = [...frame.querySelectorAll(".jh-sheet")].find((one) => one.getBoundingClientRect().bottom > middle);
    return found ? Number(found.dataset.page) : 1;
  }

  function resize(factor) {
    const frame = sheets();
    const zoom = factor === null ? 1 : Number(frame.style.getPropertyValue("--zoom") || 1) * factor;
    const page = current();
    frame.style.setProperty("--zoom", String(Math.min(Math.max(zoom, 0.4), 3)));
    const marked = frame.querySelector(".jh-now");
    if (marked) scrollTo(marked);
    else if (sheet(page)) scrollTo(sheet(page), 0);
  }

  const tools = {
    previous: () => sheet(current() - 1) && scrollTo(sheet(current() - 1), 0),
    next: () => sheet(current() + 1) && scrollTo(sheet(current() + 1), 0),
    smaller: () => resize(0.8),
    larger: () => resize(1.25),
    fit: () => resize(null),
    coverage: toggleCoverage,
  };

  document.addEventListener("click", (event) => {
    const tool = event.target.closest("[data-act]");
    if (tool) tools[tool.dataset.act]?.(tool);
    const unchecked = event.target.closest(".jh-covered[data-reason]");
    if (unchecked) root().querySelector(".jh-bar").replaceChildren(make("p", "jh-why-not", unchecked.dataset.reason));
  });
  document.addEventListener("change", (event) => {
    if (!event.target.matches(".jh-page-number")) return;
    const target = sheet(event.target.value);
    if (target) scrollTo(target, 0);
  });
  let waiting = false;
  document.addEventListener(
    "scroll",
    (event) => {
      if (waiting || !event.target.matches?.(".jh-sheets")) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        const number = root()?.querySelector(".jh-page-number");
        if (number && document.activeElement !== number) number.value = current();
      });
    },
    true,
  );

  return { show, go };
})();
