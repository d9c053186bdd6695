import { Clock, Command, Schedule, Studio, View } from "spectra-google-sync/api";

const day = 86_400_000;

export function activate(context) {
  const [clock, schedule, studio] = [Clock, Schedule, Studio].map((token) => context.service(token));

  context.implement(Command, "busy-days.open", {
    run: async () => ({ value: null, text: "", hasFailures: false, open: { viewId: "busy-days.page", input: {} } }),
  });

  // What the page is given when it opens; whatever it asks for later, it asks a command for.
  context.implement(View, "busy-days.page", {
    load: async () => ({ kind: "page", data: { choices: [4, 12, 26] } }),
  });

  context.implement(Command, "busy-days.count", {
    async run({ input, viewer }) {
      const { timeZone } = await studio.facts();
      const now = clock.now();
      const from = wallTime(now, timeZone);
      const until = wallTime(new Date(now.getTime() + input.weeks * 7 * day), timeZone);
      const entries = viewer === undefined ? [] : await schedule.list(viewer, from);
      const counts = Array.from({ length: 7 }, () => 0);
      for (const { when } of entries) if (when.start < until) counts[weekday(when.start)] += 1;
      return { value: { counts }, text: `Sunday to Saturday: ${counts.join(", ")}`, hasFailures: false };
    },
  });
}

/** `YYYY-MM-DDTHH:MM:SS`, as the studio's clocks show it; Swedish writes dates as ISO 8601 does. */
function wallTime(instant, timeZone) {
  const format = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium", timeZone });
  return format.format(instant).replace(" ", "T");
}

/** Of a wall-clock time; Sunday is 0. */
function weekday(time) {
  return new Date(`${time}Z`).getUTCDay();
}
