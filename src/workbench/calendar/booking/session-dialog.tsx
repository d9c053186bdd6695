import { Checkbox, MultiSelect, Select, Textarea, TextInput } from "@mantine/core";
import { useCallback, useMemo, useState } from "react";

import type { BookingAnswer, SessionChoices, SessionRecord, SessionValues } from "../../api/booking-payloads.js";
import { differingNames } from "../../common/put-upon.js";
import { RecordStatusLines } from "../../common/record-status.js";
import { useFocusBack } from "../../common/use-focus-back.js";
import { useLoaded } from "../../common/use-loaded.js";
import { useAllowed, useApi, useWriting } from "../../shell/session.js";
import { bookingTexts } from "../../texts/en/booking-texts.js";
import { BookingChanged } from "./booking-changed.js";
import { BookingFrame } from "./booking-frame.js";
import { sessionValues, whenInputOf, whenOf } from "./booking-model.js";
import type { WhenInput } from "./booking-model.js";
import { ClientPicker } from "./client-picker.js";
import { EventLines } from "./event-line-fields.js";
import { lineInputs, lineValues, problemOfLines } from "./event-lines.js";
import type { LineInput } from "./event-lines.js";
import { LoadingDialog } from "./loading-dialog.js";
import { Taken } from "./obstacles.js";
import { choicesOf } from "./staff.js";
import type { Staff } from "./staff.js";
import { useBooking } from "./use-booking.js";
import { WhenFields } from "./when-fields.js";

const texts = bookingTexts.session;

interface SessionDialogProps {
  /** A session there is, or the beginning of a new one. */
  readonly opened: number | SessionValues;
  readonly staff: Staff;
  readonly onClose: () => void;
}

/** A session: new, or as it is now. */
export function SessionDialog({ opened, staff, onClose }: SessionDialogProps) {
  useFocusBack();
  const api = useApi();
  const id = typeof opened === "number" ? opened : undefined;
  const loaded = useLoaded(
    useCallback(
      async (signal) => {
        const choices = api.get<SessionChoices>("/api/session-choices", signal);
        const record = id === undefined ? undefined : api.get<SessionRecord>(`/api/sessions/${id}`, signal);
        return { ...(await choices), record: await record };
      },
      [api, id],
    ),
  );
  if (loaded.value === undefined) return <LoadingDialog title={texts.title} loaded={loaded} onClose={onClose} />;
  const { record, offersAdvancedScheduling } = loaded.value;
  const initial = typeof opened === "number" ? record && sessionValues(record) : opened;
  if (initial === undefined) return null;
  return (
    <SessionForm
      key={record?.version}
      initial={initial}
      record={record}
      offersAdvancedScheduling={offersAdvancedScheduling}
      staff={staff}
      onClose={onClose}
    />
  );
}

interface SessionFormProps {
  readonly initial: SessionValues;
  readonly record: SessionRecord | undefined;
  readonly offersAdvancedScheduling: boolean;
  readonly staff: Staff;
  readonly onClose: () => void;
}

function SessionForm({ initial, record, offersAdvancedScheduling, staff, onClose }: SessionFormProps) {
  const api = useApi();
  const { locale } = useWriting();
  const path = record === undefined ? undefined : `/api/sessions/${record.id}`;
  const booking = useBooking<SessionRecord>(path, onClose);
  const [base, setBase] = useState({ values: initial, version: record?.version ?? "" });
  const [typed, setTyped] = useState(initial);
  const [when, setWhen] = useState(() => whenInputOf(initial));
  const [lines, setLines] = useState(() => lineInputs(initial.lines));
  const [clientName, setClientName] = useState(record?.clientName ?? "");
  const mayChange = useAllowed("Sessions", "add-modify");
  const mayDelete = useAllowed("Sessions", "delete");
  const values = useMemo(() => sessionValuesOf(typed, when, lines), [typed, when, lines]);
  const isTyped = mayChange && differingNames(base.values, values).length > 0;
  const change = (part: Partial<SessionValues>): void => setTyped((before) => ({ ...before, ...part }));
  const { obstacle } = booking;

  const save = (anyway: boolean, version = base.version, sent = values): void => {
    if (whenOf(when) === undefined) return booking.refuse(bookingTexts.timesMissing);
    if (typed.clientId === null) return booking.refuse(texts.noClient);
    if (typed.photographerId === null && typed.assistantId === null) return booking.refuse(texts.nobody);
    const problem = typed.hasAdvancedScheduling ? problemOfLines(lines) : undefined;
    if (problem !== undefined) return booking.refuse(problem);
    void booking.send(() =>
      path === undefined
        ? api.post<BookingAnswer>("/api/sessions", { session: sent, anyway })
        : api.put<BookingAnswer>(path, { version, session: sent, anyway }),
    );
  };
  const remove = (): void => {
    void booking.send(async () => {
      await api.post(`${path}/delete`, { version: base.version });
      return undefined;
    });
  };
  /** Shows these values, as changed from what is saved now. */
  const take = (shown: SessionValues, saved: typeof base): void => {
    setBase(saved);
    setTyped(shown);
    setWhen(whenInputOf(shown));
    setLines(lineInputs(shown.lines));
  };
  const takeTheirs = (theirs: SessionRecord): void => {
    const now = sessionValues(theirs);
    take(now, { values: now, version: theirs.version });
    setClientName(theirs.clientName);
    booking.dismiss();
  };
  const person = (name: "photographerId" | "assistantId") => (
    <Select
      label={texts.fields[name]}
      data={choicesOf(staff.people)}
      value={typed[name] === null ? null : String(typed[name])}
      clearable
      clearButtonProps={{ "aria-label": texts.none[name] }}
      disabled={!mayChange}
      onChange={(chosen) => change({ [name]: chosen === null ? null : Number(chosen) })}
    />
  );

  return (
    <BookingFrame
      title={record === undefined ? texts.newTitle : texts.title}
      error={booking.error}
      isBusy={booking.isBusy}
      isTyped={isTyped}
      mayChange={mayChange}
      {...(record !== undefined && mayDelete ? { onDelete: remove } : {})}
      onSubmit={() => save(false)}
      onClose={onClose}
    >
      <div className="wb-fields">
        <ClientPicker
          label={texts.fields.clientId}
          clientId={typed.clientId}
          clientName={clientName}
          isDisabled={!mayChange}
          onChoose={(client) => {
            change({ clientId: client?.id ?? null });
            setClientName(client?.name ?? "");
          }}
        />
        <div className="wb-row">
          <TextInput
            label={texts.fields.sessionType}
            value={typed.sessionType}
            maxLength={100}
            disabled={!mayChange}
            onChange={(event) => change({ sessionType: event.currentTarget.value })}
          />
          <TextInput
            label={texts.fields.description}
            value={typed.description}
            maxLength={200}
            disabled={!mayChange}
            onChange={(event) => change({ description: event.currentTarget.value })}
          />
        </div>
        <WhenFields when={when} isDisabled={!mayChange} onChange={setWhen} />
        <div className="wb-row">
          {person("photographerId")}
          {person("assistantId")}
        </div>
        <div className="wb-row">
          <MultiSelect
            label={texts.fields.resourceIds}
            data={choicesOf(staff.resources)}
            value={typed.resourceIds.map(String)}
            disabled={!mayChange}
            onChange={(chosen) => change({ resourceIds: chosen.map(Number) })}
          />
          <TextInput
            label={texts.fields.location}
            value={typed.location}
            maxLength={200}
            disabled={!mayChange}
            onChange={(event) => change({ location: event.currentTarget.value })}
          />
        </div>
        <div className="wb-row">
          <Select
            label={texts.fields.status}
            data={(["scheduled", "completed", "cancelled"] as const).map((value) => ({
              value,
              label: bookingTexts.statuses[value],
            }))}
            value={typed.status}
            allowDeselect={false}
            disabled={!mayChange}
            onChange={(status) => status !== null && change({ status })}
          />
          <Checkbox
            label={texts.fields.isConfirmed}
            checked={typed.isConfirmed}
            disabled={!mayChange}
            onChange={(event) => change({ isConfirmed: event.currentTarget.checked })}
          />
        </div>
        <Textarea
          label={texts.fields.notes}
          value={typed.notes}
          maxLength={8000}
          autosize
          minRows={2}
          maxRows={8}
          disabled={!mayChange}
          onChange={(event) => change({ notes: event.currentTarget.value })}
        />
        {(offersAdvancedScheduling || base.values.hasAdvancedScheduling) && (
          <EventLines
            isOn={typed.hasAdvancedScheduling}
            lines={lines}
            session={{ when, photographerId: typed.photographerId }}
            staff={staff}
            isDisabled={!mayChange}
            onSwitch={(isOn) => change({ hasAdvancedScheduling: isOn })}
            onChange={setLines}
          />
        )}
        {record !== undefined && <RecordStatusLines kind="session" id={record.id} />}
      </div>
      {obstacle?.kind === "taken" && (
        <Taken {...obstacle} staff={staff} onBookAnyway={() => save(true)} onClose={booking.dismiss} />
      )}
      {obstacle?.kind === "changed" && (
        <BookingChanged
          opened={base.values}
          mine={values}
          saved={sessionValues(obstacle.record)}
          labels={texts.fields}
          shownMine={{ staff, clientName, locale }}
          shownSaved={{ staff, clientName: obstacle.record.clientName, locale }}
          onKeepMine={(mine) => {
            take(mine, { values: sessionValues(obstacle.record), version: obstacle.record.version });
            save(false, obstacle.record.version, mine);
          }}
          onTakeTheirs={() => takeTheirs(obstacle.record)}
          onClose={booking.dismiss}
        />
      )}
    </BookingFrame>
  );
}

function sessionValuesOf(typed: SessionValues, when: WhenInput, lines: readonly LineInput[]): SessionValues {
  return { ...typed, ...whenOf(when), lines: lineValues(lines, whenOf(when)) ?? typed.lines };
}
