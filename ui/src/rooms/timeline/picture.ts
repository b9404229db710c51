// A chart's SVG text as nodes that are safe to put into the page: what is not on the lists below is left out.
//
// The picture comes from our own code, but the words in it come from documents; so it is read as data, never as markup.

const SVG = "http://www.w3.org/2000/svg";

const ELEMENTS = new Set([
  "svg", "g", "path", "line", "polyline", "polygon", "rect", "circle", "ellipse",
  "text", "tspan", "title", "desc", "defs", "clipPath", "marker",
]);

const ATTRIBUTES = new Set([
  "viewBox", "preserveAspectRatio", "transform", "d", "points", "x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry",
  "width", "height", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray",
  "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "opacity", "font-family", "font-size", "font-weight",
  "font-style", "text-anchor", "dominant-baseline", "letter-spacing", "textLength", "lengthAdjust", "direction", "clip-path", "clip-rule",
  "clipPathUnits", "marker-start", "marker-mid", "marker-end", "markerWidth", "markerHeight", "markerUnits", "refX", "refY", "orient", "id",
]);

/** Names in the picture get this prefix, so that they meet no name of the page. */
const PREFIX = "chart-";

/** The box of user units that a picture shows. */
export type Box = { x: number; y: number; width: number; height: number };

/** A picture that can be put into the page, and what it shows. */
export type Picture = { root: SVGSVGElement; box: Box };

/** Reads a chart; null where the text is no picture. */
export function picture(text: string): Picture | null {
  const read = new DOMParser().parseFromString(text, "image/svg+xml");
  const source = read.documentElement;
  if (!source || source.namespaceURI !== SVG || source.localName !== "svg" || read.querySelector("parsererror")) return null;
  const root = kept(source) as SVGSVGElement | null;
  const box = boxOf(source);
  if (!root || !box) return null;
  // The page decides how large it is drawn.
  root.removeAttribute("width");
  root.removeAttribute("height");
  return { root, box };
}

function kept(source: Element): Element | null {
  if (source.namespaceURI !== SVG || !ELEMENTS.has(source.localName)) return null;
  const copy = document.createElementNS(SVG, source.localName);
  for (const { name, value } of Array.from(source.attributes)) {
    const safe = ATTRIBUTES.has(name) ? safeValue(name, value, source.localName) : null;
    if (safe !== null) copy.setAttribute(name, safe);
  }
  for (const child of Array.from(source.childNodes)) {
    if (child.nodeType === 1) {
      const inner = kept(child as Element);
      if (inner) copy.append(inner);
    } else if (child.nodeType === 3 || child.nodeType === 4) {
      // Data becomes text, never markup.
      copy.append(document.createTextNode(child.textContent ?? ""));
    }
  }
  return copy;
}

function safeValue(name: string, value: string, element: string): string | null {
  if (name === "id") return element === "clipPath" || element === "marker" ? PREFIX + value : null;
  // CSS may write any letter as an escape; no value of a chart has one.
  if (value.includes("\\")) return null;
  if (!/url\s*\(|image\s*\(|image-set|src\s*\(|var\s*\(/i.test(value)) return value;
  // The only address is a name in the same picture.
  const own = /^\s*url\(#([\w-]+)\)\s*$/.exec(value);
  return own ? `url(#${PREFIX}${own[1]})` : null;
}

function boxOf(source: Element): Box | null {
  const numbers = (source.getAttribute("viewBox") ?? "").trim().split(/[\s,]+/).map(Number);
  const [x, y, width, height] = numbers;
  const isBox = numbers.length === 4 && numbers.every(Number.isFinite);
  if (!isBox || x === undefined || y === undefined || !width || !height || width < 0 || height < 0) return null;
  return { x, y, width, height };
}
