// An icon is a component of @lucide/svelte.
export type { LucideIcon as Icon } from "@lucide/svelte";
