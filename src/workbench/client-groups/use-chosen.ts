import { useMemo, useState } from "react";

import type { ClientLine } from "../api/client-payloads.js";

/** Clients somebody ticked in a list. */
export interface Chosen {
  readonly ids: readonly number[];
  readonly isChosen: (id: number) => boolean;
  readonly onChoose: (client: Pick<ClientLine, "id">, isChosen: boolean) => void;
  readonly add: (ids: readonly number[]) => void;
  readonly clear: () => void;
}

export function useChosen(): Chosen {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  return useMemo(
    () => ({
      ids: [...chosen],
      isChosen: (id) => chosen.has(id),
      onChoose: ({ id }, isChosen) =>
        setChosen((before) => new Set(isChosen ? [...before, id] : [...before].filter((one) => one !== id))),
      add: (ids) => setChosen((before) => new Set([...before, ...ids])),
      clear: () => setChosen(new Set()),
    }),
    [chosen],
  );
}
