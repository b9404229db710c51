// Runs inside the page: finds things by role and accessible name (computed by axe), and keeps what the page complained of.

/* global axe */
export function eyes() {
  const complaints = [];
  const say = (kind, text) => complaints.push(`${kind}: ${text}`);
  document.addEventListener("securitypolicyviolation", (event) => say("policy", `${event.effectiveDirective} refused ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`));
  window.addEventListener("error", (event) => {
    // Only says that some sizes are told about a frame later.
    if (!event.message.startsWith("ResizeObserver loop")) say("error", event.message);
  });
  window.addEventListener("unhandledrejection", (event) => {
    const why = JSON.stringify(event.reason?.message ?? event.reason);
    // Debug builds ask for developer tools at Ctrl+Shift+I, which is refused as it should be.
    if (!why.includes("internal_toggle_devtools not allowed")) say("rejection", why);
  });
  const log = console.error;
  console.error = (...words) => {
    say("console", words.map((word) => (word instanceof Error ? word.message : typeof word === "string" ? word : JSON.stringify(word))).join(" "));
    log.apply(console, words);
  };
  // What was refused before these eyes were open is in the reports that the browser keeps.
  if (typeof ReportingObserver === "function") {
    const early = new ReportingObserver(
      (reports) => {
        for (const report of reports) say("policy", `${report.body?.effectiveDirective} refused ${report.body?.blockedURL}`);
        early.disconnect();
      },
      { types: ["csp-violation"], buffered: true },
    );
    early.observe();
  }

  const collapse = (text) => text.replace(/\s+/g, " ").trim();

  function visible(element) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 && box.height === 0 && element.children.length === 0) return false;
    if (element.closest("[inert], [aria-hidden='true']")) return false;
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
  }

  function withTree(work) {
    axe.teardown();
    axe.setup(document.documentElement);
    try {
      return work();
    } finally {
      axe.teardown();
    }
  }

  const roleOf = (element) => axe.commons.aria.getRole(element) ?? element.localName;
  const nameOf = (element) => collapse(axe.commons.text.accessibleText(element) || (element.getAttribute("aria-label") ?? ""));

  function matches(name, wanted) {
    if (!wanted) return true;
    return wanted.text !== undefined ? name === wanted.text : new RegExp(wanted.source, wanted.flags).test(name);
  }

  /** Several roles: what has any of them. */
  function all(role, wanted, within) {
    const roles = [role].flat();
    const top = within ? document.querySelector(within) : document;
    if (!top) return [];
    return withTree(() => Array.from(top.querySelectorAll("*")).filter((element) => roles.includes(roleOf(element)) && visible(element) && matches(nameOf(element), wanted)));
  }

  function describe(element) {
    if (!element) return null;
    return withTree(() => {
      const box = element.getBoundingClientRect();
      return {
        tag: element.localName,
        role: roleOf(element),
        name: nameOf(element),
        text: collapse(element.innerText ?? ""),
        value: element.value ?? null,
        checked: element.ariaChecked ?? (typeof element.checked === "boolean" ? String(element.checked) : null),
        selected: element.getAttribute("aria-selected"),
        pressed: element.getAttribute("aria-pressed"),
        disabled: element.disabled === true || element.getAttribute("aria-disabled") === "true",
        box: { x: box.x, y: box.y, width: box.width, height: box.height },
      };
    });
  }

  window.__eyes = { all, describe, complaints: () => complaints };
}
