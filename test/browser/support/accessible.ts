import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

/** Good practice, not WCAG, that the component library leaves: a dialog's heading is a `header` outside of any section. */
const notOurs = { "landmark-no-duplicate-banner": { enabled: false }, "landmark-unique": { enabled: false } };

/** What there is to find out about a page in light, and what of it is another in dark. */
const questions = {
  light: { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"], rules: notOurs },
  dark: { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } },
};

/** Asks axe about the page as it is, in light and in dark; any violation of WCAG 2.1 AA fails (7). */
export async function assertAccessible(page: Page): Promise<void> {
  for (const scheme of ["light", "dark"] as const) {
    await showIn(page, scheme);
    assert.deepEqual(await violationsOf(page, questions[scheme]), [], `${await page.title()} in ${scheme}`);
  }
  await showIn(page, "light");
}

/** Shows the page as somebody sees it whose computer is set to light or to dark. */
export async function showIn(page: Page, scheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
  await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor({ state: "attached" });
  await page.evaluate(standsStill);
}

/** Waits until what fades or slides has arrived; what turns for ever is not waited for. */
const standsStill = `
  new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ),
  )`;

async function violationsOf(page: Page, options: unknown): Promise<readonly string[]> {
  // Evaluated by the debugger, which the page's content security policy does not hold back.
  if ((await page.evaluate("typeof window.axe")) === "undefined") await page.evaluate(axe);
  const { violations } = await page.evaluate<{ violations: readonly Violation[] }>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(" ")}: ${failureSummary}`),
  );
}
