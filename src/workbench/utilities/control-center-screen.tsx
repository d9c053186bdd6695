import { Button, Text } from "@mantine/core";
import { useCallback, useState } from "react";

import { toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import type { JobLine } from "../api/payloads.js";
import { DataTable } from "../common/data-table.js";
import { Notice } from "../common/notice.js";
import { Problem } from "../common/problem.js";
import { Empty, Screen, WhenLoaded } from "../common/screen.js";
import { useLoaded } from "../common/use-loaded.js";
import { PlaceLink } from "../routing/router.js";
import { useAllowed, useApi, useReloadOn, useSession } from "../shell/session.js";
import { controlCenterTexts as texts } from "../texts/en/control-center-texts.js";
import { Computers } from "./computers.js";
import { GeneralSettingsDialog } from "./general-settings-dialog.js";
import { JobRow } from "./job-row.js";
import { JobSettingsDialog } from "./job-settings-dialog.js";
import { isRunning } from "./job-words.js";

const { columns } = texts;

/** What was said of a job, until a run of it that began later has ended: then its result says more. */
interface Told {
  readonly text: string;
  readonly jobId: string;
  readonly runBefore: string | undefined;
}

/** Utilities > Control Center (J1). */
export default function ControlCenterScreen() {
  const api = useApi();
  const { product } = useSession().me.studio;
  const mayChange = useAllowed("Control Center", "add-modify");
  const jobs = useLoaded(useCallback((signal) => api.get<readonly JobLine[]>("/api/jobs", signal), [api]));
  useReloadOn(["jobs-changed", "plugins-changed"], jobs.reload);
  const [dialog, setDialog] = useState<JobLine | "general" | undefined>();
  const [told, setTold] = useState<Told | undefined>();
  const [error, setError] = useState<ApiError | undefined>();

  const ask = (job: JobLine, request: Promise<string>): void => {
    setError(undefined);
    setTold(undefined);
    request.then(
      (text) => {
        setTold({ text, jobId: job.id, runBefore: job.lastRun?.id });
        jobs.reload();
      },
      (failure: unknown) => setError(toApiError(failure)),
    );
  };
  const runNow = async ({ id, title }: JobLine): Promise<string> => {
    const started = await api.post<{ requestedOf?: string }>(`/api/jobs/${encodeURIComponent(id)}/run`);
    return started.requestedOf === undefined ? texts.started(title) : texts.requested(title, started.requestedOf);
  };
  const abort = async (jobRunId: string): Promise<string> => {
    await api.post(`/api/job-runs/${encodeURIComponent(jobRunId)}/abort`);
    return texts.stopping;
  };
  const close = (): void => setDialog(undefined);
  const saved = (): void => {
    close();
    jobs.reload();
  };

  return (
    <Screen
      title={texts.title}
      isWide
      aside={
        mayChange && (
          <Button variant="default" onClick={() => setDialog("general")}>
            {texts.generalSettings.title}
          </Button>
        )
      }
    >
      {error !== undefined && <Problem error={error} />}
      {told !== undefined && !isOver(told, jobs.value) && <Notice isNew severity="information" text={told.text} />}
      <WhenLoaded loaded={jobs}>
        {(all) =>
          all.length === 0 ? (
            <Empty>{product === "myStratus" ? texts.empty.myStratus : texts.empty.spectra}</Empty>
          ) : (
            <DataTable
              hasActions
              label={texts.jobs}
              columns={[columns.job, columns.state, columns.computer, columns.nextRun, columns.lastRun]}
            >
              {all.map((job) => (
                <JobRow
                  key={job.id}
                  job={job}
                  onRun={() => ask(job, runNow(job))}
                  onAbort={(jobRunId) => ask(job, abort(jobRunId))}
                  onModify={() => setDialog(job)}
                />
              ))}
            </DataTable>
          )
        }
      </WhenLoaded>
      <Computers />
      <Text mt="md">
        <PlaceLink to={{ kind: "job-logs", jobRunId: undefined }}>{texts.logs}</PlaceLink>
      </Text>
      {dialog === "general" && <GeneralSettingsDialog onClose={close} onSaved={saved} />}
      {typeof dialog === "object" && <JobSettingsDialog job={dialog} onClose={close} onSaved={saved} />}
    </Screen>
  );
}

function isOver({ jobId, runBefore }: Told, jobs: readonly JobLine[] = []): boolean {
  const last = jobs.find(({ id }) => id === jobId)?.lastRun;
  return last !== undefined && last.id !== runBefore && !isRunning(last);
}
