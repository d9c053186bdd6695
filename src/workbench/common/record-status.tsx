import { Button, Title } from "@mantine/core";
import { useCallback, useState } from "react";

import { toApiError } from "../api/api-error.js";
import type { RecordStatus, ViewAction } from "../api/payloads.js";
import { useCommands } from "../shell/commands.js";
import { useApi, useReloadOn, useWriting } from "../shell/session.js";
import { Notice } from "./notice.js";
import { WhenLoaded } from "./screen.js";
import { shownText } from "./shown-text.js";
import { useLoaded } from "./use-loaded.js";

interface RecordStatusLinesProps {
  readonly kind: "appointment" | "session" | "client";
  readonly id: number;
}

/** What a button came to. */
interface Said {
  readonly text: string;
  readonly severity: "success" | "error";
}

/** What plugins say about a record (R4), with what they offer to do about it. */
export function RecordStatusLines({ kind, id }: RecordStatusLinesProps) {
  const api = useApi();
  const writing = useWriting();
  const path = `/api/records/${kind}/${id}/status`;
  const status = useLoaded(useCallback((signal) => api.get<readonly RecordStatus[]>(path, signal), [api, path]));
  useReloadOn(["calendar-changed", "clients-changed"], status.reload);
  const { call } = useCommands();
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | undefined>();
  const run = async ({ command, input }: ViewAction): Promise<void> => {
    setBusy(true);
    try {
      const { text, hasFailures } = await call(command, input);
      setSaid({ text, severity: hasFailures ? "error" : "success" });
    } catch (failure) {
      setSaid({ text: toApiError(failure).message, severity: "error" });
    } finally {
      setBusy(false);
      status.reload();
    }
  };
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
              {said !== undefined && <Notice isNew isCompact severity={said.severity} text={said.text} />}
              {lines.map(({ userId, text, actions = [] }) => (
                // The plugin names the user where there are several.
                <div key={`${userId} ${text}`} className="wb-line">
                  {shownText(text, writing)}
                  {actions.map((action) => (
                    <Button
                      key={action.label}
                      size="compact-xs"
                      variant="light"
                      ml="xs"
                      disabled={isBusy}
                      onClick={() => void run(action)}
                    >
                      {action.label}
                    </Button>
                  ))}
                </div>
              ))}
            </section>
          ))
      }
    </WhenLoaded>
  );
}
