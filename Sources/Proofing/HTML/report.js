"use strict";
(() => {
  const body = document.body;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const items = all(".item");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let current = null;
  let isPlaying = !still.matches;
  let isHeld = false;

  const status = one("#said");
  const say = (text) => {
    status.textContent = "";
    // Readers tell a change, also where the same is said again.
    requestAnimationFrame(() => { status.textContent = text; });
  };

  // Names of languages, as the reader's browser knows them.
  try {
    const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
    for (const label of all("[data-language]")) {
      const tag = label.dataset.language;
      let name;
      try { name = names.of(tag); } catch { continue; }
      if (!name) continue;
      const small = document.createElement("small");
      small.textContent = tag;
      label.replaceChildren(name, ...(label.dataset.part ? [`, ${label.dataset.part}`] : []), " ", small);
    }
  } catch { /* The tags stay. */ }

  // Views
  const modes = all("[data-set-mode]");
  const playing = one("#playing");
  const setMode = (mode) => {
    if (!modes.length) return;
    // What is looked at stays where it is, however high the pictures become.
    const anchor = current ?? items.find((item) => item.getBoundingClientRect().bottom > innerHeight / 3);
    const top = anchor?.getBoundingClientRect().top;
    body.dataset.mode = mode;
    for (const button of modes) button.setAttribute("aria-pressed", String(button.dataset.setMode === mode));
    playing.hidden = mode !== "flicker";
    show("new");
    if (anchor && scrollY > 0) scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: "instant" });
  };
  const show = (which) => { body.dataset.shown = which; };
  const setPlaying = (value) => {
    isPlaying = value;
    one("span", playing).textContent = value ? "Pause" : "Play";
    if (!value) show("new");
  };
  const hold = (value) => {
    isHeld = value;
    show(value ? "old" : "new");
  };
  // Slower than three flashes a second (WCAG 2.2, 2.3.1).
  setInterval(() => {
    if (body.dataset.mode === "flicker" && isPlaying && !isHeld) show(body.dataset.shown === "old" ? "new" : "old");
  }, 750);
  still.addEventListener("change", () => { if (still.matches) setPlaying(false); });
  for (const button of modes) button.addEventListener("click", () => setMode(button.dataset.setMode));
  if (playing) {
    playing.addEventListener("click", () => setPlaying(!isPlaying));
    setPlaying(isPlaying);
  }
  const larger = one("#larger");
  const setLarge = (value) => {
    if (!larger) return;
    body.dataset.size = value ? "large" : "usual";
    larger.setAttribute("aria-pressed", String(value));
  };
  larger?.addEventListener("click", () => setLarge(body.dataset.size !== "large"));
  for (const divider of all(".divider")) {
    const move = () => {
      divider.parentElement.style.setProperty("--cut", `${divider.value}%`);
      divider.setAttribute("aria-valuetext", `${divider.value} % old`);
    };
    divider.addEventListener("input", move);
    move();
  }
  for (const stage of all(".pair")) {
    stage.addEventListener("pointerdown", (event) => {
      if (body.dataset.mode !== "flicker" || event.button !== 0) return;
      hold(true);
      event.preventDefault();
    });
  }
  for (const kind of ["pointerup", "pointercancel", "blur"]) addEventListener(kind, () => { if (isHeld) hold(false); });

  // What is shown
  const search = one("#search");
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const words = new Map(items.map((item) => [item, fold(one(".told", item).textContent)]));
  const states = all("button.tile");
  const sides = all("[data-set-side]");
  let side = "";
  const shown = () => items.filter((item) => !item.hidden);
  const filter = () => {
    const wanted = fold(search?.value.trim() ?? "");
    const hiddenStates = new Set(states.filter((b) => b.getAttribute("aria-pressed") === "false").map((b) => b.dataset.state));
    for (const item of items) {
      const parts = all(".side[data-side]", item);
      for (const part of parts) part.hidden = side !== "" && part.dataset.side !== side;
      const hasSide = side === "" || !parts.length || parts.some((part) => !part.hidden);
      item.hidden = hiddenStates.has(item.dataset.state) || !hasSide || !words.get(item).includes(wanted);
    }
    const visible = shown();
    if (current && current.hidden) mark(null);
    count(visible);
    const none = one("#none");
    if (none) none.hidden = visible.length > 0;
  };
  const count = (visible = shown()) => {
    const text = one("#shown");
    if (!text) return;
    const at = visible.indexOf(current);
    text.textContent = at >= 0 ? `${at + 1} of ${visible.length}` : `${visible.length} of ${items.length} shown`;
  };
  search?.addEventListener("input", filter);
  for (const button of states) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") === "false"));
      filter();
    });
  }
  for (const button of sides) {
    button.addEventListener("click", () => {
      side = button.dataset.setSide;
      for (const other of sides) other.setAttribute("aria-pressed", String(other === button));
      filter();
    });
  }
  one("#show-all")?.addEventListener("click", () => {
    for (const button of states) button.setAttribute("aria-pressed", "true");
    search.value = "";
    side = "";
    for (const other of sides) other.setAttribute("aria-pressed", String(other.dataset.setSide === ""));
    filter();
    search.focus();
  });

  // From one to the next
  const mark = (item) => {
    current?.removeAttribute("aria-current");
    current = item;
    current?.setAttribute("aria-current", "true");
    count();
  };
  const step = (by) => {
    const visible = shown();
    if (!visible.length) return;
    let next;
    if (current) {
      next = visible[Math.min(Math.max(visible.indexOf(current) + by, 0), visible.length - 1)];
    } else {
      next = by > 0 ? visible[0] : visible[visible.length - 1];
    }
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
  };
  for (const item of items) item.addEventListener("focusin", () => mark(item));
  one("#previous")?.addEventListener("click", () => step(-1));
  one("#next")?.addEventListener("click", () => step(1));

  // Accept commands
  const copy = async (button) => {
    const code = one("code", button.parentElement);
    let isCopied = false;
    try {
      await navigator.clipboard.writeText(code.textContent);
      isCopied = true;
    } catch {
      getSelection().selectAllChildren(code);
      try { isCopied = document.execCommand("copy"); } catch { /* It stays selected. */ }
    }
    say(isCopied ? `Copied: ${code.textContent}` : "The command is selected: copy it with your browser");
    if (!isCopied) return;
    const label = one("span", button);
    const before = button.dataset.label ?? (button.dataset.label = label.textContent);
    label.textContent = "Copied";
    button.classList.add("done");
    clearTimeout(Number(button.dataset.timer));
    button.dataset.timer = setTimeout(() => {
      label.textContent = before;
      button.classList.remove("done");
    }, 1800);
  };
  for (const button of all(".copy")) button.addEventListener("click", () => copy(button));

  // Keys
  const dialog = one("#keys");
  const openKeys = () => { if (!dialog.open) dialog.showModal(); };
  one("#help")?.addEventListener("click", openKeys);
  const keys = {
    j: () => step(1), ArrowRight: () => step(1), k: () => step(-1), ArrowLeft: () => step(-1),
    1: () => setMode("beside"), 2: () => setMode("slider"), 3: () => setMode("flicker"), 4: () => setMode("difference"),
    z: () => setLarge(body.dataset.size !== "large"),
    p: () => { if (playing && body.dataset.mode === "flicker") setPlaying(!isPlaying); },
    c: () => {
      const button = one(".copy", current ?? one("body > header"));
      if (button) copy(button); else say("There is nothing to accept");
    },
    "/": () => { search?.focus(); search?.select(); },
    "?": openKeys,
  };
  addEventListener("keydown", (event) => {
    if (dialog.open || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target;
    const isDivider = target.matches?.(".divider");
    if (target === search) {
      if (event.key === "Escape") { search.value = ""; filter(); search.blur(); }
      return;
    }
    if (event.key === " ") {
      // A button that has the focus keeps its own key.
      if (!modes.length || target.closest?.("button, a, summary")) return;
      event.preventDefault();
      if (event.repeat) return;
      if (body.dataset.mode !== "flicker") setMode("flicker");
      hold(true);
      return;
    }
    if (isDivider && event.key.startsWith("Arrow")) return;
    const action = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (!action) return;
    event.preventDefault();
    action();
  });
  addEventListener("keyup", (event) => { if (event.key === " " && isHeld) hold(false); });
  // A click on a tool leaves the keys free for the cards; who came with the keyboard stays.
  one(".tools")?.addEventListener("click", (event) => {
    if (event.detail > 0) event.target.closest("button")?.blur();
  });

  // The tools lie over the cards: what is scrolled to stands below them.
  const tools = one(".tools");
  if (tools) {
    tools.hidden = false;
    new ResizeObserver(() => {
      const height = getComputedStyle(tools).position === "sticky" ? tools.offsetHeight : 0;
      document.documentElement.style.setProperty("--tools", `${height}px`);
    }).observe(tools);
  }
  for (const button of all("button.tile")) button.disabled = false;
  for (const button of all(".copy")) button.hidden = false;
  setMode("beside");
  count();
})();
