// The six rooms, and the way to each when it has drawn what it shows.

/** Every room with what is there once it is drawn on a full case. */
export const ROOMS = ["Sources", "Facts", "Timeline", "Measures", "Documents", "Packs"];

/** Goes to a room by its button in the rail, and waits until it stands still. */
export async function enter(page, name) {
  await page.click("button", new RegExp(`^${name}`), { within: "nav" });
  await page.until(() => page.run((name) => document.querySelector(`section[aria-label="${name}"]`) !== null, name), `the room ${name}`);
  await page.settled();
}

/** Makes every pane light or dark, as the settings would. */
export async function paint(page, theme) {
  await page.run((theme) => (document.documentElement.dataset.theme = theme), theme);
  await page.settled();
}
