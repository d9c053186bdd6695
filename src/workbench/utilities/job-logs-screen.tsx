import { Button, Checkbox, Group } from "@mantine/core";
import { useCallback, useState } from "react";

import type { JobRunGroup, JobRunLine } from "../api/payloads.js";
import { Empty, Screen, WhenLoaded } from "../common/screen.js";
import { Sentence } from "../common/sentence.js";
import { useKeptFocus } from "../common/use-kept-focus.js";
import { useLoaded } from "../common/use-loaded.js";
import { PlaceLink } from "../routing/router.js";
import { useApi, useReloadOn, useWriting } from "../shell/session.js";
import { jobLogsTexts as texts } from "../texts/en/job-logs-texts.js";
import { JobRunGroups } from "./job-run-groups.js";
import { JobRunScreen } from "./job-run-screen.js";
import { JobRunTable } from "./job-run-table.js";
import { LogFilter } from "./log-filter.js";
import { noFilter, queryOf } from "./log-query.js";
import type { TypedFilter } from "./log-query.js";

const pageSize = 100;

/** Utilities > Control Center Logs: every job run, or one with its users (J5). */
export default function JobLogsScreen({ jobRunId }: { readonly jobRunId: string | undefined }) {
  return jobRunId === undefined ? <Runs /> : <JobRunScreen jobRunId={jobRunId} />;
}

function Runs() {
  const api = useApi();
  const { timeZone, locale } = useWriting();
  const [filter, setFilter] = useState<TypedFilter>(noFilter);
  const [isGrouped, setGrouped] = useState(false);
  const [shown, setShown] = useState(pageSize);
  /** How often the filter was emptied at once: what its fields keep while one types goes too. */
  const [cleared, setCleared] = useState(0);
  const query = queryOf(filter, timeZone);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const groups = await api.get<readonly JobRunGroup[]>(`/api/job-run-groups?${query}`, signal);
      const limit = Math.min(shown, 500);
      const runs = isGrouped
        ? []
        : await api.get<readonly JobRunLine[]>(`/api/job-runs?${query}&limit=${limit}`, signal);
      return { runs, groups };
    },
    [api, query, isGrouped, shown],
  );
  const log = useLoaded(load);
  useReloadOn(["jobs-changed"], log.reload);
  useKeptFocus(log.isLoading);
  const clear = (): void => {
    setFilter(noFilter);
    setCleared((before) => before + 1);
  };

  return (
    <Screen
      title={texts.title}
      isWide
      aside={
        <Button component="a" href={`/api/job-runs.csv?${query}`} download variant="default">
          {texts.exportCsv}
        </Button>
      }
    >
      <LogFilter
        key={cleared}
        value={filter}
        groups={log.value?.groups ?? []}
        onChange={(changed) => {
          setFilter(changed);
          setShown(pageSize);
        }}
      />
      <Checkbox
        my="sm"
        label={texts.groupByJobType}
        checked={isGrouped}
        onChange={(event) => setGrouped(event.currentTarget.checked)}
      />
      <WhenLoaded loaded={log}>
        {({ runs, groups }) => {
          if (groups.length === 0) return <NoRuns isFiltered={query !== ""} onClear={clear} />;
          if (isGrouped) {
            const open = (jobId: string): void => {
              setFilter({ ...filter, jobId });
              setGrouped(false);
            };
            return <JobRunGroups groups={groups} onOpen={open} />;
          }
          const all = groups.reduce((sum, group) => sum + group.runs, 0);
          return (
            <>
              <JobRunTable runs={runs} />
              <Group mt="sm" justify="space-between">
                <span role="status">{texts.shown(runs.length, all, locale)}</span>
                {runs.length < all && shown < 500 && (
                  <Button variant="default" onClick={() => setShown(shown + pageSize)}>
                    {texts.showMore}
                  </Button>
                )}
              </Group>
            </>
          );
        }}
      </WhenLoaded>
    </Screen>
  );
}

function NoRuns({ isFiltered, onClear }: { readonly isFiltered: boolean; readonly onClear: () => void }) {
  if (isFiltered) {
    return (
      <Empty>
        {texts.noneLikeThis}
        <Button variant="default" size="xs" ml="sm" onClick={onClear}>
          {texts.showAll}
        </Button>
      </Empty>
    );
  }
  return (
    <Empty>
      <Sentence text={texts.none} part={(words) => <PlaceLink to={{ kind: "control-center" }}>{words}</PlaceLink>} />
    </Empty>
  );
}
