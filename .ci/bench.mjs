/** `npm run bench [-- options]`: measures the sync against its floor; see docs/performance.md. */
import { build, checkNodeVersion, install, run } from "./steps.mjs";

checkNodeVersion();
install();
build();
process.exit(run("node", ["dist/test/bench/main.js", ...process.argv.slice(2)]));
