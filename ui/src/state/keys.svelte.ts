// Keys: what each does now, in which group it is listed, and which one a press means.
import { getContext, setContext, untrack } from "svelte";
import { type Chord, isModified, matches, parse } from "./chord";

export type Key = {
  /** "j", "mod+s" (Ctrl, Cmd on a Mac), "shift+enter", "g s" (one after the other), "?". Several: ["j", "arrowdown"]. */
  keys: string | string[];
  does: string;
  run: () => unknown;
  when?: () => boolean;
  /** Also while typing in a field; chords with mod or alt do unless this is false. */
  typing?: boolean;
  /** Not in the palette (moving about a list, say). */
  unlisted?: boolean;
};
export type Group = { name: string; keys: Key[] };

type Registered = { name: string; keys: () => Key[]; layer: number };

/** A second key of a sequence is waited for this long. */
const SEQUENCE_MS = 1200;
const LAYER = Symbol("layer");

let registered = $state.raw<Registered[]>([]);
let layers = $state.raw<number[]>([]);

export const keys = {
  /** What works now, latest group first, without what `when` rules out. */
  get groups(): Group[] {
    return on(Math.max(0, ...layers));
  },
  /** What works under the dialogs that are open, for the key list and the palette, which are dialogs themselves. */
  get beneath(): Group[] {
    return on(0);
  },
};

function on(layer: number): Group[] {
  return registered
    .filter((group) => group.layer === layer)
    .map((group) => ({ name: group.name, keys: group.keys().filter((key) => key.when?.() ?? true) }))
    .filter((group) => group.keys.length > 0)
    .reverse();
}

/** Keys for the life of a component; `list` may read state. Inside a Dialog they work while it is the topmost. */
export function useKeys(name: string, list: () => Key[]): void {
  const group: Registered = { name, keys: list, layer: getContext<number | undefined>(LAYER) ?? 0 };
  $effect(() => {
    untrack(() => {
      registered = [...registered, group];
    });
    return () => {
      registered = registered.filter((other) => other !== group);
    };
  });
}

/** For the content of a dialog: keys beneath rest while it is open. */
export function useLayer(open: () => boolean = () => true): void {
  const layer = (getContext<number | undefined>(LAYER) ?? 0) + 1;
  setContext(LAYER, layer);
  $effect(() => {
    if (!open()) return;
    untrack(() => {
      layers = [...layers, layer];
    });
    return () => {
      layers = layers.toSpliced(layers.indexOf(layer), 1);
    };
  });
}

let waiting: { chords: Chord[]; at: number } = { chords: [], at: 0 };

/** What a press means now, or undefined; keeps the beginnings of sequences. */
export function pressed(event: KeyboardEvent, now: number): Key | undefined {
  const earlier = now - waiting.at < SEQUENCE_MS ? waiting.chords : [];
  const typing = isField(event.target);
  let begun = false;
  for (const group of keys.groups) {
    for (const key of group.keys) {
      for (const spelled of typeof key.keys === "string" ? [key.keys] : key.keys) {
        const chords = parse(spelled);
        if (typing && !(key.typing ?? chords.some(isModified))) continue;
        if (chords.length === 1 && earlier.length === 0 && matches(chords[0], event) && !isOfControl(event)) return key;
        if (chords.length === 2) {
          if (earlier.length === 1 && matches(chords[1], event) && sameChord(chords[0], earlier[0])) {
            waiting = { chords: [], at: 0 };
            return key;
          }
          if (matches(chords[0], event)) {
            waiting = { chords: [chords[0]!], at: now };
            begun = true;
          }
        }
      }
    }
  }
  if (!begun && earlier.length > 0 && !isModifier(event.key)) {
    waiting = { chords: [], at: 0 };
    return pressed(event, now);
  }
  return undefined;
}

/** The one listener of the page. */
export function listen(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const key = pressed(event, performance.now());
  if (!key) return;
  event.preventDefault();
  key.run();
}

function sameChord(a: Chord | undefined, b: Chord | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isModifier(key: string): boolean {
  return key === "Shift" || key === "Control" || key === "Alt" || key === "Meta" || key === "AltGraph";
}

/** Is the person writing? */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.getAttribute("contenteditable") === "true") return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit", "reset", "range"].includes(target.type);
}

/** Enter and space belong to the button or link that has the focus. */
function isOfControl(event: KeyboardEvent): boolean {
  if (event.key !== "Enter" && event.key !== " ") return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  return event.target instanceof Element && event.target.closest("button, a[href], summary, [role=button], [role=tab], [role^=menuitem], input") !== null;
}
