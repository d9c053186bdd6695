import type { UserId, When } from "../../api/index.js";
import type { EventLine, Session, StoredEventLine } from "../studio-data/index.js";
import type { TypedWhen } from "./booking-rules.js";
import { ImpossibleBookingError } from "./errors.js";

/** An event line of a session with advanced scheduling, as its screen sends it. */
export interface TypedLine extends TypedWhen {
  /** Undefined for a line that is new. */
  readonly id: number | undefined;
  /** The line that has the session's own description and time; there is always one, and only one. */
  readonly isPrimary: boolean;
  readonly description: string;
  readonly userId: UserId | undefined;
  /** The room or other resource of this line alone. */
  readonly resourceId: number | undefined;
  /** Whether it is on its user's schedule, and thereby in their Google (C1). */
  readonly isVisible: boolean;
}

/** An event line as its screen shows it. */
export interface ShownLine extends TypedLine {
  readonly id: number;
  /** The entry it is on its user's schedule: a user's first visible line is the session's own (ADR 9). */
  readonly entryId: string;
}

/** All lines of a session, the primary one first; also those kept while advanced scheduling is off. */
export function shownLines({ entryId, lines }: Pick<Session, "entryId" | "lines">): readonly ShownLine[] {
  const firstOf = new Map<UserId | undefined, number>();
  for (const { id, userId, isVisible } of lines) if (isVisible && !firstOf.has(userId)) firstOf.set(userId, id);
  return lines.map((line) => {
    const { id, when, description, userId, resourceId, isPrimary, isVisible } = line;
    const isSessionsOwn = userId !== undefined && firstOf.get(userId) === id;
    const own = { ...when, description, userId, resourceId, isPrimary, isVisible };
    return { id, entryId: isSessionsOwn ? entryId : line.entryId, ...own };
  });
}

/**
 * The lines as they are stored: the primary one with the session's description and time, the others as typed.
 * @throws ImpossibleBookingError naming the line
 */
export function linesToStore(
  typed: readonly TypedLine[],
  session: Pick<Session, "description" | "when" | "lines">,
  whenOf: (typed: TypedWhen) => When,
): readonly EventLine[] {
  const primary = session.lines.find(({ isPrimary }) => isPrimary);
  if (typed.filter(({ isPrimary }) => isPrimary).length !== 1) {
    throw new ImpossibleBookingError("lines", "A session with advanced scheduling has one line at its own time.");
  }
  return typed.map(({ id, description, userId, resourceId, isPrimary, isVisible, ...when }, index) => {
    const own = { userId, resourceId, isVisible };
    if (isPrimary) return { ...own, id: primary?.id, description: session.description, when: session.when };
    if (id !== undefined && !session.lines.some((line) => line.id === id)) {
      throw new ImpossibleBookingError("lines", `${lineName(description, index)} is not there any more.`);
    }
    if (userId === undefined && resourceId === undefined) {
      throw new ImpossibleBookingError("lines", `${lineName(description, index)}: choose a user or a room.`);
    }
    return { ...own, id, description, when: namingLine(() => whenOf(when), lineName(description, index)) };
  });
}

/** The line as it will be at another time. */
export function movedLines(lines: readonly StoredEventLine[], lineId: number, when: When): readonly StoredEventLine[] {
  return lines.map((line) => (line.id === lineId ? { ...line, when } : line));
}

function lineName(description: string, index: number): string {
  return description === "" ? `Event line ${index + 1}` : `Event line "${description}"`;
}

function namingLine(whenOf: () => When, name: string): When {
  try {
    return whenOf();
  } catch (failure) {
    if (!(failure instanceof ImpossibleBookingError)) throw failure;
    throw new ImpossibleBookingError("lines", `${name}: ${failure.message}`, { cause: failure });
  }
}
