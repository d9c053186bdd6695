import "reflect-metadata";

import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";

import { showIn } from "../support/accessible.js";
import { Desk } from "../support/desk.js";
import { openSampleProduct } from "../support/sample-product.js";
import { shots } from "./shots.js";

/**
 * Makes the pictures of every screen from the sample studio, some in dark too.
 * `node dist/test/browser/screenshots/main.js FOLDER [part of a name …]`
 */
const [folder = "docs/screenshots", ...wanted] = process.argv.slice(2);
mkdirSync(resolve(folder), { recursive: true });

const product = await openSampleProduct(new Date().toISOString().slice(0, 10));
const desk = await Desk.start(product.address);
if (desk.kind === "missing") throw new Error(desk.reason);
try {
  for (const { name, show, height, isAlsoInDark } of shots) {
    await show(desk.desk, product);
    if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
    const schemes = isAlsoInDark === true ? (["light", "dark"] as const) : (["light"] as const);
    await desk.desk.page.evaluate("window.scrollTo(0, 0)");
    for (const scheme of schemes) {
      await showIn(desk.desk.page, scheme);
      const { width = 0, height: whole = 0 } = desk.desk.page.viewportSize() ?? {};
      const clip = { x: 0, y: 0, width, height: height ?? whole };
      const file = scheme === "light" ? `${name}.png` : `${name}-dark.png`;
      await desk.desk.page.screenshot({ path: join(resolve(folder), file), clip });
    }
    await showIn(desk.desk.page, "light");
    console.log(name);
  }
} finally {
  await desk.desk.close();
  await product.close();
}
