import { Anchor, Table } from "@mantine/core";
import { useCallback } from "react";

import type { OutboxLine, OutboxMail } from "../api/payloads.js";
import { DataRow, DataTable } from "../common/data-table.js";
import { Facts } from "../common/facts.js";
import { Empty, Screen, WhenLoaded } from "../common/screen.js";
import { Sentence } from "../common/sentence.js";
import { shownInstant } from "../common/shown-text.js";
import { useLoaded } from "../common/use-loaded.js";
import { PlaceLink } from "../routing/router.js";
import { useApi, useWriting } from "../shell/session.js";
import { outboxTexts as texts } from "../texts/en/outbox-texts.js";

const emailPage = { kind: "company-preferences", pageId: "spectra.email" } as const;

/** Utilities > Outbox: the emails of a sample studio, which has no mail server; or one of them. */
export default function OutboxScreen({ mailId }: { readonly mailId: string | undefined }) {
  return mailId === undefined ? <Mails /> : <Mail mailId={mailId} />;
}

function Mails() {
  const api = useApi();
  const writing = useWriting();
  const mails = useLoaded(useCallback((signal) => api.get<readonly OutboxLine[]>("/api/outbox", signal), [api]));
  return (
    <Screen title={texts.title} isWide aside={<PlaceLink to={emailPage}>{texts.sendTest}</PlaceLink>}>
      <WhenLoaded loaded={mails}>
        {(all) =>
          all.length === 0 ? (
            <Empty>
              <Sentence text={texts.empty} part={(words) => <PlaceLink to={emailPage}>{words}</PlaceLink>} />
            </Empty>
          ) : (
            <DataTable isHighlighted label={texts.tableName} columns={texts.columns}>
              {all.map(({ id, to, subject, date }) => (
                <DataRow key={id}>
                  <Table.Td>{shownInstant(date, writing)}</Table.Td>
                  <Table.Td>{to}</Table.Td>
                  <Table.Td>
                    <PlaceLink to={{ kind: "outbox", mailId: id }}>{subject}</PlaceLink>
                  </Table.Td>
                </DataRow>
              ))}
            </DataTable>
          )
        }
      </WhenLoaded>
    </Screen>
  );
}

function Mail({ mailId }: { readonly mailId: string }) {
  const api = useApi();
  const address = `/api/outbox/${encodeURIComponent(mailId)}`;
  const mail = useLoaded(useCallback((signal) => api.get<OutboxMail>(address, signal), [api, address]));
  return (
    <Screen
      title={texts.mail.title}
      isWide
      aside={<PlaceLink to={{ kind: "outbox", mailId: undefined }}>{texts.mail.all}</PlaceLink>}
    >
      <WhenLoaded loaded={mail}>
        {({ to, subject, date, text }) => (
          <>
            <section className="wb-panel">
              <Facts
                facts={[
                  { label: texts.mail.to, value: to },
                  { label: texts.mail.subject, value: subject },
                  { label: texts.mail.written, value: date },
                ]}
              />
            </section>
            {/* A frame that runs no scripts and has no origin; the host adds a policy that lets it load nothing. */}
            <iframe
              className="wb-mail"
              title={texts.mail.frame(subject)}
              src={`${address}/html`}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
            />
            <details className="wb-panel">
              <summary>{texts.mail.plainText}</summary>
              <pre className="wb-mail-text">{text}</pre>
            </details>
            <Anchor href={`${address}/html`} target="_blank" rel="noopener">
              {texts.mail.ownWindow}
            </Anchor>
          </>
        )}
      </WhenLoaded>
    </Screen>
  );
}
