/** An invented studio to try everything on. */
export { createSampleStudio } from "./create-sample-studio.js";
export type { SampleStudio, SampleStudioOptions } from "./create-sample-studio.js";
