// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { picture } from "./picture";

const svg = (inside: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="624" height="648" viewBox="0 -24 624 648" ${attributes}>${inside}</svg>`;

const shown = (inside: string, attributes = "") => {
  const read = picture(svg(inside, attributes));
  if (!read) throw new Error("no picture");
  return read.root.outerHTML;
};

describe("picture", () => {
  it("keeps what a chart is drawn with", () => {
    const html = shown(
      `<title>Timeline</title><g transform="scale(0.25)"><rect x="0" y="0" width="2496" height="10" fill="#FFFFFF"/>` +
        `<text x="1" y="2" dy="0.5ex" text-anchor="start" font-family="'Source Sans 3'" font-size="44">Mar &lt;b&gt; 2026</text></g>`,
    );
    expect(html).toContain("Timeline");
    expect(html).toContain('transform="scale(0.25)"');
    expect(html).toContain('font-size="44"');
    expect(html).toContain("Mar &lt;b&gt; 2026");
  });

  it("gives the box that is shown, whose upper edge need not be zero", () => {
    const read = picture(svg("<rect/>"));
    expect(read?.box).toEqual({ x: 0, y: -24, width: 624, height: 648 });
    expect(read?.root.getAttribute("width")).toBeNull();
    expect(read?.root.getAttribute("viewBox")).toBe("0 -24 624 648");
  });

  it("leaves out scripts, styles, links, pictures and foreign elements", () => {
    const html = shown(
      `<script>alert(1)</script><style>@import "http://x.example/a.css"</style>` +
        `<a href="http://x.example"><text>walked away</text></a><image href="http://x.example/p.png"/>` +
        `<use href="#x"/><foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><p onclick="x">a foreign word</p></body></foreignObject>` +
        `<animate attributeName="fill" to="red"/><set attributeName="onclick" to="x"/><filter/><mask/><pattern/><text>stays</text>`,
    );
    for (const gone of ["script", "style", "import", "href", "image", "use", "foreign", "animate", "set ", "filter", "mask", "pattern", "example", "alert"]) {
      expect(html.toLowerCase()).not.toContain(gone);
    }
    expect(html).toContain("stays");
  });

  it("leaves out event attributes, style attributes and addresses in values", () => {
    const html = shown(
      `<rect onclick="alert(1)" onload="alert(2)" style="fill:url(http://x.example)" class="c" id="shell" tabindex="0" x="4"/>` +
        `<circle fill="url(http://x.example/a#b)" stroke="URL( 'http://x.example' )" r="2"/>` +
        `<line clip-path="\\75rl(http://x.example)" x1="1"/><text xlink:href="http://x.example" font-family="src('x.example')">t</text>`,
      `onload="alert(3)"`,
    );
    for (const gone of ["alert", "onclick", "onload", "style", "class", "shell", "tabindex", "example", "href"]) {
      expect(html).not.toContain(gone);
    }
    expect(html).toContain('x="4"');
    expect(html).toContain('r="2"');
  });

  it("keeps names of clips and markers apart from those of the page", () => {
    const html = shown(
      `<defs><clipPath id="a"><rect width="4"/></clipPath><marker id="tip"/></defs><g clip-path="url(#a)"/><line marker-end="url(#tip)"/>`,
    );
    expect(html).toContain('id="chart-a"');
    expect(html).toContain('clip-path="url(#chart-a)"');
    expect(html).toContain('marker-end="url(#chart-tip)"');
  });

  it("refuses what is no picture", () => {
    expect(picture("")).toBeNull();
    expect(picture("not a picture")).toBeNull();
    expect(picture("<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>")).toBeNull();
    expect(picture('<svg xmlns="http://www.w3.org/2000/svg"/>')).toBeNull();
    expect(picture('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 10"/>')).toBeNull();
  });
});
