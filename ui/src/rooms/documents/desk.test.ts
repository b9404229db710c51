import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Draft, DraftRow } from "../../api/client";
import { paragraphOf } from "./text/sample";

const { api } = vi.hoisted(() => ({
  api: { draft: vi.fn(), saveDraft: vi.fn(), proof: vi.fn(), sentence: vi.fn() },
}));
vi.mock("../../api/client", () => ({ api }));
const { desk } = await import("./desk.svelte");

const row = (name: string): DraftRow => ({ name, kind: "letter", to: "x", version: 1, saved_at: "" });
const draft = (name: string): Draft => ({ ...paragraphOf([{ text: name }]), name });

beforeEach(() => {
  vi.clearAllMocks();
  api.draft.mockImplementation(async (name: string) => draft(name));
  api.saveDraft.mockResolvedValue(2);
  api.proof.mockReturnValue(new Promise(() => {}));
  desk.of(null);
  desk.of(1);
});
const write = () => desk.session?.dispatch(desk.session.text.tr.insertText("x", 4));

describe("the desk", () => {
  it("saves the document on it before the next is put there", async () => {
    await desk.open(row("one"));
    write();
    await desk.open(row("two"));
    expect(api.saveDraft.mock.calls.map(([saved]) => saved.name)).toEqual(["one"]);
    expect(desk.session?.name).toBe("two");
  });

  it("keeps what could not be saved", async () => {
    await desk.open(row("one"));
    write();
    api.saveDraft.mockRejectedValue({ code: "full", message: "The disk is full." });
    await expect(desk.open(row("two"))).rejects.toMatchObject({ code: "full" });
    expect(desk.session?.name).toBe("one");
  });

  it("never saves into another dossier than the one it came from", async () => {
    await desk.open(row("one"));
    const held = desk.session;
    write();
    desk.of(2);
    await held?.saver.flush();
    expect(api.saveDraft).not.toHaveBeenCalled();
    expect(held?.saver.state).toBe("failed");
  });

  it("checks anew what others changed, and nothing because of its own saving", async () => {
    await desk.open(row("one"));
    const check = vi.spyOn(desk.session ?? ({} as never), "check");
    desk.moved(4);
    write();
    check.mockClear();
    await desk.session?.saver.flush();
    desk.moved(5);
    expect(check).not.toHaveBeenCalled();
    desk.moved(6);
    expect(check).toHaveBeenCalledOnce();
  });
});
