/**
 * `npm run soak [-- minutes]`: random histories of both sides and storms for so many minutes (10), from another seed
 * each time; the seed is printed, and `HISTORY_SEED=… npm run soak` repeats it. Says how many histories that were.
 * `npm run soak -- kills`: a process is killed at every effect of its run, not only at the sample of `npm test`.
 * `npm run soak -- fuzz`: twenty times as many odd answers, rows and files as in `npm test`.
 * `npm run soak -- contacts`: a thousand random histories of clients and contacts.
 */
import { build, checkNodeVersion, install, run } from "./steps.mjs";

const [what = "10"] = process.argv.slice(2);
const minutes = Number(what);
const seed = process.env.HISTORY_SEED ?? String(Math.floor(Math.random() * 2 ** 31));
const parts = {
  kills: { tests: "google-sync/kills", env: { KILL_POINTS: "all" } },
  fuzz: { tests: "hostile", env: { FUZZ_FACTOR: "20", PROPERTY_SEED: seed } },
  contacts: { tests: "google-sync/contact-run", env: { HISTORIES: "1000", PROPERTY_SEED: seed } },
};
const histories = {
  tests: "google-sync/state-machine",
  env: {
    HISTORY_SEED: seed,
    HISTORY_MINUTES: String(minutes),
    STORMS: String(Math.ceil(minutes * 20)),
    TRUSTED_HISTORIES: String(Math.ceil(minutes * 100)),
  },
};
if (parts[what] === undefined && !(minutes > 0)) {
  console.error(`Say for how many minutes, or one of: ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}
checkNodeVersion();
install();
build();

const { tests, env } = parts[what] ?? histories;
console.log(`Seed ${seed}`);
const needed = ["reflect-metadata", "source-map-support/register", "./dist/test/support/fixed-seed.js"];
// The two halves of the histories side by side, as in `npm test`.
const options = [
  "--no-config",
  "--parallel",
  "--jobs",
  "2",
  "--timeout",
  "60000",
  ...needed.flatMap((module) => ["--require", module]),
];
process.exit(run("mocha", [...options, `dist/test/${tests}/**/*.test.js`], { env }));
