import * as fc from "fast-check";

import { tellCounterexample } from "./tell-counterexample.js";

/**
 * Properties look at the same examples in every `npm test`, so that a red run means a change
 * of ours. `PROPERTY_SEED=N npm test` looks elsewhere; a failure prints its seed, what was found and the steps to it.
 */
fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  seed: Number(process.env["PROPERTY_SEED"] ?? 20260302),
  reporter: tellCounterexample,
});
