import { appendFileSync } from "node:fs";

import { shapeOf } from "./statement-shape.js";

const noted = new Set<string>();

/** Notes the shape of a statement in the file `SPECTRA_NOTED_STATEMENTS` names, once in a process. */
export function noteStatement(sql: string): void {
  const file = process.env["SPECTRA_NOTED_STATEMENTS"] ?? "";
  if (file === "" || noted.has(sql)) return;
  noted.add(sql);
  const shape = shapeOf(sql);
  if (noted.has(shape) && shape !== sql) return;
  noted.add(shape);
  appendFileSync(file, `${shape}\n`);
}
