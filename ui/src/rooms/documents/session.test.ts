import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Draft, Finding, Proof } from "../../api/client";
import { PAUSE_MS } from "./asker.svelte";
import { IDLE_MS } from "./saver.svelte";
import { Session } from "./session.svelte";
import { wordsOf } from "./text/draft";
import { fact, paragraphOf } from "./text/sample";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const text: Draft = paragraphOf([{ text: "It involved " }, fact("25,000 accounts", "F1", true), { text: "." }]);
const gained: Finding = {
  code: "precision-gained",
  severity: "error",
  place: "paragraph 1, sentence 1",
  text: "25,000 accounts",
  why: "",
  fix: null,
  replacement: "nearly 25,000 accounts",
  fact: null,
};

function opened() {
  const proofs: { draft: Draft; answer: (findings: Finding[]) => void }[] = [];
  const saved: Draft[] = [];
  const session = new Session(text, 1, {
    saveDraft: async (draft) => saved.push(draft) + 1,
    sentence: async (id) => [fact("Nobody verified it", id), { text: "." }],
    proof: (draft) =>
      new Promise<Proof>((resolve) => {
        const rest = { ticket: proofs.length, pages: 1, width: 612, height: 792, remarks: [], reminders: [] };
        const places = ["subject", ...Array.from({ length: 9 }, (_, at) => `paragraph 1, sentence ${at + 1}`)];
        proofs.push({ draft, answer: (findings) => resolve({ ...rest, findings, places }) });
      }),
  });
  const write = (words: string, at = session.text.doc.child(0).nodeSize + 2) => session.dispatch(session.text.tr.insertText(words, at));
  const first = () => {
    const [block] = session.draft.blocks;
    return block?.block === "paragraph" ? block.sentences.map(wordsOf) : [];
  };
  return { session, proofs, saved, write, first };
}

describe("a document on the desk", () => {
  it("is not unsaved because it was opened", async () => {
    const { session, saved } = opened();
    await pass(IDLE_MS * 2);
    await session.saver.flush();
    expect([session.saver.state, session.saver.version, saved.length]).toEqual(["saved", 1, 0]);
  });

  it("is saved a moment after a change, once", async () => {
    const { session, saved, write } = opened();
    write("Indeed. ");
    expect(session.saver.state).toBe("unsaved");
    await pass(IDLE_MS);
    expect([session.saver.state, session.saver.version, saved.length]).toEqual(["saved", 2, 1]);
  });

  it("keeps findings at their words though the text changed while the proof was made", async () => {
    const { session, proofs, write } = opened();
    await pass(0);
    write("Allegedly, ");
    proofs[0]?.answer([gained]);
    await pass(0);
    const words = session.placed[0]?.words;
    expect(session.text.doc.textBetween(words?.from ?? 0, words?.to ?? 0)).toBe("25,000 accounts");
    await pass(PAUSE_MS);
    expect(proofs).toHaveLength(2);
    expect(wordsOf(proofs[1]?.draft.blocks[0]?.block === "paragraph" ? (proofs[1].draft.blocks[0].sentences[0] ?? []) : [])).toMatch(/^Allegedly/);
  });

  it("mends a finding, and can undo it", async () => {
    const { session, proofs, first } = opened();
    await pass(0);
    proofs[0]?.answer([gained]);
    await pass(0);
    expect(await session.fix(session.placed[0]?.id ?? "")).toBe(true);
    expect(first()).toEqual(["It involved nearly 25,000 accounts."]);
    const { undo } = await import("prosemirror-history");
    session.run(undo);
    expect(first()).toEqual(["It involved 25,000 accounts."]);
    expect(session.saver.state).toBe("saved");
  });

  it("adds the fact that is left out, in a letter’s words", async () => {
    const { session, proofs, first } = opened();
    await pass(0);
    proofs[0]?.answer([{ ...gained, code: "adverse-omitted", replacement: null, fact: "F7" }]);
    await pass(0);
    await session.fix(session.placed[0]?.id ?? "");
    expect(first()).toEqual(["It involved 25,000 accounts.", "Nobody verified it."]);
  });

  it("keeps a chosen finding chosen while it is found again", async () => {
    const { session, proofs, write } = opened();
    await pass(0);
    proofs[0]?.answer([gained]);
    await pass(0);
    session.choose(session.placed[0]?.id ?? null);
    write("Indeed, ");
    await pass(PAUSE_MS);
    proofs[1]?.answer([gained]);
    await pass(0);
    expect(session.chosen).not.toBeNull();
    write("x");
    await pass(PAUSE_MS);
    proofs[2]?.answer([]);
    await pass(0);
    expect(session.chosen).toBeNull();
  });

  it("goes to a place as the proof names it", async () => {
    const { session, proofs } = opened();
    await pass(0);
    proofs[0]?.answer([]);
    await pass(0);
    expect(session.goTo("paragraph 1, sentence 1")).toBe(true);
    const { from, to } = session.text.selection;
    expect(session.text.doc.textBetween(from, to)).toBe("It involved 25,000 accounts.");
    expect(session.goTo("figure 9")).toBe(false);
  });

  it("takes a version that was saved elsewhere", async () => {
    const { session, first, saved } = opened();
    session.restart(paragraphOf([{ text: "Other." }]), 7);
    await pass(IDLE_MS);
    expect([first(), session.saver.version, saved.length]).toEqual([["Other."], 7, 0]);
  });

  it("saves other measures as a change", async () => {
    const { session, saved } = opened();
    session.ask(["chip-controls"]);
    await pass(IDLE_MS);
    expect(saved[0]?.measures).toEqual(["chip-controls"]);
  });
});
