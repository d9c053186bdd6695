import type { LineValues, TypedWhen } from "../../api/booking-payloads.js";
import { bookingTexts } from "../../texts/en/booking-texts.js";
import { lineValue, whenInputOf, whenOf } from "./booking-model.js";
import type { WhenInput } from "./booking-model.js";

const texts = bookingTexts.lines;

/** An event line as it is typed. */
export interface LineInput extends Omit<LineValues, "start" | "end" | "isAllDay"> {
  /** Tells lines on screen apart, also those that have no id yet. */
  readonly key: string;
  readonly when: WhenInput;
}

/** Lines as they are typed. */
export function lineInputs(lines: readonly LineValues[]): readonly LineInput[] {
  return lines.map(({ start, end, isAllDay, ...line }, index) => {
    const key = line.id === null ? `new ${index}` : String(line.id);
    return { ...line, key, when: whenInputOf({ start, end, isAllDay }) };
  });
}

/**
 * Lines as they are sent; undefined while a date or time of one is not typed whole.
 * @param session when the session is, which is also when its primary line is
 */
export function lineValues(
  inputs: readonly LineInput[],
  session: TypedWhen | undefined,
): readonly LineValues[] | undefined {
  const values = inputs.flatMap(({ key: _key, when, ...line }) => {
    const typed = line.isPrimary ? session : whenOf(when);
    return typed === undefined ? [] : [lineValue({ ...line, ...typed })];
  });
  return values.length === inputs.length ? values : undefined;
}

/** The line at the session's own time, for a session that had no lines before. */
export function primaryLine(when: WhenInput, userId: number | null): LineInput {
  return {
    key: "primary",
    id: null,
    isPrimary: true,
    description: "",
    when,
    userId,
    resourceId: null,
    isVisible: true,
  };
}

/** One line more, at the session's own time. @param key differs from those of the others */
export function newLine(key: string, session: WhenInput): LineInput {
  return { ...primaryLine(session, null), key, isPrimary: false };
}

/** What keeps the lines from being sent, and what to do about it; undefined when nothing does. */
export function problemOfLines(lines: readonly LineInput[]): string | undefined {
  for (const [index, { isPrimary, when, userId, resourceId, description }] of lines.entries()) {
    if (isPrimary) continue;
    const name = texts.nameOf(index + 1, description);
    if (whenOf(when) === undefined) return texts.timesMissing(name);
    if (userId === null && resourceId === null) return texts.nobody(name);
  }
  return undefined;
}
