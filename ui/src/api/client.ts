// The one place that calls the Rust side.
import { invoke } from "@tauri-apps/api/core";

/** What the dossier given on the command line holds; null where none was given. */
export interface Overview {
  title: string;
  sources: number;
  claims: number;
  facts: number;
}

export function overview(): Promise<Overview | null> {
  return invoke<Overview | null>("overview");
}
