import type { Command, ConflictDialog, ControlCenterJob, PreferencePage, RecordStatus, View } from "../../api/index.js";
import type {
  CommandDeclaration,
  CommandLineDeclaration,
  ConflictDialogDeclaration,
  JobDeclaration,
  MenuDeclaration,
  PluginManifest,
  PreferencePageDeclaration,
  RecordStatusDeclaration,
  ViewDeclaration,
} from "../../api/schemas/plugin-manifest.generated.js";
import { DisposableStore } from "../../base/disposable.js";
import type { Disposable } from "../../base/disposable.js";
import { serviceToken } from "../../base/service-token.js";
import type { JsonSchema } from "../schema-check/index.js";
import type { ContributionOwner } from "./contribution-owner.js";
import { ContributionPoint } from "./contribution-point.js";

/** A preference page together with the JSON Schema its manifest names. */
export interface DeclaredPreferencePage extends Omit<PreferencePageDeclaration, "schema"> {
  readonly schema: JsonSchema;
}

/** A job together with the JSON Schema of its own settings; one that takes none has an empty form. */
export interface DeclaredJob extends Omit<JobDeclaration, "settings"> {
  readonly settingsSchema: JsonSchema;
}

/** What a plugin declares: its manifest, and the schemas of its preference pages and jobs by their ids. */
export interface DeclaringPlugin {
  readonly manifest: PluginManifest;
  readonly schemas: ReadonlyMap<string, JsonSchema>;
}

/** Of a job that takes no settings of its own. */
const noSettings: JsonSchema = { type: "object", additionalProperties: false, properties: {} };

const byId = ({ id }: { readonly id: string }): string => id;

/** Everything the enabled plugins contribute, by kind. */
export class ContributionPoints {
  readonly preferencePages = new ContributionPoint<DeclaredPreferencePage, PreferencePage>("preferencePages", byId);
  readonly commands = new ContributionPoint<CommandDeclaration, Command>("commands", byId);
  readonly views = new ContributionPoint<ViewDeclaration, View>("views", byId);
  readonly jobs = new ContributionPoint<DeclaredJob, ControlCenterJob>("jobs", byId);
  readonly recordStatus = new ContributionPoint<RecordStatusDeclaration, RecordStatus>("recordStatus", byId);
  readonly conflictDialogs = new ContributionPoint<ConflictDialogDeclaration, ConflictDialog>("conflictDialogs", byId);
  readonly menus = new ContributionPoint<MenuDeclaration>("menus", ({ path, title }) => `${path}/${title}`);
  readonly commandLine = new ContributionPoint<CommandLineDeclaration>("commandLine", ({ path }) => path);

  /**
   * Puts a plugin's declarations into every point, or none.
   * @throws ContributionTakenError
   */
  declare(owner: ContributionOwner, { manifest, schemas }: DeclaringPlugin): Disposable {
    const { contributes } = manifest;
    const pages = (contributes.preferencePages ?? []).map((page) => {
      return { ...page, schema: schemas.get(page.id) ?? {} };
    });
    const jobs = (contributes.jobs ?? []).map(({ settings: _file, ...job }) => {
      return { ...job, settingsSchema: schemas.get(job.id) ?? noSettings };
    });
    const declared = new DisposableStore();
    try {
      declared.add(this.preferencePages.declare(owner, pages));
      declared.add(this.commands.declare(owner, contributes.commands ?? []));
      declared.add(this.views.declare(owner, contributes.views ?? []));
      declared.add(this.jobs.declare(owner, jobs));
      declared.add(this.recordStatus.declare(owner, contributes.recordStatus ?? []));
      declared.add(this.conflictDialogs.declare(owner, contributes.conflictDialogs ?? []));
      declared.add(this.menus.declare(owner, contributes.menus ?? []));
      declared.add(this.commandLine.declare(owner, contributes.commandLine ?? []));
      return declared;
    } catch (failure) {
      void declared.dispose();
      throw failure;
    }
  }

  /** The point a plugin may implement, by its name in the manifest; undefined for any other name. */
  implementable(point: string): ContributionPoint<never, unknown> | undefined {
    const points = [
      this.preferencePages,
      this.commands,
      this.views,
      this.jobs,
      this.recordStatus,
      this.conflictDialogs,
    ];
    // `ContributionKind` pairs the name of each point with the type it takes.
    return points.find(({ name }) => name === point) as ContributionPoint<never, unknown> | undefined;
  }
}

/** The ids a plugin declares and must implement, with their point. */
export function declaredIds({
  contributes,
}: PluginManifest): readonly { readonly point: string; readonly id: string }[] {
  const {
    preferencePages = [],
    commands = [],
    views = [],
    jobs = [],
    recordStatus = [],
    conflictDialogs = [],
  } = contributes;
  return Object.entries({ preferencePages, commands, views, jobs, recordStatus, conflictDialogs }).flatMap(
    ([point, declarations]) => declarations.map(({ id }) => ({ point, id })),
  );
}

export type Contributions = ContributionPoints;
export const Contributions = serviceToken<Contributions>("contributions");
