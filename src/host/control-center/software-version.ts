/** The version computers report in with. */
export const softwareVersion = "1.0.0";
