// Which keys stand at the foot of the queue.
import type { Doing } from "./doing";

/** `lesser` where there is little room. */
export type FootKey = { keys: string[]; does: string; lesser?: boolean };

const READING: FootKey[] = [
  { keys: ["j", "k"], does: "next, previous" },
  { keys: ["a"], does: "accept" },
  { keys: ["e"], does: "edit" },
  { keys: ["r"], does: "reject" },
  { keys: ["s"], does: "split" },
  { keys: ["m"], does: "merge" },
  { keys: ["n"], does: "add" },
  { keys: ["shift+a"], does: "accept the kind", lesser: true },
  { keys: ["u"], does: "undo" },
  { keys: ["?"], does: "all keys" },
];
const WRITING: FootKey[] = [
  { keys: ["enter"], does: "save and accept" },
  { keys: ["tab"], does: "next field" },
  { keys: ["alt+z"], does: "field as proposed", lesser: true },
  { keys: ["escape"], does: "leave" },
];

export function footKeys(doing: Doing["is"], readOnly: boolean): FootKey[] {
  switch (doing) {
    case "reading":
      return readOnly ? READING.filter(({ does }) => does === "next, previous" || does === "all keys") : READING;
    case "editing":
    case "adding":
      return WRITING;
    case "splitting":
      return [...WRITING.slice(0, 1), { keys: ["alt+down", "alt+up"], does: "next part, part before" }, ...WRITING.slice(1)];
    case "choosing":
      return [
        { keys: ["left", "right"], does: "a word" },
        { keys: ["up", "down"], does: "a sentence" },
        { keys: ["shift+right"], does: "longer" },
        { keys: ["enter"], does: "take these words" },
        { keys: ["escape"], does: "leave" },
      ];
    case "merging":
      return [
        { keys: ["up", "down"], does: "along the list" },
        { keys: ["space"], does: "choose" },
        { keys: ["enter"], does: "merge" },
        { keys: ["escape"], does: "leave" },
      ];
  }
}
