import { CommandRefusedError } from "./concerned-users.js";

/** More than any question has; a wider range is a slip of the pen. */
const widestRange = 100_000;

/**
 * Numbers of items as they are typed: `101,103-105`.
 * @throws CommandRefusedError for anything else
 */
export function itemNumbers(text: string): readonly number[] {
  return text.split(",").flatMap((part) => {
    const [, first = "", last = first] = /^\s*(\d{1,15})(?:-(\d{1,15}))?\s*$/.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === "" || to < from || to - from > widestRange) {
      throw new CommandRefusedError(`"${text}" does not name items.`, { hint: "For example: --items 101,103-105" });
    }
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}
