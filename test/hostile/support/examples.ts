/** How many times as many examples as in `npm test` are tried; `npm run soak -- fuzz` says more. */
const factor = Number(process.env["FUZZ_FACTOR"] ?? 1);

/** The number of random examples of one property. */
export function examples(inTests: number): { readonly numRuns: number } {
  return { numRuns: inTests * factor };
}

/** The longest a property may take, in milliseconds: examples over HTTP take their time on a busy computer. */
export const longestProperty = 120_000 * factor;
