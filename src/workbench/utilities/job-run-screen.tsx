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
import { jobLogsTexts } from "../texts/en/job-logs-texts.js";
import { durationText, isRunning, outcomeText } from "./job-words.js";

const texts = jobLogsTexts.run;

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
    <Screen
      title={texts.title}
      aside={<PlaceLink to={{ kind: "job-logs", jobRunId: undefined }}>{texts.all}</PlaceLink>}
    >
      {error !== undefined && <Problem error={error} />}
      <WhenLoaded loaded={log}>
        {({ run, names }) => (
          <>
            <section className="wb-panel">
              <Facts
                facts={[
                  { label: texts.job, value: run.jobTitle ?? run.jobId },
                  {
                    label: texts.result,
                    value: run.isPreview ? jobLogsTexts.ofPreview(outcomeText(run.outcome)) : outcomeText(run.outcome),
                  },
                  { label: texts.summary, value: run.summary },
                  { label: texts.started, value: run.startedAt },
                  { label: texts.ended, value: run.endedAt ?? "" },
                  { label: texts.took, value: durationText(run.startedAt, run.endedAt) },
                  { label: texts.computer, value: run.computerName },
                  { label: texts.begunBy, value: begunBy(run, names) },
                ]}
              />
              {mayChange && isRunning(run) && (
                <Button mt="sm" variant="default" onClick={stop}>
                  {texts.stop}
                </Button>
              )}
            </section>
            {run.users.map((user) => (
              <UserPart key={user.userId} user={user} name={names.get(user.userId) ?? texts.unknownUser(user.userId)} />
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
        {texts.userPart(name, outcomeText(outcome))}
      </Title>
      <p className="wb-prewrap">{summary}</p>
      {errors.map((text) => (
        <Notice key={text} isCompact severity="error" text={text} />
      ))}
      {warnings.map((text) => (
        <Notice key={text} isCompact severity="warning" text={text} />
      ))}
      {items !== undefined && (
        <PlaceLink to={{ kind: "view", viewId: items.viewId, input: items.input }}>{texts.showItems(name)}</PlaceLink>
      )}
    </section>
  );
}

function begunBy({ requestedBy, plannedFor }: JobRun, names: ReadonlyMap<number, string>): string {
  if (plannedFor !== undefined) return texts.schedule;
  return requestedBy === undefined
    ? texts.runNow
    : texts.runNowBy(names.get(requestedBy) ?? texts.unknownRequester(requestedBy));
}
