import type { ReceivedNotification } from "../api/payloads.js";
import { useRouter } from "../routing/router.js";
import { shellTexts } from "../texts/en/shell-texts.js";
import { useCommands } from "./commands.js";

/** What a notification offers to do. */
export interface WayOut {
  readonly label: string;
  readonly follow: () => void;
}

/** Finds what a notification offers: its plugin's command, or a screen of the host's own. */
export function useWayOut(): (notification: ReceivedNotification) => WayOut | undefined {
  const { run, titleOf } = useCommands();
  const { go } = useRouter();
  return ({ command, subject }) => {
    if (subject.startsWith("schedule-conflicts/")) {
      return { label: shellTexts.lines.resolveScheduleConflicts, follow: () => go({ kind: "schedule-conflicts" }) };
    }
    const label = command === undefined ? undefined : titleOf(command);
    return command === undefined || label === undefined ? undefined : { label, follow: () => run(command) };
  };
}
