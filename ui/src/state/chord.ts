// One press of a key with its modifiers: how it is spelled in code, matched and shown.

export type Chord = { key: string; mod: boolean; alt: boolean; shift: boolean };

export const onMac = typeof navigator !== "undefined" && /Mac/.test(navigator.platform);

/** "g s" is two chords, "mod+shift+p" one. Letters are written small; "plus" is the + key. */
export function parse(spelled: string): Chord[] {
  return spelled
    .trim()
    .split(/\s+/)
    .map((chord) => {
      const parts = chord.split("+");
      const key = (parts.pop() ?? "").toLowerCase();
      return { key: NAMES[key] ?? key, mod: parts.includes("mod"), alt: parts.includes("alt"), shift: parts.includes("shift") };
    });
}

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey"> & { code?: string };

export function matches(chord: Chord | undefined, press: Press, mac: boolean = onMac): boolean {
  if (!chord) return false;
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (mod !== chord.mod || other || press.altKey !== chord.alt) return false;
  if (!isKey(chord, press)) return false;
  // A sign that needs Shift on this keyboard ("?", "+") is pressed whether or not the chord says so.
  return press.shiftKey === chord.shift || (!chord.shift && isSign(chord.key));
}

/** With Alt the key's own sign may change (Alt+1 on a Mac), so digits and letters are also known by their place. */
function isKey(chord: Chord, press: Press): boolean {
  const key = press.key.toLowerCase();
  if (key === chord.key) return true;
  if (chord.key === "+" && chord.mod && key === "=") return true;
  return chord.alt && (press.code === `Digit${chord.key}` || press.code === `Key${chord.key.toUpperCase()}`);
}

function isSign(key: string): boolean {
  return key.length === 1 && !/[\p{L}\p{N} ]/u.test(key);
}

export function isModified(chord: Chord): boolean {
  return chord.mod || chord.alt || /^f\d+$/.test(chord.key);
}

/** The caps to show, one list a chord: [["Ctrl", "K"]], [["G"], ["S"]]. */
export function caps(spelled: string, mac: boolean = onMac): string[][] {
  return parse(spelled).map((chord) => [
    ...(chord.mod ? [mac ? "⌘" : "Ctrl"] : []),
    ...(chord.alt ? [mac ? "⌥" : "Alt"] : []),
    ...(chord.shift ? [mac ? "⇧" : "Shift"] : []),
    SHOWN[chord.key] ?? (chord.key.length === 1 ? chord.key.toUpperCase() : chord.key[0]?.toUpperCase() + chord.key.slice(1)),
  ]);
}

/** As `aria-keyshortcuts` wants it. */
export function spoken(spelled: string, mac: boolean = onMac): string {
  return parse(spelled)
    .map((chord) =>
      [chord.mod ? (mac ? "Meta" : "Control") : "", chord.alt ? "Alt" : "", chord.shift ? "Shift" : "", SPOKEN[chord.key] ?? chord.key].filter(Boolean).join("+"),
    )
    .join(" ");
}

const NAMES: Record<string, string> = {
  plus: "+", minus: "-", comma: ",", space: " ", esc: "escape", del: "delete", up: "arrowup", down: "arrowdown", left: "arrowleft", right: "arrowright",
};
const SHOWN: Record<string, string> = {
  arrowup: "↑", arrowdown: "↓", arrowleft: "←", arrowright: "→", escape: "Esc", " ": "Space", delete: "Del", enter: "Enter", "-": "−",
};
const SPOKEN: Record<string, string> = {
  "+": "Plus", " ": "Space", arrowup: "ArrowUp", arrowdown: "ArrowDown", arrowleft: "ArrowLeft", arrowright: "ArrowRight", escape: "Escape", enter: "Enter", delete: "Delete",
};
