import { useState } from "react";

/** A choice this browser remembers. @param isValid what was remembered may be of an older version */
export function useRemembered<T>(
  key: string,
  first: () => T,
  isValid: (value: unknown) => value is T,
): readonly [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => {
    try {
      const known: unknown = JSON.parse(window.localStorage.getItem(key) ?? "null");
      return isValid(known) ? known : first();
    } catch {
      // Something else wrote it, or storage is switched off: begin as if nothing were remembered.
      return first();
    }
  });
  const keep = (next: T): void => {
    setValue(next);
    try {
      window.localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Storage is full or switched off: it is remembered for as long as the page is open.
    }
  };
  return [value, keep];
}
