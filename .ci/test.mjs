/** `npm test [-- mocha options]`: installs, builds and runs every test on a fresh machine. */
import { build, checkNodeVersion, install, run } from "./steps.mjs";

checkNodeVersion();
install();
build();
process.exit(run("mocha", ["--config", ".ci/mocharc.json", ...process.argv.slice(2)]));
