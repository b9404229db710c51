// What lies on top of what: finds things that overlap, are cut off or covered, and things that move when they should stay.

/** What is wrong with how the page is laid out now, one line each; none where nothing is. */
export async function faults(page) {
  await page.settled();
  return page.run(look);
}

/** Everything a person could lose sight of, with its place; for `moved`. */
export const places = (page) => page.run(keep);

/**
 * What moved while `act` ran and until the page was quiet again: positions are read at every frame, so that a jump there and back is seen too.
 * `but` names what may change: a CSS selector.
 */
export async function moved(page, act, { but = "no-such-element" } = {}) {
  await page.settled();
  await page.run(watch, but);
  await act();
  await page.settled();
  return page.run(() => window.__moved.end());
}

/* The rest runs in the page. */

function look() {
  const TOUCH = 2;
  const INTERACTIVE = "button, a[href], input, select, textarea, summary, [role=option], [role=tab], [role=menuitem], [role=button], [tabindex='0']";
  const found = [];

  const dialogs = Array.from(document.querySelectorAll("[role=dialog], [role=menu]")).filter((one) => one.checkVisibility());
  const top = dialogs.at(-1) ?? document.body;

  // The page itself never scrolls: only panes do.
  const root = document.scrollingElement;
  if (root.scrollWidth > innerWidth + 1) found.push(`the page scrolls sideways: ${root.scrollWidth} > ${innerWidth}`);
  if (root.scrollHeight > innerHeight + 1) found.push(`the page scrolls: ${root.scrollHeight} > ${innerHeight}`);

  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const say = (element) => `${element.localName}${element.className && typeof element.className === "string" ? `.${element.className.trim().split(/\s+/).filter((name) => !name.startsWith("svelte-")).join(".")}` : ""} “${(element.getAttribute?.("aria-label") ?? element.innerText ?? "").replace(/\s+/g, " ").slice(0, 50)}”`;
  const words = (box) => `${Math.round(box.left)},${Math.round(box.top)} ${Math.round(box.right - box.left)}x${Math.round(box.bottom - box.top)}`;

  /** What of a box is in sight, inside everything around it that cuts; and whether something that cannot be scrolled cuts it. Words are also cut by what they stand in. */
  function seen(element, box, isWords = false) {
    let { left, top, right, bottom } = box;
    let lost = false;
    let fixed = false;
    for (let at = element; at && at !== document.documentElement; at = at.parentElement) {
      const style = getComputedStyle(at);
      if ((isWords || at !== element) && !fixed && (style.overflowX !== "visible" || style.overflowY !== "visible")) {
        const around = at.getBoundingClientRect();
        const cuts = left < around.left - 1 || right > around.right + 1 || top < around.top - 1 || bottom > around.bottom + 1;
        if (cuts) {
          const scrollsX = /auto|scroll/.test(style.overflowX);
          const scrollsY = /auto|scroll/.test(style.overflowY);
          if (((left < around.left - 1 || right > around.right + 1) && !scrollsX && style.overflowX !== "visible") || ((top < around.top - 1 || bottom > around.bottom + 1) && !scrollsY && style.overflowY !== "visible")) lost = at;
          left = Math.max(left, around.left);
          right = Math.min(right, around.right);
          top = Math.max(top, around.top);
          bottom = Math.min(bottom, around.bottom);
        }
      }
      if (style.position === "fixed") fixed = true;
      // For screen readers alone.
      if (/inset\(50%\)/.test(style.clipPath) || (style.clip !== "auto" && style.position === "absolute")) return null;
    }
    if (right - left < 1 || bottom - top < 1) return { lost, empty: true };
    return { left, top, right, bottom, lost, empty: false };
  }

  /** A head that stays while its rows scroll under it covers them on purpose. */
  const stays = (element) => {
    for (let at = element; at; at = at.parentElement) if (getComputedStyle(at).position === "sticky") return true;
    return element.closest(".stays, .stuck") !== null;
  };
  const related = (a, b) => a.contains(b) || b.contains(a);
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOUCH && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > TOUCH;

  // What can be pressed: inside the window, whole, not covered, and not on top of another.
  const controls = [];
  for (const element of top.querySelectorAll(INTERACTIVE)) {
    if (!shown(element) || element.closest("[inert], [aria-hidden='true'], .spots")) continue;
    const whole = element.getBoundingClientRect();
    if (whole.width < 2 || whole.height < 2) continue;
    const box = seen(element, whole);
    if (!box || box.empty) continue;
    if (box.lost && !element.matches("input, textarea")) found.push(`${say(element)} is cut off by ${say(box.lost)}: ${words(whole)}`);
    if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1) found.push(`${say(element)} is outside the window: ${words(whole)}`);
    controls.push({ element, box });
  }
  const covers = (element, x, y) => {
    const hit = document.elementFromPoint(x, y);
    if (!hit || related(hit, element)) return null;
    const label = element.labels?.[0] ?? element.closest("label");
    if (label && related(hit, label)) return null;
    if (hit.closest("label")?.control === element) return null;
    return hit;
  };
  for (const { element, box } of controls) {
    const hit = covers(element, (box.left + box.right) / 2, (box.top + box.bottom) / 2);
    // A button inside what is pressed as a whole is not over it; the line between panes may lie on their edge.
    if (hit && !hit.closest("[role=separator]") && !hit.closest(".toasts") && !stays(hit)) found.push(`${say(element)} is covered by ${say(hit)}: ${words(box)}`);
  }
  for (let a = 0; a < controls.length; a += 1) {
    for (let b = a + 1; b < controls.length; b += 1) {
      const [one, other] = [controls[a], controls[b]];
      if (related(one.element, other.element) || !over(one.box, other.box) || stays(one.element) !== stays(other.element)) continue;
      if ([one, other].some(({ element }) => element.matches("[role=separator]") || element.closest(".toasts"))) continue;
      // The inline highlights of a text may wrap around each other.
      if ([one, other].every(({ element }) => getComputedStyle(element).display === "inline")) continue;
      found.push(`${say(one.element)} and ${say(other.element)} overlap: ${words(one.box)} and ${words(other.box)}`);
    }
  }

  // Words: in sight, and not on top of other words.
  const lines = [];
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (node.data.trim() === "" || !parent || parent.closest("svg, option, [aria-hidden='true'], .toasts, style, script, .unseen") || !shown(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || rect.height < 1) continue;
      const box = seen(node.parentElement, rect, true);
      if (!box || box.empty) continue;
      // Line boxes are higher than letters: the middle half is what counts.
      const quarter = (rect.bottom - rect.top) / 4;
      lines.push({ parent, text: node.data.trim().slice(0, 40), box: { left: box.left + 1, right: box.right - 1, top: Math.max(box.top, rect.top + quarter), bottom: Math.min(box.bottom, rect.bottom - quarter) } });
    }
  }
  lines.sort((a, b) => a.box.top - b.box.top);
  for (let a = 0; a < lines.length; a += 1) {
    for (let b = a + 1; b < lines.length && lines[b].box.top < lines[a].box.bottom; b += 1) {
      const [one, other] = [lines[a], lines[b]];
      if (one.parent === other.parent) continue;
      if (stays(one.parent) !== stays(other.parent)) continue;
      if (over(one.box, other.box)) found.push(`“${one.text}” and “${other.text}” overlap: ${words(one.box)} and ${words(other.box)}`);
    }
  }
  return found;
}

function keep() {
  const shown = Array.from(document.querySelectorAll("button, input, select, textarea, [role=option], [role=tab], h1, h2, h3, [role=group], [role=region], [role=listbox]"));
  return shown
    .filter((element) => element.checkVisibility())
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { name: `${element.localName} ${element.getAttribute("aria-label") ?? element.innerText?.slice(0, 40) ?? ""}`, x, y, width, height };
    });
}

function watch(but) {
  const watched = new Map();
  const text = (element) => (element.getAttribute("aria-label") ?? element.innerText ?? "").replace(/\s+/g, " ").slice(0, 50);
  for (const element of document.querySelectorAll("button, input, select, textarea, [role=option], [role=tab], h1, h2, h3, p, dt, dd, li, [role=group], [role=region], [role=listbox]")) {
    if (!element.checkVisibility() || element.closest(but) || element.closest(".toasts, .tasks")) continue;
    const { x, y, width, height } = element.getBoundingClientRect();
    watched.set(element, { x, y, width, height, text: text(element) });
  }
  const jumps = new Map();
  let on = true;
  const read = () => {
    for (const [element, was] of watched) {
      if (!element.isConnected) {
        jumps.set(element, `${element.localName} “${was.text}” was taken away and drawn again`);
        watched.delete(element);
        continue;
      }
      const { x, y, width, height } = element.getBoundingClientRect();
      if (Math.abs(x - was.x) > 1 || Math.abs(y - was.y) > 1 || Math.abs(width - was.width) > 1 || Math.abs(height - was.height) > 1)
        jumps.set(element, `${element.localName} “${was.text}” moved from ${[was.x, was.y, was.width, was.height].map(Math.round)} to ${[x, y, width, height].map(Math.round)}`);
    }
  };
  const frame = () => {
    if (!on) return;
    read();
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  window.__moved = {
    end: () => {
      on = false;
      read();
      return Array.from(jumps.values());
    },
  };
}
