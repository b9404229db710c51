// Pictures for the guide: written again only where they differ from the ones there by more than the edges of letters.

import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** How far a channel may be from what it was, and how many pixels of a thousand may be further. */
const NEAR = 24;
const PER_MILLE = 0.5;

/** Keeps a picture; gives whether the file was written. */
export async function keep(page, path, bytes) {
  if (existsSync(path) && (await same(page, readFileSync(path), bytes))) return false;
  writeFileSync(path, bytes);
  return true;
}

/** Whether a person would see no difference. The page itself compares them, pixel by pixel. */
export async function same(page, one, other) {
  return page.runAsync(
    async (one, other, near, perMille) => {
      const pixels = async (base64) => {
        const image = new Image();
        image.src = `data:image/png;base64,${base64}`;
        await image.decode();
        const canvas = Object.assign(document.createElement("canvas"), { width: image.naturalWidth, height: image.naturalHeight });
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, canvas.width, canvas.height);
      };
      const [a, b] = [await pixels(one), await pixels(other)];
      if (a.width !== b.width || a.height !== b.height) return false;
      let different = 0;
      for (let at = 0; at < a.data.length; at += 4) {
        if (Math.abs(a.data[at] - b.data[at]) > near || Math.abs(a.data[at + 1] - b.data[at + 1]) > near || Math.abs(a.data[at + 2] - b.data[at + 2]) > near) different += 1;
      }
      return different * 1000 <= perMille * a.width * a.height;
    },
    one.toString("base64"),
    other.toString("base64"),
    NEAR,
    PER_MILLE,
  );
}
