export { SchedulingPage } from "./scheduling-page.js";
