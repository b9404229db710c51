// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { tick } from "svelte";
import type { ClaimId, ClaimRow } from "../../api/client";

const asked: string[] = [];
let refuse = false;
const says = (what: string, answer: unknown) => {
  asked.push(what);
  return refuse ? Promise.reject({ code: "locked", message: "Somebody else is changing the dossier." }) : Promise.resolve(answer);
};
vi.mock("../../api/client", () => ({
  api: {
    accept: (ids: string[], unread: boolean) => says(`accept ${ids.join(" ")}${unread ? " unread" : ""}`, {}),
    acceptKind: (kind: string, source: string) => says(`accept ${kind} of ${source}`, { accepted: ["C1", "C2"] }),
    reject: (ids: string[], reason: string | null) => says(`reject ${ids.join(" ")}: ${reason}`, {}),
    edit: (id: string, draft: { value: string }) => says(`edit ${id} to ${draft.value}`, { claims: [{ id: "C20" }] }),
    split: (id: string, drafts: { value: string }[]) => says(`split ${id} to ${drafts.map((draft) => draft.value).join(", ")}`, { claims: [{ id: "C20" }, { id: "C21" }] }),
    merge: (ids: string[]) => says(`merge ${ids.join(" ")}`, { claims: [{ id: "C20" }] }),
    add: (source: string, draft: { quotes: { text: string }[] }) => says(`add to ${source} on ${draft.quotes[0]?.text}`, { claims: [{ id: "C20" }] }),
    checkClaim: (_: string, draft: { unit: string | null }) => Promise.resolve(draft.unit === "blips" ? [{ field: "unit", at: null, message: "`blips` is no unit" }] : []),
  },
}));

const { Desk } = await import("./desk.svelte");
const { told } = await import("../../state/tell.svelte");
const { claim, source } = await import("./samples");
const { Session } = await import("./session.svelte");
const { laid } = await import("./text");

const text = "nearly 24,000 accounts, and nearly 24,000 accounts, then proxies and tool use were seen.";
let session: InstanceType<typeof Session>;
let rows: ClaimRow[];
let desk: InstanceType<typeof Desk>;

beforeEach(() => {
  asked.length = 0;
  refuse = false;
  session = new Session();
  rows = [
    claim("C1", [[0, 22]], { property: "accounts", unit: "accounts" }),
    claim("C2", [[28, 50]], { property: "accounts", unit: "accounts" }),
    claim("C3", [[57, 77]], { kind: "method", property: "method", value: "proxies and tool use", unit: null, bound: null }),
    claim("C4", [[83, 87]], { kind: "act", property: "act", value: "seen", unit: null, bound: null }),
  ];
  const page = laid(text, []);
  const row = source("S1");
  desk = new Desk({
    session: () => session,
    reading: () => ({ source: row, text, marks: [], claims: rows }),
    page: () => page,
    readOnly: () => false,
    show: (id: ClaimId | null) => session.choose("S1", id),
    open: (id: string) => asked.push(`open ${id}`),
  });
  session.choose("S1", "C1");
});

const states = () => desk.claims.map((one) => `${one.id} ${one.state}`).join(", ");

test("each decision leads on at once, and is written in its turn", async () => {
  desk.accept();
  expect([desk.selected, states(), desk.unwritten]).toEqual(["C2", "C1 accepted, C2 proposed, C3 proposed, C4 proposed", 1]);
  void desk.reject("C2", "Duplicate");
  desk.accept();
  await desk.written();
  await tick();
  expect(asked).toEqual(["accept C1", "reject C2: Duplicate", "accept C3"]);
  expect([desk.selected, desk.unwritten]).toEqual(["C4", 0]);
});

test("what the rows say themselves is theirs to take back", async () => {
  desk.accept();
  await desk.written();
  desk.reread(rows.map((row) => (row.id === "C1" ? { ...row, state: "accepted" as const } : row)));
  expect(states().startsWith("C1 proposed")).toBe(true);
});

test("a decision that could not be written is open again, and its claim in hand", async () => {
  refuse = true;
  desk.accept();
  await desk.written();
  expect([desk.selected, states().startsWith("C1 proposed")]).toEqual(["C1", true]);
});

test("after the last claim none is in hand", async () => {
  rows = rows.map((row) => (row.id === "C1" ? row : { ...row, state: "accepted" as const }));
  desk.accept();
  expect(desk.selected).toBeNull();
  await desk.written();
});

test("a kind is accepted in bulk, what is of another kind stays", async () => {
  expect(desk.ofKind).toEqual(["C1", "C2"]);
  desk.acceptKind();
  expect(desk.selected).toBe("C3");
  await desk.written();
  expect(asked).toEqual(["accept count of S1"]);
});

test("an edit is kept as it is written; one that changes nothing accepts", async () => {
  desk.edit();
  desk.set({ value: "about 30 thousand" });
  expect(await desk.save()).toBe(true);
  expect([asked, desk.doing.is, desk.selected]).toEqual([["edit C1 to 30000"], "reading", "C2"]);
  desk.edit();
  expect(await desk.save()).toBe(true);
  await desk.written();
  expect(asked.at(-1)).toBe("accept C2");
});

test("what is wrong is said where it is touched, and everywhere once saving was tried", async () => {
  desk.edit();
  desk.set({ value: "many" });
  expect(Object.keys(desk.problems)).toEqual(["value"]);
  desk.set({ value: "24,000", subject: "" });
  expect(Object.keys(desk.problems)).toEqual(["subject"]);
  expect(await desk.save()).toBe(false);
  desk.set({ subject: "campaign", unit: "blips" });
  await desk.check();
  expect(desk.problems.unit).toBe("“blips” is no unit.");
  expect([await desk.save(), asked]).toEqual([false, []]);
});

test("a split is kept in its parts, not as two of the same", async () => {
  session.choose("S1", "C1");
  desk.split();
  expect(await desk.save()).toBe(false);
  expect(desk.partsTrouble).toBe("Part 2 says the same as another part.");
  desk.leave();
  session.choose("S1", "C3");
  desk.split();
  await desk.save();
  expect(asked).toEqual(["split C3 to proxies, tool use"]);
});

test("duplicates are chosen to begin with, and merged into the claim in hand", async () => {
  desk.merge();
  expect([[...desk.chosen], desk.pointed]).toEqual([["C2"], "C2"]);
  await desk.join();
  expect([asked, desk.selected]).toEqual([["merge C1 C2"], "C3"]);
});

test("a claim is added on selected words, or on words walked to", async () => {
  desk.add({ start: 57, end: 63 });
  expect([desk.doing.is, desk.form?.quotes[0]?.text]).toEqual(["adding", "proxies"]);
  await desk.save();
  expect([asked, desk.selected]).toEqual([["add to S1 on proxies"], "C20"]);
  session.choose("S1", "C3");
  desk.add(null);
  desk.press({ key: "ArrowRight", shiftKey: false, mod: false });
  desk.press({ key: "ArrowRight", shiftKey: true, mod: false });
  desk.take();
  expect(desk.form?.quotes[0]?.text).toBe("were seen");
});

test("while a claim is written, selected words become its quotation", () => {
  desk.edit();
  desk.add({ start: 28, end: 34 });
  expect(desk.form?.quotes).toEqual([{ start: 28, end: 34, text: "nearly" }]);
  desk.press({ key: "ArrowRight", shiftKey: true, mod: false }, 0);
  expect(desk.outlined.map((quote) => quote.text)).toEqual(["nearly 24,000"]);
});

test("what was written and left is taken up again, at its source", () => {
  desk.edit();
  desk.set({ value: "5" });
  desk.leave();
  expect(desk.doing.is).toBe("reading");
  told.all.at(-1)?.action?.run();
  expect(asked).toEqual(["open S1"]);
  session.choose("S1", "C4");
  desk.resume();
  expect([desk.doing.is, desk.form?.value, desk.selected, session.aside]).toEqual(["editing", "5", "C1", null]);
});

test("what nobody changed is left without a word", () => {
  const before = told.all.length;
  desk.split();
  desk.leave();
  desk.edit();
  desk.leave();
  expect(told.all.length).toBe(before);
});

test("nothing is decided while something is written", () => {
  desk.edit();
  desk.accept();
  expect([asked, desk.doing.is]).toEqual([[], "editing"]);
});

test("where one proposer's claims are judged, nobody else's follow unasked", async () => {
  rows = rows.map((row) => (row.id === "C1" || row.id === "C2" ? { ...row, proposer: "reader 2.1" } : row));
  session.proposer = "reader 2.1";
  expect(desk.listed.map((one) => one.id)).toEqual(["C1", "C2"]);
  desk.accept();
  expect(desk.selected).toBe("C2");
  desk.accept();
  expect(desk.selected).toBeNull();
  await desk.written();
  expect(desk.waiting).toEqual(["C3", "C4"]);
});

test("of a kind, only those are accepted that are listed", async () => {
  rows = rows.map((row) => (row.id === "C1" ? { ...row, proposer: "reader 2.1" } : row));
  session.proposer = "reader 2.1";
  desk.acceptKind();
  await desk.written();
  expect(asked).toEqual(["accept C1"]);
});

test("a source with nothing of that proposer lists all of its claims", () => {
  session.proposer = "reader 2.1";
  expect(desk.proposer).toBeNull();
  expect(desk.listed).toHaveLength(4);
});
