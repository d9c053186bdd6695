import { Title } from "@mantine/core";
import { useCallback } from "react";

import type { RecordStatus } from "../api/payloads.js";
import { useApi, useReloadOn, useWriting } from "../shell/session.js";
import { WhenLoaded } from "./screen.js";
import { shownText } from "./shown-text.js";
import { useLoaded } from "./use-loaded.js";

interface RecordStatusLinesProps {
  readonly kind: "appointment" | "session" | "client";
  readonly id: number;
}

/** What plugins say about a record (R4). */
export function RecordStatusLines({ kind, id }: RecordStatusLinesProps) {
  const api = useApi();
  const writing = useWriting();
  const path = `/api/records/${kind}/${id}/status`;
  const status = useLoaded(useCallback((signal) => api.get<readonly RecordStatus[]>(path, signal), [api, path]));
  useReloadOn(["calendar-changed", "clients-changed"], status.reload);
  return (
    <WhenLoaded loaded={status}>
      {(contributed) =>
        contributed
          .filter(({ lines }) => lines.length > 0)
          .map(({ id: contribution, title, lines }) => (
            <section key={contribution} className="wb-panel wb-status">
              <Title order={2} size="h5" mb={4}>
                {title}
              </Title>
              {lines.map(({ userId, text }) => (
                // The plugin names the user where there are several.
                <p key={`${userId} ${text}`} className="wb-line">
                  {shownText(text, writing)}
                </p>
              ))}
            </section>
          ))
      }
    </WhenLoaded>
  );
}
