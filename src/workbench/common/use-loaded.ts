import { useCallback, useEffect, useState } from "react";

import { toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";

/** Something asked of the host. While it is asked again, what is known stays on screen. */
export interface Loaded<T> {
  readonly value: T | undefined;
  readonly error: ApiError | undefined;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

/** Asks the host when the component appears and whenever `load` changes; `load` must be memoized. */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ value?: T; error?: ApiError; load?: typeof load }>({});
  const [turn, setTurn] = useState(0);
  const [isLoading, setLoading] = useState(true);

  useEffect(() => {
    const stop = new AbortController();
    setLoading(true);
    load(stop.signal).then(
      (value) => {
        if (stop.signal.aborted) return;
        setState({ value, load });
        setLoading(false);
      },
      (failure: unknown) => {
        if (stop.signal.aborted) return;
        setState(({ value, load: loadedBy }) => ({
          ...(loadedBy === load && value !== undefined ? { value } : {}),
          error: toApiError(failure),
          load,
        }));
        setLoading(false);
      },
    );
    return () => stop.abort();
  }, [load, turn]);

  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { value: state.value, error: state.error, isLoading, reload };
}
