// Which of the shell's dialogs is in front.

export type Overlay = "palette" | "search" | "keys" | "settings" | "history" | "new" | "name";

let overlay = $state<Overlay | null>(null);
let asked = $state("");

export const shown = {
  get overlay(): Overlay | null {
    return overlay;
  },
  /** Words that the search starts with. */
  get words(): string {
    return asked;
  },
};

export function show(next: Overlay, words = ""): void {
  asked = words;
  overlay = next;
}

export function hide(): void {
  overlay = null;
}
