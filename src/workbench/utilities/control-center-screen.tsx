import { Button, Table, Text } from "@mantine/core";
import { useCallback, useState } from "react";

import { toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import type { JobLine } from "../api/payloads.js";
import { Notice } from "../common/notice.js";
import { Problem } from "../common/problem.js";
import { Empty, Screen, WhenLoaded } from "../common/screen.js";
import { useLoaded } from "../common/use-loaded.js";
import { PlaceLink } from "../routing/router.js";
import { useAllowed, useApi, useReloadOn, useSession } from "../shell/session.js";
import { Computers } from "./computers.js";
import { GeneralSettingsDialog } from "./general-settings-dialog.js";
import { JobRow } from "./job-row.js";
import { JobSettingsDialog } from "./job-settings-dialog.js";

const columns = ["Job", "State", "Computer", "Next run", "Last run"];

/** Utilities > Control Center (J1). */
export default function ControlCenterScreen() {
  const api = useApi();
  const { product } = useSession().me.studio;
  const mayChange = useAllowed("Control Center", "add-modify");
  const jobs = useLoaded(useCallback((signal) => api.get<readonly JobLine[]>("/api/jobs", signal), [api]));
  useReloadOn(["jobs-changed", "plugins-changed"], jobs.reload);
  const [dialog, setDialog] = useState<JobLine | "general" | undefined>();
  const [told, setTold] = useState<string | undefined>();
  const [error, setError] = useState<ApiError | undefined>();

  const ask = (request: Promise<string>): void => {
    setError(undefined);
    setTold(undefined);
    request.then(
      (text) => {
        setTold(text);
        jobs.reload();
      },
      (failure: unknown) => setError(toApiError(failure)),
    );
  };
  const runNow = async ({ id, title }: JobLine): Promise<string> => {
    const started = await api.post<{ requestedOf?: string }>(`/api/jobs/${encodeURIComponent(id)}/run`);
    const where = started.requestedOf === undefined ? "runs now" : `is about to run on ${started.requestedOf}`;
    return `"${title}" ${where}. Its result will stand here and in the Control Center Logs.`;
  };
  const abort = async (jobRunId: string): Promise<string> => {
    await api.post(`/api/job-runs/${encodeURIComponent(jobRunId)}/abort`);
    return "The run ends as soon as it can without leaving anything half done.";
  };
  const close = (): void => setDialog(undefined);
  const saved = (): void => {
    close();
    jobs.reload();
  };

  return (
    <Screen
      title="Control Center"
      isWide
      aside={
        mayChange && (
          <Button variant="default" onClick={() => setDialog("general")}>
            Modify General Settings
          </Button>
        )
      }
    >
      {error !== undefined && <Problem error={error} />}
      {told !== undefined && <Notice isNew severity="success" text={told} />}
      <WhenLoaded loaded={jobs}>
        {(all) =>
          all.length === 0 ? (
            <Empty>
              {product === "myStratus"
                ? "There are no jobs to set up here: myStratus runs them for you. Their runs are in the Control Center Logs."
                : "There are no jobs to set up here. Jobs come with plugins; see the Plugin Manager."}
            </Empty>
          ) : (
            <div className="wb-table">
              <Table verticalSpacing="sm" aria-label="Jobs">
                <Table.Thead>
                  <Table.Tr>
                    {columns.map((label) => (
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
                    <JobRow
                      key={job.id}
                      job={job}
                      onRun={() => ask(runNow(job))}
                      onAbort={(jobRunId) => ask(abort(jobRunId))}
                      onModify={() => setDialog(job)}
                    />
                  ))}
                </Table.Tbody>
              </Table>
            </div>
          )
        }
      </WhenLoaded>
      <Computers />
      <Text mt="md">
        <PlaceLink to={{ kind: "job-logs", jobRunId: undefined }}>Control Center Logs</PlaceLink>
      </Text>
      {dialog === "general" && <GeneralSettingsDialog onClose={close} onSaved={saved} />}
      {typeof dialog === "object" && <JobSettingsDialog job={dialog} onClose={close} onSaved={saved} />}
    </Screen>
  );
}
