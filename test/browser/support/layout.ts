import assert from "node:assert/strict";

import type { Page } from "playwright-core";

/** What has to be scrolled sideways to be read, by name. */
const sideways = `
  [...document.querySelectorAll("html, main *")]
    .filter((element) => element.scrollWidth > element.clientWidth + 1)
    .filter((element) => element.localName === "html" || ["auto", "scroll"].includes(getComputedStyle(element).overflowX))
    .map((element) => element.querySelector("[aria-label]")?.getAttribute("aria-label") + " in " + element.className)`;

/** Nothing has to be scrolled sideways to be read (WCAG 1.4.10). */
export async function assertNotWider(page: Page): Promise<void> {
  // What follows the width by script does so a little later than the window.
  await page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
  assert.deepEqual(
    await page.evaluate(sideways),
    [],
    `${await page.title()}, ${page.viewportSize()?.width} pixels wide`,
  );
}

/** What people hardly see of a screen that settles; 0.1 counts as good (web.dev/cls). */
const mostShift = 0.02;

/** How far what was seen already has moved since the page was opened, as Chromium reckons it. */
const shifted = `
  new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries())).observe({ type: "layout-shift", buffered: true });
    // Nothing is told where nothing has moved: two frames later all would be known.
    requestAnimationFrame(() => requestAnimationFrame(() => done([])));
  }).then((shifts) =>
    shifts.map(({ value, sources }) => ({
      value,
      what: sources.map(({ node }) => node?.className || node?.localName || "text").join(", "),
    })),
  )`;

interface Shift {
  readonly value: number;
  readonly what: string;
}

/** What was seen already stayed where it was while the rest of the page came. */
export async function assertNothingMoved(page: Page): Promise<void> {
  const shifts = await page.evaluate<readonly Shift[]>(shifted);
  const sum = shifts.reduce((all, { value }) => all + value, 0);
  assert.ok(sum <= mostShift, `${await page.title()}: ${JSON.stringify(shifts)}`);
}
