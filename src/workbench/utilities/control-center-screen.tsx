import { Button, Table, Text } from "@mantine/core";
import { useCallback, useState } from "react";

import { toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import type { JobLine } from "../api/payloads.js";
import { Notice } from "../common/notice.js";
import { Problem } from "../common/problem.js";
import { Empty, Screen, WhenLoaded } from "../common/screen.js";
import { shownInstant } from "../common/shown-text.js";
import { useLoaded } from "../common/use-loaded.js";
import { PlaceLink } from "../routing/router.js";
import { useAllowed, useApi, useReloadOn, useWriting } from "../shell/session.js";
import { JobSettingsDialog } from "./job-settings-dialog.js";
import { jobState, outcomeText } from "./job-words.js";

/** Utilities > Control Center (J1). */
export default function ControlCenterScreen() {
  const api = useApi();
  const jobs = useLoaded(useCallback((signal) => api.get<readonly JobLine[]>("/api/jobs", signal), [api]));
  useReloadOn(["jobs-changed", "plugins-changed"], jobs.reload);
  const [modified, setModified] = useState<JobLine | undefined>();
  const [started, setStarted] = useState<string | undefined>();
  const [error, setError] = useState<ApiError | undefined>();

  const runNow = ({ id, title }: JobLine): void => {
    setError(undefined);
    setStarted(undefined);
    api.post(`/api/jobs/${encodeURIComponent(id)}/run`).then(
      () => {
        setStarted(`"${title}" runs now. Its result will stand here and in the Control Center Logs.`);
        jobs.reload();
      },
      (failure: unknown) => setError(toApiError(failure)),
    );
  };

  return (
    <Screen title="Control Center" isWide>
      {error !== undefined && <Problem error={error} />}
      {started !== undefined && <Notice isNew severity="success" text={started} />}
      <WhenLoaded loaded={jobs}>
        {(all) =>
          all.length === 0 ? (
            <Empty>There are no jobs. Jobs come with plugins; see the Plugin Manager.</Empty>
          ) : (
            <div className="wb-table">
              <Table verticalSpacing="sm" aria-label="Jobs">
                <Table.Thead>
                  <Table.Tr>
                    {["Job", "State", "Computer", "Next run", "Last run"].map((label) => (
                      <Table.Th key={label} scope="col">
                        {label}
                      </Table.Th>
                    ))}
                    <Table.Th scope="col">
                      <span className="wb-sr-only">Actions</span>
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {all.map((job) => (
                    <Job key={job.id} job={job} onRun={runNow} onModify={setModified} />
                  ))}
                </Table.Tbody>
              </Table>
            </div>
          )
        }
      </WhenLoaded>
      {modified !== undefined && (
        <JobSettingsDialog
          job={modified}
          onClose={() => setModified(undefined)}
          onSaved={() => {
            setModified(undefined);
            jobs.reload();
          }}
        />
      )}
    </Screen>
  );
}

interface JobProps {
  readonly job: JobLine;
  readonly onRun: (job: JobLine) => void;
  readonly onModify: (job: JobLine) => void;
}

function Job({ job, onRun, onModify }: JobProps) {
  const writing = useWriting();
  const mayChange = useAllowed("Control Center", "add-modify");
  const { title, description, settings, nextRunAt, lastRun } = job;
  const { text, needsCare } = jobState(job);
  return (
    <Table.Tr>
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
      <Table.Td>{settings.computerName ?? "None"}</Table.Td>
      <Table.Td>{nextRunAt === undefined ? "–" : shownInstant(nextRunAt, writing)}</Table.Td>
      <Table.Td>
        {lastRun === undefined ? (
          "Never"
        ) : (
          <PlaceLink to={{ kind: "job-logs", jobRunId: lastRun.id }}>
            {shownInstant(lastRun.startedAt, writing)}: {outcomeText(lastRun.outcome)}
          </PlaceLink>
        )}
      </Table.Td>
      <Table.Td>
        {mayChange && (
          <div className="wb-buttons">
            <Button size="compact-sm" variant="default" onClick={() => onRun(job)} aria-label={`Run Now: ${title}`}>
              Run Now
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => onModify(job)}
              aria-label={`Modify Job Settings: ${title}`}
            >
              Modify Job Settings
            </Button>
          </div>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
