import { describe, expect, it } from "vitest";
import { type Entry, actEntries, arranged } from "./palette";

const run = () => {};
const search = (words: string): Entry => ({ id: "search", group: "Search", label: `Search for ${words}`, run });
const acts = actEntries([
  { name: "Facts", keys: [{ keys: "a", does: "Accept", run }, { keys: "j", does: "Next fact", run, unlisted: true }] },
  { name: "Rooms", keys: [{ keys: ["alt+1", "g s"], does: "Sources", run }] },
  { name: "Anywhere", keys: [{ keys: "?", does: "List of keys", run }, { keys: [], does: "Accept", run }] },
]);

describe("the palette", () => {
  it("offers each act once, the room's first, with its first key", () => {
    expect(acts.map(({ label, keys }) => [label, keys])).toEqual([["Accept", "a"], ["Go to Sources", "alt+1"], ["List of keys", "?"]]);
  });

  it("shows acts alone until something is typed", () => {
    const things: Entry[] = [{ id: "F1", group: "Facts of the case", label: "accepted terms", run }];
    expect(arranged("", acts, things, search).map(({ name }) => name)).toEqual(["Facts", "Rooms", "Anywhere"]);
    expect(arranged("accept", acts, things, search).map(({ name, entries }) => [name, entries.length])).toEqual([["Facts", 1], ["Facts of the case", 1], ["Search", 1]]);
  });

  it("always leads on to a search of the texts", () => {
    expect(arranged("zebra", acts, [], search).map(({ entries }) => entries[0]?.label)).toEqual(["Search for zebra"]);
  });
});
