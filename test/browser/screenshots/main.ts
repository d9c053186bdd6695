import "reflect-metadata";

import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";

import { showIn } from "../support/accessible.js";
import { Desk } from "../support/desk.js";
import { openSampleProduct } from "../support/sample-product.js";
import { shots } from "./shots.js";

/**
 * Makes the pictures of every screen, in light and dark, from the sample studio.
 * `node dist/test/browser/screenshots/main.js FOLDER [part of a name …]`
 */
const [folder = "docs/screenshots", ...wanted] = process.argv.slice(2);
mkdirSync(resolve(folder), { recursive: true });

const product = await openSampleProduct(new Date().toISOString().slice(0, 10));
const desk = await Desk.start(product.address);
if (desk.kind === "missing") throw new Error(desk.reason);
try {
  for (const { name, show } of shots) {
    await show(desk.desk);
    if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
    for (const scheme of ["light", "dark"] as const) {
      await showIn(desk.desk.page, scheme);
      await desk.desk.page.screenshot({ path: join(resolve(folder), `${name}-${scheme}.png`) });
    }
    await showIn(desk.desk.page, "light");
    console.log(name);
  }
} finally {
  await desk.desk.close();
  await product.close();
}
