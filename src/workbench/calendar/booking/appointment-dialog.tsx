import { Checkbox, MultiSelect, Select, Textarea, TextInput } from "@mantine/core";
import { useCallback, useMemo, useState } from "react";

import type { AppointmentRecord, AppointmentValues, BookingAnswer, RepeatRule } from "../../api/booking-payloads.js";
import { Notice } from "../../common/notice.js";
import { differingNames } from "../../common/put-upon.js";
import { RecordStatusLines } from "../../common/record-status.js";
import { useFocusBack } from "../../common/use-focus-back.js";
import { useLoaded } from "../../common/use-loaded.js";
import { useAllowed, useApi, useWriting } from "../../shell/session.js";
import { bookingTexts } from "../../texts/en/booking-texts.js";
import { BookingChanged } from "./booking-changed.js";
import { BookingFrame } from "./booking-frame.js";
import { appointmentValues, whenInputOf, whenOf } from "./booking-model.js";
import { ConvertDialog, Linkage } from "./linkage.js";
import { LoadingDialog } from "./loading-dialog.js";
import { Taken } from "./obstacles.js";
import { RepeatFields } from "./repeat-fields.js";
import { choicesOf } from "./staff.js";
import type { Staff } from "./staff.js";
import { useBooking } from "./use-booking.js";
import { WhenFields } from "./when-fields.js";

const texts = bookingTexts.appointment;

interface AppointmentDialogProps {
  /** An appointment there is, or the beginning of a new one. */
  readonly opened: number | AppointmentValues;
  readonly staff: Staff;
  readonly onClose: () => void;
}

/** An appointment: new, or as it is now. */
export function AppointmentDialog({ opened, staff, onClose }: AppointmentDialogProps) {
  useFocusBack();
  const api = useApi();
  const id = typeof opened === "number" ? opened : undefined;
  const record = useLoaded(
    useCallback(
      async (signal) => (id === undefined ? undefined : api.get<AppointmentRecord>(`/api/appointments/${id}`, signal)),
      [api, id],
    ),
  );
  if (typeof opened !== "number") {
    return <AppointmentForm initial={opened} record={undefined} staff={staff} onClose={onClose} />;
  }
  if (record.value === undefined) return <LoadingDialog title={texts.title} loaded={record} onClose={onClose} />;
  const initial = appointmentValues(record.value);
  return (
    <AppointmentForm
      key={record.value.version}
      initial={initial}
      record={record.value}
      staff={staff}
      onClose={onClose}
    />
  );
}

interface AppointmentFormProps {
  readonly initial: AppointmentValues;
  readonly record: AppointmentRecord | undefined;
  readonly staff: Staff;
  readonly onClose: () => void;
}

function AppointmentForm({ initial, record, staff, onClose }: AppointmentFormProps) {
  const api = useApi();
  const { locale } = useWriting();
  const path = record === undefined ? undefined : `/api/appointments/${record.id}`;
  const booking = useBooking<AppointmentRecord>(path, onClose);
  const [base, setBase] = useState({ values: initial, version: record?.version ?? "" });
  const [typed, setTyped] = useState(initial);
  const [when, setWhen] = useState(() => whenInputOf(initial));
  const [clientName, setClientName] = useState(record?.clientName ?? "");
  const [repeat, setRepeat] = useState<RepeatRule | undefined>();
  const [isConverting, setConverting] = useState(false);
  const mayModify = useAllowed("Appointments", "add-modify");
  const mayDelete = useAllowed("Appointments", "delete");
  const isHidden = record?.isHidden === true;
  const mayChange = mayModify && !isHidden;
  const values = useMemo(() => ({ ...typed, ...whenOf(when) }), [typed, when]);
  const isTyped = mayChange && differingNames(base.values, values).length > 0;
  const change = (part: Partial<AppointmentValues>): void => setTyped((before) => ({ ...before, ...part }));
  const { obstacle } = booking;

  const save = (anyway: boolean, version = base.version, sent = values): void => {
    if (whenOf(when) === undefined) return booking.refuse(bookingTexts.timesMissing);
    if (typed.userIds.length === 0) return booking.refuse(texts.nobody);
    void booking.send(() =>
      path === undefined
        ? api.post<BookingAnswer>("/api/appointments", {
            appointment: sent,
            anyway,
            ...(repeat === undefined ? {} : { repeat }),
          })
        : api.put<BookingAnswer>(path, { version, appointment: sent, anyway }),
    );
  };
  const remove = (): void => {
    void booking.send(async () => {
      await api.post(`${path}/delete`, { version: base.version });
      return undefined;
    });
  };
  /** Shows these values, as changed from what is saved now. */
  const take = (shown: AppointmentValues, saved: typeof base): void => {
    setBase(saved);
    setTyped(shown);
    setWhen(whenInputOf(shown));
  };
  const takeTheirs = (theirs: AppointmentRecord): void => {
    const now = appointmentValues(theirs);
    take(now, { values: now, version: theirs.version });
    setClientName(theirs.clientName);
    booking.dismiss();
  };

  return (
    <BookingFrame
      title={record === undefined ? texts.newTitle : texts.title}
      error={booking.error}
      isBusy={booking.isBusy}
      isTyped={isTyped}
      mayChange={mayChange}
      {...(record !== undefined && mayDelete && !isHidden ? { onDelete: remove } : {})}
      onSubmit={() => save(false)}
      onClose={onClose}
    >
      {isHidden && <Notice severity="information" text={texts.hidden} />}
      <div className="wb-fields">
        <TextInput
          label={texts.fields.description}
          value={typed.description}
          maxLength={200}
          disabled={!mayChange}
          data-autofocus
          onChange={(event) => change({ description: event.currentTarget.value })}
        />
        <WhenFields when={when} isDisabled={!mayChange} onChange={setWhen} />
        {record === undefined && <RepeatFields repeat={repeat} firstDay={when.startDay} onChange={setRepeat} />}
        <div className="wb-row">
          <MultiSelect
            label={texts.fields.userIds}
            data={choicesOf(staff.people)}
            value={typed.userIds.map(String)}
            disabled={!mayChange}
            onChange={(chosen) => change({ userIds: chosen.map(Number) })}
          />
          <MultiSelect
            label={texts.fields.resourceIds}
            data={choicesOf(staff.resources)}
            value={typed.resourceIds.map(String)}
            disabled={!mayChange}
            onChange={(chosen) => change({ resourceIds: chosen.map(Number) })}
          />
        </div>
        <Linkage
          clientId={typed.clientId}
          clientName={clientName}
          isDisabled={!mayChange}
          onConvert={record === undefined || isTyped ? undefined : () => setConverting(true)}
          onLink={(client) => {
            change({ clientId: client?.id ?? null });
            setClientName(client?.name ?? "");
          }}
        />
        <div className="wb-row">
          <TextInput
            label={texts.fields.location}
            value={typed.location}
            maxLength={200}
            disabled={!mayChange}
            onChange={(event) => change({ location: event.currentTarget.value })}
          />
          <Select
            label={texts.fields.status}
            data={(["scheduled", "confirmed", "cancelled"] as const).map((value) => ({
              value,
              label: bookingTexts.statuses[value],
            }))}
            value={typed.status}
            allowDeselect={false}
            disabled={!mayChange}
            onChange={(status) => status !== null && change({ status })}
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
        {typed.clientId === null && (
          <div className="wb-row">
            <Checkbox
              label={texts.fields.isPrivate}
              description={texts.privateHint}
              checked={typed.isPrivate}
              disabled={!mayChange}
              onChange={(event) => change({ isPrivate: event.currentTarget.checked })}
            />
            <Checkbox
              label={texts.fields.isFree}
              description={texts.freeHint}
              checked={typed.isFree}
              disabled={!mayChange}
              onChange={(event) => change({ isFree: event.currentTarget.checked })}
            />
          </div>
        )}
        {record?.isRepeated === true && <Notice isCompact severity="information" text={texts.repeated} />}
        {record !== undefined && <RecordStatusLines kind="appointment" id={record.id} />}
      </div>
      {obstacle?.kind === "taken" && (
        <Taken {...obstacle} staff={staff} onBookAnyway={() => save(true)} onClose={booking.dismiss} />
      )}
      {obstacle?.kind === "changed" && (
        <BookingChanged
          opened={base.values}
          mine={values}
          saved={appointmentValues(obstacle.record)}
          labels={texts.fields}
          shownMine={{ staff, clientName, locale }}
          shownSaved={{ staff, clientName: obstacle.record.clientName, locale }}
          onKeepMine={(mine) => {
            take(mine, { values: appointmentValues(obstacle.record), version: obstacle.record.version });
            save(false, obstacle.record.version, mine);
          }}
          onTakeTheirs={() => takeTheirs(obstacle.record)}
          onClose={booking.dismiss}
        />
      )}
      {isConverting && record !== undefined && (
        <ConvertDialog record={record} staff={staff} onDone={onClose} onClose={() => setConverting(false)} />
      )}
    </BookingFrame>
  );
}
