import { InvalidPreferencesError, Secrets, UnitOfWork, Users } from "../../api/index.js";
import type { PreferenceOwner, PreferenceValues, Preferences, Transaction, UserId } from "../../api/index.js";
import type { Disposable } from "../../base/disposable.js";
import { inject, injectable } from "../../base/service-token.js";
import { createEmitter, listen } from "../../base/typed-event.js";
import { Contributions } from "../contributions/index.js";
import { checkerOf } from "../schema-check/index.js";
import type { JsonSchema } from "../schema-check/index.js";
import { PreferenceStore } from "../studio-data/index.js";
import { fieldsOf, ownerName, secretFieldsOf, withDefaults } from "./page-schema.js";

/**
 * The values of contributed pages, over the studio's database. Fields marked
 * `x-spectra-secret` are encrypted before they are stored and revealed to the plugin only.
 */
@injectable()
export class StoredPreferences implements Preferences {
  readonly #changed = createEmitter<{ [pageId: string]: (owner: PreferenceOwner) => void }>();

  constructor(
    @inject(Contributions) private readonly contributions: Contributions,
    @inject(PreferenceStore) private readonly store: PreferenceStore,
    @inject(Secrets) private readonly secrets: Secrets,
    @inject(Users) private readonly users: Users,
    @inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  async read(owner: PreferenceOwner, pageId: string): Promise<PreferenceValues> {
    const saved = (await this.store.find(owner, pageId)) ?? {};
    return this.#complete(owner, pageId, saved);
  }

  async readAll(pageId: string): Promise<ReadonlyMap<UserId, PreferenceValues>> {
    const complete = new Map<UserId, PreferenceValues>();
    for (const [userId, saved] of await this.store.findOfUsers(pageId)) {
      complete.set(userId, await this.#complete({ kind: "user", userId }, pageId, saved));
    }
    return complete;
  }

  async change(
    owner: PreferenceOwner,
    pageId: string,
    values: PreferenceValues,
    transaction?: Transaction,
  ): Promise<void> {
    const schema = this.#schemaOf(pageId);
    const secretFields = secretFieldsOf(schema);
    const toStored = ([name, value]: [string, unknown]): [string, unknown] => {
      const isSecret = secretFields.has(name) && typeof value === "string" && value !== "";
      return [name, isSecret ? this.secrets.protect(value, secretOwner(owner, pageId, name)) : value];
    };
    const replace = async (inside: Transaction): Promise<void> => {
      const saved = (await this.store.find(owner, pageId, inside)) ?? {};
      this.check(pageId, { ...(await this.#complete(owner, pageId, saved)), ...values });
      const stored = Object.fromEntries(Object.entries(values).map(toStored));
      await this.store.save(owner, pageId, { ...saved, ...stored }, inside);
    };
    await (transaction === undefined ? this.unitOfWork.run(replace) : replace(transaction));
    this.#changed.emit(pageId, owner);
  }

  onDidChange(pageId: string, listener: (owner: PreferenceOwner) => void): Disposable {
    return listen(this.#changed, pageId, listener);
  }

  /** @throws InvalidPreferencesError naming each refused value */
  check(pageId: string, values: PreferenceValues): void {
    const schema = this.#schemaOf(pageId);
    const problems = checkerOf(schema)(values).map(({ path, message }) => ({ field: path.slice(1), message }));
    if (problems.length > 0) throw new InvalidPreferencesError(problems);
  }

  async #complete(owner: PreferenceOwner, pageId: string, saved: PreferenceValues): Promise<PreferenceValues> {
    const schema = this.#schemaOf(pageId);
    const user = owner.kind === "user" ? await this.users.findById(owner.userId) : undefined;
    const values = withDefaults(schema, saved, user);
    for (const name of secretFieldsOf(schema)) {
      const stored = saved[name];
      if (typeof stored !== "string" || stored === "" || !fieldsOf(schema).has(name)) continue;
      values[name] = this.secrets.reveal(stored, secretOwner(owner, pageId, name));
    }
    return values;
  }

  /** @throws UnknownContributionError */
  #schemaOf(pageId: string): JsonSchema {
    return this.contributions.preferencePages.get(pageId).declaration.schema;
  }
}

function secretOwner(owner: PreferenceOwner, pageId: string, field: string): string {
  return `${ownerName(owner)}/${pageId}/${field}`;
}
