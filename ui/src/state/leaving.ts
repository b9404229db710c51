// What is to be kept before the dossier is given back or the window closes.

type Keep = () => Promise<unknown> | undefined;

const keeps = new Set<Keep>();

/** `keep` runs before anything is left, until the function given back is called. */
export function beforeLeaving(keep: Keep): () => void {
  keeps.add(keep);
  return () => void keeps.delete(keep);
}

/** Keeps everything. What cannot be kept has told why itself, and holds up nothing. */
export async function keepAll(): Promise<void> {
  await Promise.allSettled([...keeps].map((keep) => keep()));
}
