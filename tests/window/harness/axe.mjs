// What axe finds in the page as it stands, in words a person can act on.

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The violations of WCAG 2.2 AA, one paragraph each; an empty text where there is none. */
export async function violations(page) {
  await page.open_eyes();
  await page.settled();
  const found = await page.runAsync(async (tags) => {
    axe.teardown();
    const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ target, html, any, all, none }) => ({ target: target.flat().join(" "), html: html.slice(0, 200), why: [...any, ...all, ...none].map((check) => check.message) })),
    }));
  }, WCAG);
  return found
    .map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ target, html, why }) => `  ${target}\n    ${html}\n    ${why.join("; ")}`).join("\n")}`)
    .join("\n");
}
