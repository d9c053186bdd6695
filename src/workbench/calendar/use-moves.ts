import { useState } from "react";

import { ApiError, toApiError } from "../api/api-error.js";
import type { AppointmentRecord, BookingAnswer, EventLine, SessionRecord, TypedWhen } from "../api/booking-payloads.js";
import type { ShownEntry } from "../api/payloads.js";
import { useApi } from "../shell/session.js";
import { calendarTexts as texts } from "../texts/en/calendar-texts.js";
import { appointmentValues, sessionValues } from "./booking/booking-model.js";

/** An entry dragged to another time, or made longer or shorter. */
export interface Move {
  readonly entry: ShownEntry;
  readonly to: TypedWhen;
  /** Puts it back on screen. */
  readonly revert: () => void;
}

/** What stands in the way of a move. */
export interface BlockedMove {
  readonly move: Move;
  readonly entries: readonly ShownEntry[];
  readonly mayBookAnyway: boolean;
}

interface Moves {
  readonly blocked: BlockedMove | undefined;
  readonly error: ApiError | undefined;
  /** What was moved, for those who do not see it. */
  readonly said: string;
  readonly start: (move: Move, anyway?: boolean) => Promise<void>;
  readonly dismiss: () => void;
}

/** Moves entries by dragging; the record must still be when it was seen (G9). */
export function useMoves(onMoved: () => void): Moves {
  const api = useApi();
  const [blocked, setBlocked] = useState<BlockedMove | undefined>();
  const [error, setError] = useState<ApiError | undefined>();
  const [said, setSaid] = useState("");

  const save = async ({ entry, to }: Move, anyway: boolean): Promise<BookingAnswer> => {
    if (entry.kind === "appointment") {
      const path = `/api/appointments/${entry.recordId}`;
      const record = await api.get<AppointmentRecord>(path);
      requireUnmoved(entry, record);
      const appointment = { ...appointmentValues(record), ...to };
      return api.put<BookingAnswer>(path, { version: record.version, appointment, anyway });
    }
    const path = `/api/sessions/${entry.recordId}`;
    const record = await api.get<SessionRecord>(path);
    const { version } = record;
    if (entry.kind === "session") {
      requireUnmoved(entry, record);
      return api.put<BookingAnswer>(path, { version, session: { ...sessionValues(record), ...to }, anyway });
    }
    const isOnSchedule = ({ isVisible, userId, resourceId }: EventLine): boolean =>
      isVisible && (userId === undefined ? resourceId === entry.resourceId : userId === entry.userId);
    const line = record.lines.find((one) => one.entryId === entry.entryId && isOnSchedule(one));
    if (line === undefined) throw changed();
    requireUnmoved(entry, line);
    return api.put<BookingAnswer>(`${path}/lines/${line.id}`, { version, ...to, anyway });
  };

  const start = async (move: Move, anyway = false): Promise<void> => {
    setBlocked(undefined);
    setError(undefined);
    try {
      const answer = await save(move, anyway);
      if (answer.kind === "taken") setBlocked({ move, ...answer });
      else setSaid(texts.moved(move.entry.title));
      if (answer.kind === "saved") onMoved();
    } catch (failure) {
      move.revert();
      setError(toApiError(failure));
      onMoved();
    }
  };
  const dismiss = (): void => {
    blocked?.move.revert();
    setBlocked(undefined);
  };
  return { blocked, error, said, start, dismiss };
}

/** @throws ApiError when somebody else moved it since it was drawn */
function requireUnmoved(seen: TypedWhen, now: TypedWhen): void {
  if (seen.start !== now.start || seen.end !== now.end || seen.isAllDay !== now.isAllDay) throw changed();
}

function changed(): ApiError {
  return new ApiError(409, "stale-record", texts.changedMeanwhile.message, texts.changedMeanwhile.hint);
}
