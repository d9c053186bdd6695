/** `npm run build`. */
import { build, checkNodeVersion, install } from "./steps.mjs";

checkNodeVersion();
install();
build();
