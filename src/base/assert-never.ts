/** Ends a `switch` over a union: the compiler refuses it while a case is missing. */
export function assertNever(unexpected: never): never {
  throw new TypeError(`Unexpected value: ${JSON.stringify(unexpected)}`);
}
