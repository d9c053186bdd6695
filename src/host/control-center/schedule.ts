/** When a job runs. */
export interface JobSchedule {
  readonly kind: "every";
  readonly minutes: number;
}

/**
 * When a job is due next. A run missed while the computer was off is made up once: what is
 * due in the past is due now, however many times it was missed (J4).
 * @param lastDue for when the last run was planned; undefined when there was none
 */
export function nextDue(schedule: JobSchedule, lastDue: Date | undefined, now: Date): Date {
  if (lastDue === undefined) return now;
  const next = new Date(lastDue.getTime() + schedule.minutes * 60_000);
  return next < now ? now : next;
}
