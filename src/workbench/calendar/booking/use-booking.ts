import { useState } from "react";

import { ApiError, toApiError } from "../../api/api-error.js";
import type { BookingAnswer } from "../../api/booking-payloads.js";
import type { ShownEntry } from "../../api/payloads.js";
import { useApi } from "../../shell/session.js";

/** What stands between a person and what they want to book. */
export type Obstacle<Recorded> =
  | { readonly kind: "taken"; readonly entries: readonly ShownEntry[]; readonly mayBookAnyway: boolean }
  /** Somebody changed the record meanwhile (G9). */
  | { readonly kind: "changed"; readonly record: Recorded };

export interface Booking<Recorded> {
  readonly isBusy: boolean;
  readonly error: ApiError | undefined;
  readonly obstacle: Obstacle<Recorded> | undefined;
  /** Sends something; what keeps it from being done becomes the obstacle or the error. */
  readonly send: (request: () => Promise<BookingAnswer | undefined>) => Promise<void>;
  /** Says why something is not even sent. */
  readonly refuse: (message: string) => void;
  readonly dismiss: () => void;
}

/**
 * Saves a booking and says what came of it.
 * @param recordPath where the record is read anew when somebody else changed it
 */
export function useBooking<Recorded>(recordPath: string | undefined, onDone: () => void): Booking<Recorded> {
  const api = useApi();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | undefined>();
  const [obstacle, setObstacle] = useState<Obstacle<Recorded> | undefined>();

  const send = async (request: () => Promise<BookingAnswer | undefined>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    setObstacle(undefined);
    try {
      const answer = await request();
      if (answer?.kind === "taken") setObstacle(answer);
      else onDone();
    } catch (failure) {
      const isStale = failure instanceof ApiError && failure.code === "stale-record";
      if (isStale && recordPath !== undefined) await look(recordPath);
      else setError(toApiError(failure));
    } finally {
      setBusy(false);
    }
  };
  const look = async (path: string): Promise<void> => {
    try {
      setObstacle({ kind: "changed", record: await api.get<Recorded>(path) });
    } catch (failure) {
      setError(toApiError(failure));
    }
  };
  const refuse = (message: string): void => setError(new ApiError(0, "incomplete", message));
  return { isBusy, error, obstacle, send, refuse, dismiss: () => setObstacle(undefined) };
}
