/**
 * Pairs items that are identical on both sides and have no link (W5): as many as there are,
 * only the surplus travels. Anything less than identical is two things.
 *
 * @param identityOf the same text for identical items
 * @returns the pairs, each item in at most one; earlier items are paired first
 */
export function pairIdentical<Studio, Google>(
  studio: readonly Studio[],
  google: readonly Google[],
  identityOf: { readonly studio: (item: Studio) => string; readonly google: (item: Google) => string },
): readonly { readonly studio: Studio; readonly google: Google }[] {
  const waiting = new Map<string, Google[]>();
  for (const item of google) {
    const identity = identityOf.google(item);
    const same = waiting.get(identity);
    if (same === undefined) waiting.set(identity, [item]);
    else same.push(item);
  }
  return studio.flatMap((item) => {
    const match = waiting.get(identityOf.studio(item))?.shift();
    return match === undefined ? [] : [{ studio: item, google: match }];
  });
}
