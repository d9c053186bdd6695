export { CompanyStudio, HostIdentity } from "./company-studio.js";
export { StudioExistsError } from "./errors.js";
export { StudioMemory } from "./studio-memory.js";
export { GeneralInfoPage } from "./general-info-page.js";
export { createStudio } from "./create-studio.js";
export type { NewStudio } from "./create-studio.js";
