import type { Edition, UnitOfWork } from "../../api/index.js";
import type { ZoneName } from "../../base/wall-time.js";
import type { StudioKey } from "../secrets/index.js";
import type { CompanyStore, UserStore } from "../studio-data/index.js";
import { StudioExistsError } from "./errors.js";

/** What a new studio is like. */
export interface NewStudio {
  readonly name: string;
  readonly edition: Edition;
  readonly timeZone: ZoneName;
}

/**
 * Makes a studio in an empty database, with security off and one user, `AD`, who can make the
 * others; and its key, where this computer has none.
 * @throws StudioExistsError
 */
export async function createStudio(
  { name, edition, timeZone }: NewStudio,
  stores: {
    readonly company: CompanyStore;
    readonly users: UserStore;
    readonly unitOfWork: UnitOfWork;
    readonly studioKey: StudioKey;
  },
): Promise<void> {
  const present = await stores.company.find();
  if (present !== undefined) throw new StudioExistsError(present.name);
  stores.studioKey.ensure();
  await stores.company.create({ name, edition, timeZone, locale: "en-US", isSecurityOn: false });
  await stores.unitOfWork.run(async (transaction) => {
    await stores.users.create(administrator, transaction);
  });
}

const administrator = {
  initials: "AD",
  firstName: "Studio",
  lastName: "Administrator",
  email: undefined,
  securityGroupId: undefined,
  colour: undefined,
  isInactive: false,
} as const;
