// Why a file could not be opened, in words with a next step.
import type { TroubleCode } from "../api/client";

export type Way = "read" | "again" | "other" | "forget";
export type Explanation = { title: (name: string) => string; text: string; ways: readonly Way[] };

const explanations: Partial<Record<TroubleCode, Explanation>> = {
  locked: {
    title: (name) => `${name} is being changed elsewhere`,
    text: "A dossier is changed in one place at a time. You can open it to read now, or try again when it is closed there.",
    ways: ["read", "again"],
  },
  damaged: {
    title: (name) => `${name} is damaged`,
    text: "Nothing was changed. Keep this file as it is and go on with the last backup. What can still be read, you can open to read.",
    ways: ["other", "read"],
  },
  newer: {
    title: (name) => `${name} was written by a newer version`,
    text: "This version of Dossier does not know all that is in the file, so it leaves it alone. Update Dossier, then open it again.",
    ways: ["other"],
  },
  older: {
    title: (name) => `${name} has to be brought up to date first`,
    text: "Open it once for a change: a copy of the file as it is now is kept beside it.",
    ways: ["again"],
  },
  "not-a-dossier": {
    title: (name) => `${name} is not a dossier`,
    text: "Dossiers end in .dossier. To read a document, open a dossier or make a new one, then import the document there.",
    ways: ["other"],
  },
  "not-found": {
    title: (name) => `${name} is not where it was`,
    text: "It was moved, renamed or deleted, or the disk it lies on is not connected.",
    ways: ["other", "again", "forget"],
  },
  "read-only": {
    title: (name) => `${name} may not be changed here`,
    text: "The file or its folder is protected. Open it to read, or copy it to a folder of your own and open the copy.",
    ways: ["read", "other"],
  },
  full: {
    title: (name) => `There is no room to open ${name}`,
    text: "The disk is full. Make room on it, then try again; nothing was changed.",
    ways: ["again", "read"],
  },
  input: {
    title: (name) => `${name} could not be read`,
    text: "Check that the disk is connected and that you may read the file.",
    ways: ["again", "other"],
  },
};

export function explained(code: TroubleCode): Explanation | undefined {
  return explanations[code];
}
