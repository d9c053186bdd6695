/** "Notification" of "Modify Job Settings": whom to mail about runs of a job, and about which (J3). */
export interface JobNotification {
  readonly when: "Never" | "Failures" | "Always";
  readonly address: string;
}

export const noNotification: JobNotification = { when: "Never", address: "" };

/** Reads what is stored with a job's settings; anything else is nobody to mail. */
export function readJobNotification(stored: Readonly<Record<string, unknown>>): JobNotification {
  const { when, address } = stored;
  if (typeof address !== "string") return noNotification;
  return when === "Failures" || when === "Always" ? { when, address } : { ...noNotification, address };
}
