// Who acts, and how the window looks. Kept on the Rust side, put on the page here.
import { api, type Settings, type Theme } from "../api/client";
import { attempt } from "./tell.svelte";

export const SIZES = { least: 80, most: 150, step: 10 } as const;

let held = $state.raw<Settings>({ name: "", theme: "system", text_size: 100 });

export const settings = {
  get name(): string {
    return held.name;
  },
  get theme(): Theme {
    return held.theme;
  },
  /** Percent. */
  get textSize(): number {
    return held.text_size;
  },
};

/** Takes the settings as they were kept. */
export function takeSettings(kept: Settings): void {
  held = { ...kept, text_size: within(kept.text_size) };
  show(held);
}

/** Changes some of them, on the page at once and then for good. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  takeSettings({ ...held, ...change });
  await attempt(() => api.saveSettings(held));
}

export const setTheme = (theme: Theme) => changeSettings({ theme });
export const larger = () => changeSettings({ text_size: held.text_size + SIZES.step });
export const smaller = () => changeSettings({ text_size: held.text_size - SIZES.step });
export const actualSize = () => changeSettings({ text_size: 100 });

export function within(percent: number): number {
  return Math.min(SIZES.most, Math.max(SIZES.least, percent || 100));
}

function show({ theme, text_size }: Settings): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  root.style.fontSize = `${(16 * text_size) / 100}px`;
}
