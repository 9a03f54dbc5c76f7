"use strict";
(() => {
  const details = document.getElementById("details");
  const said = document.getElementById("said");
  const listed = [...document.querySelectorAll("#items [data-row]")].map((row) => row.dataset.row);
  // A folded mark stands for several.
  const idsOf = (group) => group.dataset.item ? [group.dataset.item] : group.dataset.folded.split(" ").map(decodeURIComponent);

  // A figure by itself: what is looked at, and which of its marks the keyboard is at.
  function figureOf(figure) {
    const svg = figure.querySelector("svg");
    const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
    const full = { x: 0, y: 0, w: width, h: height };
    let box = { ...full };

    // One stop for Tab; the arrows go on from item to item.
    const groups = new Map();
    for (const group of svg.querySelectorAll("[data-item], [data-folded]")) {
      for (const id of idsOf(group)) {
        if (!groups.has(id)) groups.set(id, []);
        groups.get(id).push(group);
      }
    }
    const order = listed.filter((id) => groups.has(id));
    for (const of of groups.values()) {
      for (const group of of) {
        group.setAttribute("role", "button");
        // Its <title> names it; a label besides would be held against the shortened words in it.
        group.removeAttribute("aria-label");
      }
      of[0]?.setAttribute("tabindex", "-1");
    }
    let at = 0;
    const first = (n) => groups.get(order[n])?.[0];
    first(0)?.setAttribute("tabindex", "0");

    function look(next) {
      const least = width / 40;
      const w = Math.min(width, Math.max(least, next.w));
      const h = (w / width) * height;
      box = {
        x: Math.min(width - w, Math.max(0, next.x)),
        y: Math.min(height - h, Math.max(0, next.y)),
        w,
        h,
      };
      svg.setAttribute("viewBox", `${box.x} ${box.y} ${box.w} ${box.h}`);
    }
    function place(event) {
      const size = svg.getBoundingClientRect();
      return { x: (event.clientX - size.left) / size.width, y: (event.clientY - size.top) / size.height };
    }
    function zoom(factor, to = { x: 0.5, y: 0.5 }) {
      const w = Math.min(width, box.w / factor);
      const h = (w / width) * height;
      look({ x: box.x + (box.w - w) * to.x, y: box.y + (box.h - h) * to.y, w });
    }
    function reveal(group) {
      const r = group.getBBox();
      const inside = r.x >= box.x && r.y >= box.y && r.x <= box.x + box.w && r.y <= box.y + box.h;
      if (!inside) look({ x: r.x + r.width / 2 - box.w / 2, y: r.y + r.height / 2 - box.h / 2, w: box.w });
    }
    function mark(shown) {
      for (const of of groups.values()) {
        for (const group of of) {
          const on = idsOf(group).some((id) => shown.has(id));
          group.classList.toggle("chosen", on);
          group.setAttribute("aria-pressed", String(on));
        }
      }
      const ids = [...shown];
      if (ids.length && !shown.has(order[at])) {
        const n = order.indexOf(ids[0]);
        if (n >= 0) stop(n);
      }
    }
    function stop(n) {
      first(at)?.setAttribute("tabindex", "-1");
      at = n;
      first(at)?.setAttribute("tabindex", "0");
    }
    function go(n) {
      if (!order.length) return;
      stop((n + order.length) % order.length);
      const group = first(at);
      if (group) {
        reveal(group);
        group.focus({ preventScroll: true });
      }
    }

    let drag = null;
    svg.addEventListener("pointerdown", (event) => {
      if (event.button === 0) drag = { x: event.clientX, y: event.clientY, box, moved: false, id: event.pointerId };
    });
    svg.addEventListener("pointermove", (event) => {
      if (!drag) return;
      const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
      if (!drag.moved && Math.hypot(dx, dy) > 4) {
        drag.moved = true;
        svg.setPointerCapture(drag.id);
        svg.classList.add("moving");
      }
      if (drag.moved) {
        const size = svg.getBoundingClientRect();
        look({ x: drag.box.x - (dx / size.width) * box.w, y: drag.box.y - (dy / size.height) * box.h, w: box.w });
      }
    });
    const release = () => {
      svg.classList.remove("moving");
      // The click that ends a drag chooses nothing.
      setTimeout(() => { drag = null; });
    };
    svg.addEventListener("pointerup", release);
    svg.addEventListener("pointercancel", release);
    svg.addEventListener("click", (event) => {
      if (drag?.moved) return;
      const group = event.target.closest("[data-item], [data-folded]");
      if (group) open(idsOf(group));
      else close();
    });
    svg.addEventListener("dblclick", (event) => zoom(2, place(event)));
    // The page keeps the plain wheel; a pinch on a touchpad arrives with Ctrl.
    svg.addEventListener("wheel", (event) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        zoom(Math.exp(-event.deltaY / 300), place(event));
      }
    }, { passive: false });
    for (const [name, on] of [["pointerover", true], ["pointerout", false]]) {
      svg.addEventListener(name, (event) => {
        const over = event.target.closest("[data-item], [data-folded]");
        for (const id of over ? idsOf(over) : []) {
          for (const one of figures) one.near(id, on);
        }
      });
    }
    figure.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      const group = event.target.closest("[data-item], [data-folded]");
      if (event.shiftKey && step) {
        const across = event.key === "ArrowLeft" || event.key === "ArrowRight";
        const by = step * 0.1;
        look({ x: box.x + (across ? box.w * by : 0), y: box.y + (across ? 0 : box.h * by), w: box.w });
      } else if (step) go(at + step);
      else if (event.key === "Home") go(0);
      else if (event.key === "End") go(order.length - 1);
      else if (group && (event.key === "Enter" || event.key === " ")) open(group.dataset.item ? [group.dataset.item] : [order[at]]);
      else if (event.key === "Escape") close();
      else if (event.key === "+" || event.key === "=") zoom(1.5);
      else if (event.key === "-") zoom(1 / 1.5);
      else if (event.key === "0") look(full);
      else return;
      event.preventDefault();
    });
    figure.querySelector(".closer").addEventListener("click", () => zoom(1.5));
    figure.querySelector(".further").addEventListener("click", () => zoom(1 / 1.5));
    figure.querySelector(".whole").addEventListener("click", () => look(full));
    let before = box;
    addEventListener("beforeprint", () => { before = box; look(full); });
    addEventListener("afterprint", () => look(before));
    return {
      has: (id) => groups.has(id),
      mark,
      near: (id, on) => { for (const group of groups.get(id) ?? []) group.classList.toggle("near", on); },
    };
  }
  const figures = [...document.querySelectorAll(".figure")].map(figureOf);

  function idsIn(hash) {
    try {
      return hash.replace(/^#/, "").split(",").filter(Boolean).map(decodeURIComponent);
    } catch {
      return [];
    }
  }
  function choose(ids) {
    const shown = new Set(ids);
    const titles = [];
    for (const article of details.querySelectorAll("article")) {
      const on = shown.has(article.dataset.of);
      article.classList.toggle("chosen", on);
      if (on) titles.push(article.querySelector("h3").textContent);
    }
    said.textContent = titles.join("; ");
    details.parentElement.classList.toggle("chosen-any", titles.length > 0);
    for (const figure of figures) figure.mark(shown);
    details.scrollTop = 0;
  }
  const push = (hash) => {
    const to = hash || location.pathname + location.search;
    if (location.hash !== hash) history.pushState(null, "", to);
  };
  // Not by way of the address alone: that would take the focus away from the mark.
  const open = (ids) => {
    push(`#${ids.map(encodeURIComponent).join(",")}`);
    choose(ids);
  };
  const close = () => {
    push(steps.length ? `#${steps[now].id}` : "");
    choose([]);
  };

  // A story told in steps: one of them shows, with what it selects.
  const steps = [...document.querySelectorAll(".step")];
  let now = 0;
  const stepAt = (hash) => steps.findIndex((step) => `#${step.id}` === hash);
  const selected = (step) => step.dataset.select.split(" ").filter(Boolean).map(decodeURIComponent);
  function turn(n) {
    now = n;
    for (const [at, step] of steps.entries()) step.classList.toggle("now", at === n);
    for (const link of document.querySelectorAll("nav a")) {
      if (link.hash === `#${steps[n].id}`) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
    choose(selected(steps[n]));
  }
  function turnTo(n) {
    if (!steps[n]) return;
    push(`#${steps[n].id}`);
    turn(n);
    // Who listens hears the step's words; who looks sees them.
    steps[n].querySelector(".words").focus({ preventScroll: true });
    document.getElementById("top").scrollIntoView({ block: "nearest" });
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const by = { PageDown: 1, PageUp: -1 }[event.key];
    if (!by || !steps[now + by]) return;
    event.preventDefault();
    turnTo(now + by);
  });

  document.addEventListener("click", (event) => {
    const hash = event.target.closest("a[href^='#']")?.hash ?? "";
    const step = stepAt(hash);
    const ids = idsIn(hash);
    if (step >= 0) {
      event.preventDefault();
      turnTo(step);
    } else if (figures.some((figure) => figure.has(ids[0]))) {
      event.preventDefault();
      open(ids);
      if (event.target.closest("#items")) document.getElementById("top").scrollIntoView();
    }
  });
  function arrive() {
    const step = stepAt(location.hash);
    if (steps.length && (step >= 0 || !location.hash)) turn(Math.max(0, step));
    else {
      if (steps.length) turn(now);
      choose(idsIn(location.hash));
    }
  }
  addEventListener("popstate", arrive);
  document.body.classList.add("live");
  arrive();
})();
