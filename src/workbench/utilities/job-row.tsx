import { Button, Table, Text } from "@mantine/core";

import type { JobLine } from "../api/payloads.js";
import { DataRow } from "../common/data-table.js";
import { shownInstant } from "../common/shown-text.js";
import { PlaceLink } from "../routing/router.js";
import { useAllowed, useWriting } from "../shell/session.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { controlCenterTexts as texts } from "../texts/en/control-center-texts.js";
import { isRunning, jobState, outcomeText, scheduleText } from "./job-words.js";

interface JobRowProps {
  readonly job: JobLine;
  readonly onRun: () => void;
  readonly onAbort: (jobRunId: string) => void;
  readonly onModify: () => void;
}

/** One job of Control Center with its state, computer, next and last run. */
export function JobRow({ job, onRun, onAbort, onModify }: JobRowProps) {
  const writing = useWriting();
  const mayChange = useAllowed("Control Center", "add-modify");
  const { title, description, settings, nextRunAt, lastRun, zone } = job;
  const { text, needsCare } = jobState(job);
  return (
    <DataRow>
      <Table.Td>
        <Text fw={600}>{title}</Text>
        <Text size="sm" c="dimmed">
          {description}
        </Text>
      </Table.Td>
      <Table.Td>
        <span className="wb-state" data-care={needsCare || undefined}>
          {text}
        </span>
      </Table.Td>
      <Table.Td>
        {settings.computerName ?? texts.noComputer}
        <Text size="sm" c="dimmed">
          {zone}
        </Text>
      </Table.Td>
      <Table.Td>
        {nextRunAt === undefined ? commonTexts.nothing : shownInstant(nextRunAt, writing)}
        <Text size="sm" c="dimmed">
          {scheduleText(settings.schedule, writing.locale)}
        </Text>
      </Table.Td>
      <Table.Td>
        {lastRun === undefined ? (
          texts.never
        ) : (
          <PlaceLink to={{ kind: "job-logs", jobRunId: lastRun.id }}>
            {texts.lastRun(shownInstant(lastRun.startedAt, writing), outcomeText(lastRun.outcome))}
          </PlaceLink>
        )}
        {lastRun?.outcome === "failed" && (
          <span className="wb-state wb-why" data-care>
            {lastRun.summary}
          </span>
        )}
      </Table.Td>
      <Table.Td>
        {mayChange && (
          <div className="wb-buttons">
            {lastRun !== undefined && isRunning(lastRun) ? (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => onAbort(lastRun.id)}
                aria-label={commonTexts.actionOn(texts.stop, title)}
              >
                {texts.stop}
              </Button>
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                onClick={onRun}
                aria-label={commonTexts.actionOn(texts.runNow, title)}
              >
                {texts.runNow}
              </Button>
            )}
            <Button
              size="compact-sm"
              variant="default"
              onClick={onModify}
              aria-label={commonTexts.actionOn(texts.jobSettings.modify, title)}
            >
              {texts.jobSettings.modify}
            </Button>
          </div>
        )}
      </Table.Td>
    </DataRow>
  );
}
