export { CommandRunner } from "./command-runner.js";
