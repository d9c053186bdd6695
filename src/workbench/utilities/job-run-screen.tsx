import { Button, Title } from "@mantine/core";
import { useCallback, useState } from "react";

import { toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import type { JobRun, Person } from "../api/payloads.js";
import { Facts } from "../common/facts.js";
import { Notice } from "../common/notice.js";
import { Problem } from "../common/problem.js";
import { Screen, WhenLoaded } from "../common/screen.js";
import { useLoaded } from "../common/use-loaded.js";
import { PlaceLink } from "../routing/router.js";
import { useAllowed, useApi, useReloadOn } from "../shell/session.js";
import { durationText, isRunning, outcomeText } from "./job-words.js";

/** One job run with a part for each user (J5). */
export function JobRunScreen({ jobRunId }: { readonly jobRunId: string }) {
  const api = useApi();
  const mayChange = useAllowed("Control Center", "add-modify");
  const [error, setError] = useState<ApiError | undefined>();
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
  const stop = (): void => {
    api
      .post(`/api/job-runs/${encodeURIComponent(jobRunId)}/abort`)
      .then(log.reload, (failure: unknown) => setError(toApiError(failure)));
  };

  return (
    <Screen title="Job Run" aside={<PlaceLink to={{ kind: "job-logs", jobRunId: undefined }}>All job runs</PlaceLink>}>
      {error !== undefined && <Problem error={error} />}
      <WhenLoaded loaded={log}>
        {({ run, names }) => (
          <>
            <section className="wb-panel">
              <Facts
                facts={[
                  { label: "Job", value: run.jobTitle ?? run.jobId },
                  { label: "Result", value: `${outcomeText(run.outcome)}${run.isPreview ? " (preview)" : ""}` },
                  { label: "Summary", value: run.summary },
                  { label: "Started", value: run.startedAt },
                  { label: "Ended", value: run.endedAt ?? "" },
                  { label: "Took", value: durationText(run.startedAt, run.endedAt) },
                  { label: "Computer", value: run.computerName },
                  { label: "Begun by", value: begunBy(run, names) },
                ]}
              />
              {mayChange && isRunning(run) && (
                <Button mt="sm" variant="default" onClick={stop}>
                  Stop
                </Button>
              )}
            </section>
            {run.users.map((user) => (
              <UserPart key={user.userId} user={user} name={names.get(user.userId) ?? `User ${user.userId}`} />
            ))}
          </>
        )}
      </WhenLoaded>
    </Screen>
  );
}

function UserPart({ user, name }: { readonly user: JobRun["users"][number]; readonly name: string }) {
  const { outcome, summary, warnings, errors, items } = user;
  return (
    <section className="wb-panel">
      <Title order={2} mb="xs">
        {name}: {outcomeText(outcome)}
      </Title>
      <p className="wb-prewrap">{summary}</p>
      {errors.map((text) => (
        <Notice key={text} isCompact severity="error" text={text} />
      ))}
      {warnings.map((text) => (
        <Notice key={text} isCompact severity="warning" text={text} />
      ))}
      {items !== undefined && (
        <PlaceLink to={{ kind: "view", viewId: items.viewId, input: items.input }}>Show the items of {name}</PlaceLink>
      )}
    </section>
  );
}

function begunBy({ requestedBy, plannedFor }: JobRun, names: ReadonlyMap<number, string>): string {
  if (plannedFor !== undefined) return "Schedule";
  return requestedBy === undefined ? "Run Now" : `Run Now (${names.get(requestedBy) ?? `user ${requestedBy}`})`;
}
