// Many fictional reports for tests of size, always the same ones: a campaign that sixty reports give figures for, and hundreds of others; long
// names, and text that runs from right to left. Run by hand: node tests/window/generate.mjs FOLDER [COUNT]

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { made } from "./harness/places.mjs";

/** How many reports count the accounts of the one campaign. */
export const WITNESSES = 60;

const LONG = "The Consolidated Quarterly Review of Cross-Border Capability Transfer, Model Provenance and Related Questions of Administrative Law";
const ARABIC = "تقرير موجز عن حملة استخراج قدرات النموذج";
const HEBREW = "דוח קצר על מסע לחילוץ יכולות המודל";

const FIRST = ["Alder", "Briar", "Cedar", "Dunmore", "Elwin", "Farrow", "Glenholt", "Harrow", "Ivel", "Jessop", "Kestrel", "Larkin", "Morrow", "Nether", "Oakham", "Pallin", "Quern", "Rushden", "Selby", "Thorne"];
const LAST = ["Analytics", "Audit", "Cloud", "Data", "Exchange", "Forensics", "Group", "Hosting", "Institute", "Journal"];
const CAPABILITIES = ["software engineering", "multi-step planning", "long-horizon tasks", "agentic coding", "tool use", "translation"];
const MONTHS = ["January", "February", "March", "April", "May", "June"];

const two = (n) => String(n).padStart(2, "0");
const house = (n) => `${FIRST[n % FIRST.length]} ${LAST[Math.floor(n / FIRST.length) % LAST.length]}`;

/** Writes `count` reports into `folder`. */
export function generate(folder, count = 2000) {
  made(folder);
  for (let n = 0; n < count; n += 1) {
    const { name, text } = n < WITNESSES ? witness(n) : other(n);
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** One of those who count the same accounts for themselves. */
function witness(n) {
  const publisher = n % 15 === 3 ? LONG : `${house(n)} ${n}`;
  const title = n % 15 === 5 ? ARABIC : n % 15 === 9 ? HEBREW : `${house(n)} on the fake accounts that reached Corvid`;
  const figure = ["24,000", "nearly 24,000", "about 24,000", "approximately 24,000"][n % 4];
  return {
    name: `${String(n).padStart(4, "0")}-${n % 15 === 3 ? LONG.toLowerCase().replaceAll(/[^a-z]+/g, "-") : "witness"}.md`,
    text: headed({ title, publisher, day: 1 + (n % 28), month: 6 }, [
      `Halden has accused Meridian Works of using ${figure} fraudulent accounts to reach its Corvid model.`,
      `The accounts generated 31.2 million exchanges with Corvid from March 11 to May 3, ${publisher} said.`,
      ...(n % 15 === 5 ? [`${ARABIC}. ${ARABIC}.`] : []),
      ...(n % 15 === 9 ? [`${HEBREW}. ${HEBREW}.`] : []),
    ]),
  };
}

/** A report of a campaign of its own. */
function other(n) {
  const lab = `${house(n)} ${Math.floor(n / 200)}`;
  const accused = `${house(n * 7 + 3)} ${Math.floor(n / 200) + 20}`;
  const month = n % 6;
  return {
    name: `${String(n).padStart(4, "0")}-report.txt`,
    text: `Specimen: fictional case\n\n${lab} accuses ${accused}\n\n${lab} has accused ${accused} of using about ${1000 + ((n * 137) % 9000)} fraudulent accounts to reach its model between ${MONTHS[month]} ${1 + (n % 20)} and ${MONTHS[month + 1 > 5 ? 5 : month + 1]} ${21 + (n % 7)}. The requests were concentrated on ${CAPABILITIES[n % CAPABILITIES.length]}, it said.\n\nPublished by: ${n % 97 === 0 ? LONG : house(n * 3)}\nPublished on: June ${1 + (n % 28)}, 2026\n`,
  };
}

function headed({ title, publisher, day, month }, paragraphs) {
  return `---\ntitle: "${title}"\npublisher: "${publisher}"\npublished: 2026-${two(month)}-${two(day)}\nspecimen: true\n---\n\nSpecimen: fictional case\n\n${paragraphs.join("\n\n")}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generate(process.argv[2], Number(process.argv[3] ?? 2000));
