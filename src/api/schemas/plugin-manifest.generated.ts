// Generated from schemas/plugin-manifest.schema.json by `npm run generate`. Do not edit.

export type ContributionId = string;

/**
 * What a plugin says about itself in plugin.manifest.json: who it is, what it needs and what it contributes.
 */
export interface PluginManifest {
  $schema?: string;
  /**
   * Unique among the plugins of a studio; every contributed id starts with it and a dot.
   */
  id: string;
  version: string;
  title: string;
  description: string;
  /**
   * The ES module to load, relative to the plugin's folder.
   */
  main: string;
  engines: {
    /**
     * The oldest version of the extension API it runs on; every newer one of the same major version is covered.
     */
    spectra: string;
  };
  /**
   * The editions it runs in; every one when left out.
   *
   * @minItems 1
   */
  editions?: ("Express" | "Standard" | "Professional" | "Enterprise")[];
  contributes: {
    preferencePages?: PreferencePageDeclaration[];
    commands?: CommandDeclaration[];
    menus?: MenuDeclaration[];
    views?: ViewDeclaration[];
    jobs?: JobDeclaration[];
    recordStatus?: RecordStatusDeclaration[];
    conflictDialogs?: ConflictDialogDeclaration[];
    commandLine?: CommandLineDeclaration[];
    programs?: ProgramDeclaration[];
    environment?: EnvironmentSettingDeclaration[];
  };
}
export interface PreferencePageDeclaration {
  id: ContributionId;
  title: string;
  /**
   * A page of User Preferences and Users, or of Company (Studio) Preferences.
   */
  owner: "user" | "company";
  /**
   * The JSON Schema of its values, a file in the plugin's folder.
   */
  schema: string;
}
export interface CommandDeclaration {
  id: ContributionId;
  title: string;
  /**
   * JSON Schema of the input; none is taken when left out.
   */
  input?: {};
  clearance?: NeededClearance;
}
/**
 * What the person must be allowed to do; anybody signed in when left out.
 */
export interface NeededClearance {
  area: "Appointments" | "Sessions" | "Clients" | "Users" | "Company Preferences" | "Control Center" | "Plugin Manager";
  level: "view" | "add-modify" | "delete";
}
export interface MenuDeclaration {
  /**
   * The menus it stands in, such as Maintenance/Client.
   */
  path: string;
  title: string;
  command: ContributionId;
}
export interface ViewDeclaration {
  id: ContributionId;
  title: string;
  kind: "list" | "record" | "compare" | "question" | "progress" | "form" | "page";
  /**
   * Of a page: its HTML file, in a folder of the plugin's whose files a browser may have.
   */
  document?: string;
  clearance?: NeededClearance;
}
export interface JobDeclaration {
  id: ContributionId;
  title: string;
  description?: string;
  /**
   * The JSON Schema of settings of its own, shown under Modify Job Settings; a file in the plugin's folder.
   */
  settings?: string;
  /**
   * Products in which the job is run for the studio and not shown in Control Center.
   */
  managedIn?: ("Spectra" | "myStratus")[];
}
export interface RecordStatusDeclaration {
  id: ContributionId;
  title: string;
  /**
   * @minItems 1
   */
  records: ("appointment" | "session" | "client")[];
}
/**
 * Actions of the dialog "Resolve Schedule Conflicts" that only the plugin can carry out.
 */
export interface ConflictDialogDeclaration {
  id: ContributionId;
  title: string;
}
export interface CommandLineDeclaration {
  /**
   * The words after `spectra`, such as `report print`.
   */
  path: string;
  command: ContributionId;
  summary: string;
  arguments?: CommandLineArgument[];
  options?: CommandLineOption[];
  examples?: string[];
}
export interface CommandLineArgument {
  name: string;
  /**
   * The property of the command's input it fills.
   */
  input: string;
  description: string;
}
export interface CommandLineOption {
  /**
   * `--name VALUE`, or `--name` for a yes.
   */
  flag: string;
  /**
   * The property of the command's input it fills.
   */
  input: string;
  description: string;
}
/**
 * A program of the plugin's own, run as a process by `spectra NAME`; the words after the name are its own.
 */
export interface ProgramDeclaration {
  name: string;
  /**
   * The module node runs, in the plugin's folder.
   */
  main: string;
  summary: string;
  /**
   * The words it takes.
   */
  usage?: string;
}
/**
 * A setting of the process, read through `PluginEnvironment`: `--name VALUE`, or the variable `SPECTRA_NAME`.
 */
export interface EnvironmentSettingDeclaration {
  name: string;
  /**
   * What stands for the value in the help.
   */
  value: string;
  description: string;
  /**
   * Values that name a program of the plugin, which then runs for as long as the process does.
   */
  standIns?: StandInDeclaration[];
}
export interface StandInDeclaration {
  value: string;
  /**
   * The name of one of the plugin's programs.
   */
  program: string;
  /**
   * Its words; {data} stands for the data folder.
   */
  arguments?: string[];
  /**
   * The property, of the JSON line it prints when it is ready, that takes the value's place.
   */
  answer: string;
}
