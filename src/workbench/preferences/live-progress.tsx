import { Progress, Text } from "@mantine/core";
import { useState } from "react";

import type { ProgressReport } from "../api/payloads.js";
import { useLive } from "../shell/session.js";

interface LiveProgressProps {
  readonly userId: number;
  readonly pluginId: string;
  /** Whether this page started something; without it, work started elsewhere still shows. */
  readonly isBusy: boolean;
}

/** How far a plugin's work for a user is, as it goes on. */
export function LiveProgress({ userId, pluginId, isBusy }: LiveProgressProps) {
  const [report, setReport] = useState<ProgressReport | undefined>();
  useLive((event) => {
    if (event.kind === "reconnected") setReport(undefined);
    if (event.kind === "progress" && event.userId === userId && event.pluginId === pluginId) {
      setReport(event.progress.isFinished ? undefined : event.progress);
    }
  });
  if (report === undefined && !isBusy) return null;
  const { text = "Working…", done = 0, total } = report ?? {};
  const percent = total === undefined || total === 0 ? 100 : Math.min(100, (100 * done) / total);
  return (
    <div className="wb-panel wb-progress">
      <Text role="status" mb={6}>
        {text}
      </Text>
      <Progress value={percent} animated={total === undefined} striped={total === undefined} aria-label={text} />
    </div>
  );
}
