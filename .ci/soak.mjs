/**
 * `npm run soak [-- minutes]`: random histories of both sides and storms for so many minutes (10), from another seed
 * each time; the seed is printed, and `HISTORY_SEED=… npm run soak` repeats it.
 * `npm run soak -- kills`: a process is killed at every effect of its run, not only at the sample of `npm test`.
 */
import { build, checkNodeVersion, install, run } from "./steps.mjs";

const [what = "10"] = process.argv.slice(2);
const minutes = Number(what);
if (what !== "kills" && !(minutes > 0)) {
  console.error('Say for how many minutes, or "kills".');
  process.exit(2);
}
checkNodeVersion();
install();
build();

const seed = process.env.HISTORY_SEED ?? String(Math.floor(Math.random() * 2 ** 31));
const folder = what === "kills" ? "kills" : "state-machine";
const env =
  what === "kills"
    ? { KILL_POINTS: "all" }
    : {
        HISTORY_SEED: seed,
        HISTORIES: "1000000",
        HISTORY_MINUTES: String(minutes),
        STORMS: String(Math.ceil(minutes * 20)),
      };
if (what !== "kills") console.log(`Seed ${seed}`);
const tests = ["--require", "reflect-metadata", "--require", "source-map-support/register", "--no-config"];
process.exit(run("mocha", [...tests, `dist/test/google-sync/${folder}/**/*.test.js`], { env }));
