// For tests: code that runs while a component starts, in one with nothing to see.
import { mount, unmount } from "svelte";
import Bare from "./Bare.svelte";

/** Gives back what ends it. */
export function mounted(start: () => void): () => void {
  const component = mount(Bare, { target: document.body, props: { start } });
  return () => void unmount(component);
}
