import { Progress, Text } from "@mantine/core";
import { useState } from "react";

import type { ProgressReport } from "../api/payloads.js";
import { useLive, useWriting } from "../shell/session.js";
import { preferencesTexts } from "../texts/en/preferences-texts.js";
import { paceText } from "./pace.js";
import type { Standing } from "./pace.js";

interface LiveProgressProps {
  readonly userId: number;
  readonly pluginId: string;
  /** Whether this page started something; without it, work started elsewhere still shows. */
  readonly isBusy: boolean;
}

/** The newest report, and the first one that counted up to the same total. */
interface Followed {
  readonly report: ProgressReport;
  readonly first: Standing;
  readonly now: Standing;
}

/** How far a plugin's work for a user is, how fast it goes and how long it may take. */
export function LiveProgress({ userId, pluginId, isBusy }: LiveProgressProps) {
  const { locale } = useWriting();
  const [followed, setFollowed] = useState<Followed | undefined>();
  useLive((event) => {
    if (event.kind === "reconnected") setFollowed(undefined);
    if (event.kind === "progress" && event.userId === userId && event.pluginId === pluginId) {
      const { progress } = event;
      setFollowed((before) => (progress.isFinished ? undefined : follow(before, progress)));
    }
  });
  if (followed === undefined && !isBusy) return null;
  const { text = preferencesTexts.working, done = 0, total } = followed?.report ?? {};
  const percent = total === undefined || total === 0 ? 100 : Math.min(100, (100 * done) / total);
  return (
    <div className="wb-panel wb-progress">
      <Text role="status" mb={6}>
        {text}
      </Text>
      {followed !== undefined && (
        <Text size="sm" c="dimmed" mb={6} mih="1.3em">
          {paceText(followed.first, followed.now, locale)}
        </Text>
      )}
      <Progress value={percent} animated={total === undefined} striped={total === undefined} aria-label={text} />
    </div>
  );
}

function follow(before: Followed | undefined, report: ProgressReport): Followed {
  const now = { done: report.done, total: report.total, at: performance.now() };
  const goesOn = before !== undefined && before.now.total === now.total && before.now.done <= now.done;
  return { report, first: goesOn ? before.first : now, now };
}
