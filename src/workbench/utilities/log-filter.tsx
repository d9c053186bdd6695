import { Group, Select, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";

import type { JobRunGroup } from "../api/payloads.js";
import { DateField } from "../dates/date-field.js";
import { jobLogsTexts } from "../texts/en/job-logs-texts.js";
import { outcomeText } from "./job-words.js";
import type { TypedFilter } from "./log-query.js";

interface LogFilterProps {
  readonly value: TypedFilter;
  /** Whose jobs can be chosen. */
  readonly groups: readonly JobRunGroup[];
  readonly onChange: (value: TypedFilter) => void;
}

const texts = jobLogsTexts.filter;
const outcomes = ["done", "done-with-problems", "failed"] as const;
/** Asked for once typing has paused. */
const pause = 300;

/** Filters of Control Center Logs: job, result, days, words (J5). */
export function LogFilter({ value, groups, onChange }: LogFilterProps) {
  const change = (part: Partial<TypedFilter>): void => onChange({ ...value, ...part });
  const [text, setText] = useState(value.text);
  useEffect(() => {
    if (text === value.text) return undefined;
    const timer = window.setTimeout(() => onChange({ ...value, text }), pause);
    return () => window.clearTimeout(timer);
  }, [text, value, onChange]);
  const jobs = new Map(groups.map(({ jobId, jobTitle }) => [jobId, jobTitle]));
  if (value.jobId !== "" && !jobs.has(value.jobId)) jobs.set(value.jobId, value.jobId);

  return (
    <Group gap="sm" align="flex-end" wrap="wrap" role="search" aria-label={texts.name}>
      <Select
        label={texts.job}
        placeholder={texts.allJobs}
        data={[...jobs].map(([jobId, label]) => ({ value: jobId, label }))}
        value={value.jobId === "" ? null : value.jobId}
        onChange={(jobId) => change({ jobId: jobId ?? "" })}
        clearable
        w={230}
      />
      <Select
        label={texts.result}
        placeholder={texts.allResults}
        data={[
          ...outcomes.map((outcome) => ({ value: outcome, label: outcomeText(outcome) })),
          { value: "running", label: outcomeText(undefined) },
        ]}
        value={value.outcome === "" ? null : value.outcome}
        onChange={(outcome) => change({ outcome: outcome ?? "" })}
        clearable
        w={190}
      />
      <DateField label={texts.from} value={value.from} onChange={(from) => change({ from })} />
      <DateField label={texts.to} value={value.until} onChange={(until) => change({ until })} />
      <TextInput
        label={texts.words}
        placeholder={texts.wordsHint}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        w={290}
      />
    </Group>
  );
}
