import { useCallback, useEffect, useMemo, useState } from "react";

import { toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import type { OpenedPage, PageAction, PageActionResult, PageMessage, SaveResult, Values } from "../api/payloads.js";
import { useLoaded } from "../common/use-loaded.js";
import type { Loaded } from "../common/use-loaded.js";
import type { PageOwner } from "../routing/route.js";
import { useRouter } from "../routing/router.js";
import { useApi, useReloadOn } from "../shell/session.js";
import { preferencesTexts as texts } from "../texts/en/preferences-texts.js";
import { isWebAddress, pagePath } from "./page-path.js";
import { TypedValues, differing } from "./typed-values.js";

/** What came of the last thing done on the page. */
export interface Outcome {
  readonly isProblem: boolean;
  readonly text: string;
}

/** What has to be answered before an action goes on. */
export type Asked =
  | { readonly kind: "save-first"; readonly action: PageAction }
  | {
      readonly kind: "confirm";
      readonly action: PageAction;
      readonly question: string;
      readonly input: Values;
      /** The button that says yes. */
      readonly yes: string;
    };

export interface PreferencePageModel {
  readonly loaded: Loaded<OpenedPage>;
  /** Saved values with what was typed over them. */
  readonly values: Values;
  readonly hasTyped: boolean;
  readonly problems: readonly PageMessage[];
  readonly outcome: Outcome | undefined;
  readonly error: ApiError | undefined;
  /** The id of the running action, or "ok". */
  readonly busy: string | undefined;
  readonly asked: Asked | undefined;
  readonly type: (name: string, value: unknown) => void;
  readonly ok: () => Promise<boolean>;
  readonly cancel: () => void;
  readonly press: (action: PageAction) => void;
  readonly answer: (asked: Asked, saves: boolean) => void;
  readonly dismiss: () => void;
}

/** A preference page at work: typing, "OK", "Cancel" and its buttons, by rule P1. */
export function usePreferencePage(owner: PageOwner, pageId: string): PreferencePageModel {
  const api = useApi();
  const { go, told } = useRouter();
  const path = pagePath(owner, pageId);
  const kept = useMemo(() => new TypedValues(window.sessionStorage, owner, pageId), [owner, pageId]);
  const loaded = useLoaded(useCallback((signal) => api.get<OpenedPage>(path, signal), [api, path]));
  useReloadOn(["calendar-changed", "jobs-changed", "notifications-changed"], loaded.reload);

  const [typed, setTyped] = useState<Values>(() => kept.read());
  const [problems, setProblems] = useState<readonly PageMessage[]>([]);
  // What another site's callback said on coming back here is the last thing that happened.
  const [outcome, setOutcome] = useState<Outcome | undefined>(
    told === undefined ? undefined : { isProblem: told.isProblem, text: told.message },
  );
  const [error, setError] = useState<ApiError | undefined>();
  const [busy, setBusy] = useState<string | undefined>();
  const [asked, setAsked] = useState<Asked | undefined>();

  const saved = loaded.value?.values;
  const values = useMemo(() => ({ ...saved, ...typed }), [saved, typed]);
  const hasTyped = saved !== undefined && Object.keys(differing(saved, typed)).length > 0;

  useEffect(() => {
    if (loaded.value === undefined) return;
    const { schema, values: from } = loaded.value;
    kept.keep(differing(from, typed), secretsOf(schema));
  }, [kept, loaded.value, typed]);

  const start = (work: string): void => {
    setBusy(work);
    setOutcome(undefined);
    setError(undefined);
  };
  const fail = (failure: unknown): void => setError(toApiError(failure));

  const ok = async (): Promise<boolean> => {
    start("ok");
    try {
      const result = await api.put<SaveResult>(path, values);
      if (result.kind === "refused") {
        setProblems(result.problems);
        setOutcome({ isProblem: true, text: texts.notSaved });
        return false;
      }
      setProblems([]);
      setTyped({});
      kept.forget();
      setOutcome({ isProblem: false, text: texts.saved });
      loaded.reload();
      return true;
    } catch (failure) {
      fail(failure);
      return false;
    } finally {
      setBusy(undefined);
    }
  };

  const forget = (): void => {
    setTyped({});
    setProblems([]);
    kept.forget();
  };

  const follow = (action: PageAction, result: PageActionResult): void => {
    switch (result.kind) {
      case "done":
      case "refused":
        setOutcome({ isProblem: result.kind === "refused", text: result.message });
        loaded.reload();
        return;
      case "ask":
        setAsked({
          kind: "confirm",
          action,
          question: result.question,
          input: { ...result.input, confirmed: true },
          yes: result.yes ?? action.label,
        });
        return;
      case "view":
        go({ kind: "view", viewId: result.viewId, input: result.input });
        return;
      case "leave":
        if (isWebAddress(result.url)) window.location.assign(result.url);
        else setOutcome({ isProblem: true, text: texts.noWebAddress });
    }
  };

  const act = async (action: PageAction, input: Values): Promise<void> => {
    start(action.id);
    try {
      follow(action, await api.post<PageActionResult>(`${path}/actions/${encodeURIComponent(action.id)}`, input));
    } catch (failure) {
      fail(failure);
    } finally {
      setBusy(undefined);
    }
  };

  const confirmOrAct = (action: PageAction): void => {
    if (action.confirm === undefined) void act(action, {});
    else setAsked({ kind: "confirm", action, question: action.confirm, input: {}, yes: action.label });
  };

  return {
    loaded,
    values,
    hasTyped,
    problems,
    outcome,
    error,
    busy,
    asked,
    type: (name, value) => {
      setTyped((before) => ({ ...before, [name]: value }));
      setProblems((before) => before.filter(({ field }) => field !== name));
      setOutcome(undefined);
    },
    ok,
    cancel: () => {
      forget();
      setError(undefined);
      setOutcome({ isProblem: false, text: texts.nothingChanged });
    },
    press: (action) => {
      if (action.needsSavedValues && hasTyped) setAsked({ kind: "save-first", action });
      else confirmOrAct(action);
    },
    answer: (question, saves) => {
      setAsked(undefined);
      if (question.kind === "confirm") {
        void act(question.action, question.input);
        return;
      }
      if (saves) {
        void ok().then((isSaved) => {
          if (isSaved) confirmOrAct(question.action);
        });
        return;
      }
      forget();
      confirmOrAct(question.action);
    },
    dismiss: () => setAsked(undefined),
  };
}

function secretsOf(schema: Values): ReadonlySet<string> {
  const properties = Object.entries((schema["properties"] ?? {}) as Readonly<Record<string, Values>>);
  return new Set(properties.flatMap(([name, field]) => (field["x-spectra-secret"] === true ? [name] : [])));
}
