/**
 * Whether a caret range such as `^1.2.0` covers a version: the same major version, and
 * not older. (Manifests may name nothing but caret ranges, see their schema.)
 */
export function isVersionCovered(caretRange: string, version: string): boolean {
  const [neededMajor = 0, ...needed] = numbersOf(caretRange.slice(1));
  const [major = 0, ...offered] = numbersOf(version);
  if (major !== neededMajor) return false;
  const difference = needed.map((number, index) => (offered[index] ?? 0) - number).find((change) => change !== 0);
  return (difference ?? 0) >= 0;
}

function numbersOf(version: string): readonly number[] {
  return version.split(".").map(Number);
}
