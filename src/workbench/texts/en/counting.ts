import { countingIn } from "../plural.js";

export const { plural, counted } = countingIn("en");
