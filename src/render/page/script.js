"use strict";
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const marks = all("mark");
  const card = document.getElementById("card");
  const status = document.getElementById("status");
  let shown = null, pinned = false;

  const same = (entity) => marks.forEach((mark) => mark.classList.toggle("same", entity !== null && mark.dataset.entity === entity));

  function show(mark) {
    if (mark.classList.contains("off")) return;
    hide();
    const source = document.getElementById(mark.dataset.card);
    card.className = source.className;
    card.replaceChildren(...source.cloneNode(true).childNodes, close());
    card.hidden = false;
    shown = mark;
    mark.setAttribute("aria-describedby", "card");
    same(mark.dataset.entity);
    place(mark);
  }

  function close() {
    const button = document.createElement("button");
    button.className = "close";
    button.textContent = "×";
    button.setAttribute("aria-label", "Close");
    button.addEventListener("click", () => { pinned = false; hide(); });
    return button;
  }

  // Below the mention, above it where there is no room; on a phone the style keeps the card at the bottom.
  function place(mark) {
    card.style.left = card.style.top = "";
    if (getComputedStyle(card).position === "fixed") return;
    const at = mark.getClientRects()[0], size = card.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - size.width - 8));
    const below = at.bottom + 8, above = at.top - size.height - 8;
    card.style.left = left + scrollX + "px";
    card.style.top = (below + size.height > innerHeight && above > 0 ? above : below) + scrollY + "px";
  }

  function hide() {
    if (shown) shown.removeAttribute("aria-describedby");
    shown = null;
    card.hidden = true;
    same(null);
  }

  function jump(mark) {
    mark.scrollIntoView({ block: "center" });
    mark.focus({ preventScroll: true });
  }

  for (const mark of marks) {
    mark.addEventListener("mouseover", (event) => { event.stopPropagation(); if (!pinned) show(mark); });
    mark.addEventListener("mouseout", () => { if (!pinned) hide(); });
    mark.addEventListener("focus", () => { pinned = true; show(mark); });
    mark.addEventListener("blur", () => setTimeout(() => {
      if (!card.contains(document.activeElement) && document.activeElement.tagName !== "MARK") { pinned = false; hide(); }
    }));
    mark.addEventListener("click", (event) => { event.stopPropagation(); pinned = true; mark.focus(); show(mark); });
  }

  for (const toggle of all(".legend button")) {
    toggle.addEventListener("click", () => {
      const on = toggle.getAttribute("aria-pressed") !== "true";
      toggle.setAttribute("aria-pressed", on);
      for (const mark of marks.filter((mark) => mark.dataset.kind === toggle.dataset.kind)) {
        mark.classList.toggle("off", !on);
        mark.tabIndex = on ? 0 : -1;
      }
      for (const group of all(".entities [data-kind]")) if (group.dataset.kind === toggle.dataset.kind) group.hidden = !on;
      pinned = false;
      hide();
    });
  }

  // A click on an entity goes to its next mention.
  const turn = new Map();
  for (const link of all(".entities a")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const own = marks.filter((mark) => mark.dataset.entity === link.dataset.entity);
      const next = (turn.get(link) ?? -1) + 1;
      turn.set(link, next % own.length);
      jump(own[next % own.length]);
      status.textContent = `${link.firstChild.textContent}: mention ${next % own.length + 1} of ${own.length}`;
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { pinned = false; hide(); return; }
    if (event.ctrlKey || event.altKey || event.metaKey || !["n", "p"].includes(event.key)) return;
    const on = marks.filter((mark) => !mark.classList.contains("off"));
    if (on.length === 0) return;
    const at = on.indexOf(document.activeElement), step = event.key === "n" ? 1 : -1;
    jump(on[at < 0 ? (step > 0 ? 0 : on.length - 1) : (at + step + on.length) % on.length]);
  });
  addEventListener("resize", () => { if (shown) place(shown); });
})();
