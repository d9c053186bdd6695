import { Button } from "@mantine/core";
import { useEffect, useMemo, useRef } from "react";
import type { FormEvent } from "react";

import { sentences } from "../api/api-error.js";
import type { OpenedPage } from "../api/payloads.js";
import { Ask } from "../common/ask.js";
import { Facts } from "../common/facts.js";
import { Notice } from "../common/notice.js";
import { WhenLoaded } from "../common/screen.js";
import type { PageOwner } from "../routing/route.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { preferencesTexts as texts } from "../texts/en/preferences-texts.js";
import { FormGroups } from "./form-groups.js";
import { formGroupsOf, placed } from "./form-model.js";
import { LiveProgress } from "./live-progress.js";
import { PageButtons } from "./page-buttons.js";
import { pluginOf } from "./page-path.js";
import { usePreferencePage } from "./use-preference-page.js";
import type { Asked, PreferencePageModel } from "./use-preference-page.js";

interface PreferencePageProps {
  readonly owner: PageOwner;
  readonly pageId: string;
}

/** A contributed page of preferences. */
export function PreferencePage({ owner, pageId }: PreferencePageProps) {
  const page = usePreferencePage(owner, pageId);
  const { asked } = page;
  return (
    <>
      {owner.kind === "user" && (
        <LiveProgress
          userId={owner.userId}
          pluginId={pluginOf(pageId)}
          isBusy={page.busy !== undefined && page.busy !== "ok"}
        />
      )}
      <WhenLoaded loaded={page.loaded}>{(opened) => <PageForm opened={opened} page={page} />}</WhenLoaded>
      {asked !== undefined && <Question asked={asked} page={page} />}
    </>
  );
}

function PageForm({ opened, page }: { readonly opened: OpenedPage; readonly page: PreferencePageModel }) {
  const { schema, state, secretsSet } = opened;
  const { values, problems, busy, hasTyped, outcome, error } = page;
  const groups = useMemo(() => formGroupsOf(schema, state.choices), [schema, state.choices]);
  const places = placed(groups, [...problems, ...state.messages], state.actions);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    // The first refused control takes the focus, so that its explanation is read out.
    if (problems.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void page.ok();
  };

  return (
    <form ref={form} onSubmit={submit} noValidate>
      {places.messages.map(({ severity, text }) => (
        <Notice key={`${severity} ${text}`} severity={severity} text={text} />
      ))}
      {(state.facts.length > 0 || places.actions.length > 0) && (
        <section className="wb-panel" aria-label={texts.state}>
          <Facts facts={state.facts} />
          <PageButtons actions={places.actions} busy={busy} onPress={page.press} />
        </section>
      )}
      <FormGroups
        groups={groups}
        places={places}
        values={values}
        schema={schema}
        secretsSet={secretsSet}
        onType={page.type}
        renderActions={(name) => <PageButtons actions={places.actionsOf(name)} busy={busy} onPress={page.press} />}
      />
      <div className="wb-form-end">
        <Button type="submit" loading={busy === "ok"} miw="6rem">
          {commonTexts.ok}
        </Button>
        <Button variant="default" onClick={page.cancel} disabled={busy === "ok"} miw="6rem">
          {commonTexts.cancel}
        </Button>
        {outcome === undefined && error === undefined && <span role="status">{hasTyped ? texts.typed : ""}</span>}
        {error !== undefined && <Notice isNew isCompact severity="error" text={sentences(error)} />}
        {outcome !== undefined && (
          <Notice isNew isCompact severity={outcome.isProblem ? "error" : "success"} text={outcome.text} />
        )}
      </div>
    </form>
  );
}

function Question({ asked, page }: { readonly asked: Asked; readonly page: PreferencePageModel }) {
  const { answer, dismiss } = page;
  if (asked.kind === "confirm") {
    return (
      <Ask
        title={asked.action.label}
        question={asked.question}
        answers={[
          { label: commonTexts.cancel, onChoose: dismiss },
          { label: asked.yes, isMain: true, onChoose: () => answer(asked, false) },
        ]}
        onClose={dismiss}
      />
    );
  }
  return (
    <Ask
      title={asked.action.label}
      question={texts.saveFirst.question(asked.action.label)}
      answers={[
        { label: texts.saveFirst.goBack, onChoose: dismiss },
        { label: texts.saveFirst.discard, onChoose: () => answer(asked, false) },
        { label: texts.saveFirst.save, isMain: true, onChoose: () => answer(asked, true) },
      ]}
      onClose={dismiss}
    />
  );
}
