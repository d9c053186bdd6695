import { InvalidPreferencesError, Studio } from "../../api/index.js";
import type {
  PageActionResult,
  PageMessage,
  PageState,
  PreferenceOwner,
  PreferenceValues,
  UserId,
} from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { Contributions } from "../contributions/index.js";
import type { JsonSchema } from "../schema-check/index.js";
import { WrongPageOwnerError } from "./errors.js";
import { HostPages } from "./host-page.js";
import type { PageValues } from "./host-page.js";
import { forProduct, secretFieldsOf } from "./page-schema.js";
import { StoredPreferences } from "./stored-preferences.js";

/** What the workbench needs to draw a page. */
export interface OpenedPage {
  readonly id: string;
  readonly title: string;
  readonly schema: JsonSchema;
  /** Without the secret fields. */
  readonly values: PreferenceValues;
  /** Secret fields that hold a value. */
  readonly secretsSet: readonly string[];
  readonly state: PageState;
}

/** How pressing "OK" ended. */
export type SaveResult =
  { readonly kind: "saved" } | { readonly kind: "refused"; readonly problems: readonly PageMessage[] };

/** Opens, saves and serves preference pages, contributed ones and the host's own (P1). Who may do so is the caller's to check. */
@injectable()
export class PreferencePages {
  constructor(
    @inject(Contributions) private readonly contributions: Contributions,
    @inject(StoredPreferences) private readonly preferences: StoredPreferences,
    @inject(Studio) private readonly studio: Studio,
    @inject(HostPages) private readonly hostPages: HostPages,
  ) {}

  /**
   * Ids and titles of the pages of a kind of owner. The studio's own pages begin with the host's; a user's begin with what
   * plugins bring, which is what people come for.
   */
  list(kind: PreferenceOwner["kind"]): readonly { readonly id: string; readonly title: string }[] {
    const pages = this.contributions.preferencePages
      .list()
      .filter(({ declaration }) => declaration.owner === kind)
      .map(({ declaration: { id, title } }) => ({ id, title }));
    const isHosts = ({ id }: { readonly id: string }): boolean =>
      this.hostPages.some(({ declaration }) => declaration.id === id);
    const [hosts, contributed] = [pages.filter(isHosts), pages.filter((page) => !isHosts(page))];
    return kind === "user" ? [...contributed, ...hosts] : [...hosts, ...contributed];
  }

  async open(owner: PreferenceOwner, pageId: string, viewer: UserId): Promise<OpenedPage> {
    const { title, schema } = this.#declaration(owner, pageId);
    const { product } = await this.studio.facts();
    const values = { ...(await this.#read(owner, pageId)) };
    const secretFields = [...secretFieldsOf(schema)];
    const secretsSet = secretFields.filter((name) => typeof values[name] === "string" && values[name] !== "");
    for (const name of secretFields) delete values[name];
    const state = await this.state(owner, pageId, viewer);
    return { id: pageId, title, schema: forProduct(schema, product), values, secretsSet, state };
  }

  state(owner: PreferenceOwner, pageId: string, viewer: UserId): Promise<PageState> {
    return this.#use(owner, pageId, (page) => page.state(owner, viewer));
  }

  /** A secret field that is empty or left out keeps its value. */
  async save(owner: PreferenceOwner, pageId: string, typed: PreferenceValues): Promise<SaveResult> {
    const { schema } = this.#declaration(owner, pageId);
    const saved = await this.#read(owner, pageId);
    const secretFields = secretFieldsOf(schema);
    const isKept = ([name, value]: [string, unknown]): boolean => !(secretFields.has(name) && value === "");
    const values = { ...saved, ...Object.fromEntries(Object.entries(typed).filter(isKept)) };
    try {
      this.preferences.check(pageId, values);
    } catch (failure) {
      if (failure instanceof InvalidPreferencesError)
        return { kind: "refused", problems: failure.problems.map(refusal) };
      throw failure;
    }
    const problems = await this.#use(owner, pageId, (page) => page.validate(owner, values, saved));
    if (problems.some(({ severity }) => severity === "error")) return { kind: "refused", problems };
    await (this.#ownValues(pageId)?.write(values) ?? this.preferences.change(owner, pageId, values));
    await this.#use(owner, pageId, (page) => page.saved(owner, values, saved));
    return { kind: "saved" };
  }

  act(
    owner: PreferenceOwner,
    pageId: string,
    actionId: string,
    viewer: UserId,
    input: PreferenceValues,
    signal: AbortSignal,
  ): Promise<PageActionResult> {
    this.#declaration(owner, pageId);
    return this.contributions.preferencePages.use(
      pageId,
      (page, bothSignals) => page.act(actionId, owner, viewer, input, bothSignals),
      signal,
    );
  }

  #read(owner: PreferenceOwner, pageId: string): Promise<PreferenceValues> {
    return this.#ownValues(pageId)?.read() ?? this.preferences.read(owner, pageId);
  }

  #ownValues(pageId: string): PageValues | undefined {
    return this.hostPages.find(({ declaration }) => declaration.id === pageId)?.values;
  }

  #use<T>(
    owner: PreferenceOwner,
    pageId: string,
    work: Parameters<typeof this.contributions.preferencePages.use<T>>[1],
  ) {
    this.#declaration(owner, pageId);
    return this.contributions.preferencePages.use(pageId, work);
  }

  /** @throws UnknownContributionError @throws WrongPageOwnerError */
  #declaration(owner: PreferenceOwner, pageId: string) {
    const { declaration } = this.contributions.preferencePages.get(pageId);
    if (declaration.owner !== owner.kind) throw new WrongPageOwnerError(pageId, declaration.owner);
    return declaration;
  }
}

function refusal({ field, message }: { readonly field: string; readonly message: string }): PageMessage {
  return { severity: "error", field, text: message };
}
