import { expect, test } from "vitest";
import { attachedTo, depths } from "./attached";
import { source } from "./samples";

const mail = source("S1");
const sheet = source("S2", { within: "S1" });
const forwarded = source("S3", { within: "S1" });
const picture = source("S4", { within: "S3" });
const last = source("S5", { within: "S1" });
const other = source("S6");

test("a mail has the attachments that lie right within it", () => {
  expect(attachedTo("S1", [mail, sheet, forwarded, picture, last, other]).map((one) => one.id)).toEqual(["S2", "S3", "S5"]);
});

test("attachments stand as deep as they lie", () => {
  expect([...depths([mail, sheet, forwarded, picture, last, other])]).toEqual([["S2", 1], ["S3", 1], ["S4", 2], ["S5", 1]]);
});

test("an attachment that stands elsewhere is not indented", () => {
  expect(depths([sheet, mail, other, picture, forwarded]).size).toBe(0);
  expect([...depths([sheet, forwarded, picture])]).toEqual([["S4", 1]]);
});
