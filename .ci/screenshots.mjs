/** `npm run screenshots [-- part of a name …]`: makes the pictures of every screen in `docs/screenshots`. */
import { build, checkNodeVersion, install, run } from "./steps.mjs";

checkNodeVersion();
install();
build();
process.exit(run("node", ["dist/test/browser/screenshots/main.js", "docs/screenshots", ...process.argv.slice(2)]));
