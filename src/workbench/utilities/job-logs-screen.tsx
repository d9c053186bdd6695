import { Table, Title } from "@mantine/core";
import { useCallback } from "react";

import type { JobLine, JobRun, JobRunLine, Person } from "../api/payloads.js";
import { Facts } from "../common/facts.js";
import { Notice } from "../common/notice.js";
import { Empty, Screen, WhenLoaded } from "../common/screen.js";
import { shownInstant } from "../common/shown-text.js";
import { useLoaded } from "../common/use-loaded.js";
import { PlaceLink } from "../routing/router.js";
import { useApi, useReloadOn, useWriting } from "../shell/session.js";
import { outcomeText } from "./job-words.js";

/** Utilities > Control Center Logs: every job run, or one with its users (J5). */
export default function JobLogsScreen({ jobRunId }: { readonly jobRunId: string | undefined }) {
  return jobRunId === undefined ? <Runs /> : <Run jobRunId={jobRunId} />;
}

function Runs() {
  const api = useApi();
  const writing = useWriting();
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [runs, jobs] = await Promise.all([
        api.get<readonly JobRunLine[]>("/api/job-runs", signal),
        api.get<readonly JobLine[]>("/api/jobs", signal),
      ]);
      return { runs, titles: new Map(jobs.map(({ id, title }) => [id, title])) };
    },
    [api],
  );
  const log = useLoaded(load);
  useReloadOn(["jobs-changed"], log.reload);
  return (
    <Screen title="Control Center Logs" isWide>
      <WhenLoaded loaded={log}>
        {({ runs, titles }) =>
          runs.length === 0 ? (
            <Empty>
              No job has run yet. Run one, or let it run by itself, in the{" "}
              <PlaceLink to={{ kind: "control-center" }}>Control Center</PlaceLink>.
            </Empty>
          ) : (
            <div className="wb-table">
              <Table verticalSpacing="sm" highlightOnHover aria-label="Job runs">
                <Table.Thead>
                  <Table.Tr>
                    {["Started", "Job", "Result", "Computer", "Summary"].map((label) => (
                      <Table.Th key={label} scope="col">
                        {label}
                      </Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {runs.map(({ id, jobId, startedAt, outcome, isPreview, computerName, summary }) => (
                    <Table.Tr key={id}>
                      <Table.Td>
                        <PlaceLink to={{ kind: "job-logs", jobRunId: id }}>
                          {shownInstant(startedAt, writing)}
                        </PlaceLink>
                      </Table.Td>
                      <Table.Td>{titles.get(jobId) ?? jobId}</Table.Td>
                      <Table.Td>
                        <span className="wb-state" data-care={outcome === "failed" || undefined}>
                          {outcomeText(outcome)}
                          {isPreview ? " (preview)" : ""}
                        </span>
                      </Table.Td>
                      <Table.Td>{computerName}</Table.Td>
                      <Table.Td className="wb-prewrap">{summary}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </div>
          )
        }
      </WhenLoaded>
    </Screen>
  );
}

function Run({ jobRunId }: { readonly jobRunId: string }) {
  const api = useApi();
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [run, people] = await Promise.all([
        api.get<JobRun>(`/api/job-runs/${encodeURIComponent(jobRunId)}`, signal),
        api.get<readonly Person[]>("/api/users", signal),
      ]);
      return { run, names: new Map(people.map(({ id, name }) => [id, name])) };
    },
    [api, jobRunId],
  );
  const log = useLoaded(load);
  useReloadOn(["jobs-changed"], log.reload);
  return (
    <Screen title="Job Run" aside={<PlaceLink to={{ kind: "job-logs", jobRunId: undefined }}>All job runs</PlaceLink>}>
      <WhenLoaded loaded={log}>
        {({ run, names }) => (
          <>
            <section className="wb-panel">
              <Facts
                facts={[
                  { label: "Result", value: `${outcomeText(run.outcome)}${run.isPreview ? " (preview)" : ""}` },
                  { label: "Summary", value: run.summary },
                  { label: "Started", value: run.startedAt },
                  { label: "Ended", value: run.endedAt ?? "" },
                  { label: "Computer", value: run.computerName },
                ]}
              />
            </section>
            {run.users.map(({ userId, outcome, summary, warnings, errors }) => (
              <section key={userId} className="wb-panel">
                <Title order={2} mb="xs">
                  {names.get(userId) ?? `User ${userId}`}: {outcomeText(outcome)}
                </Title>
                <p className="wb-prewrap">{summary}</p>
                {errors.map((text) => (
                  <Notice key={text} isCompact severity="error" text={text} />
                ))}
                {warnings.map((text) => (
                  <Notice key={text} isCompact severity="warning" text={text} />
                ))}
              </section>
            ))}
          </>
        )}
      </WhenLoaded>
    </Screen>
  );
}
