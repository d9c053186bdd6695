export { CommandRunner } from "./command-runner.js";
export { InvalidInputError } from "./errors.js";
