import type { StatementDetail, StatementDraftList, StatementView } from '#contracts';

import { FoldedForm } from '../../form/act-form.js';
import { TextField } from '../../form/field.js';
import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { SpeaksOf, StatementHead, StatementWords, titleOf } from './statement-body.js';
import { speaksPublicly } from './statement-rights.js';

interface Data extends Record<string, unknown> {
  readonly detail: StatementDetail;
  /** For the ombudsperson. */
  readonly drafts?: StatementDraftList;
}

/** One statement with its earlier versions; for the ombudsperson, the ways to correct and to withdraw it. */
export const statementPage: Page<Data> = {
  load: ({ language, parameters }, viewer) => {
    const iso3 = parameters['iso3'] ?? '';
    const id = encodeURIComponent(parameters['id'] ?? '');
    return {
      detail: apiUrl(language, statePath(iso3, `/statements/${id}`)),
      ...(speaksPublicly(viewer, iso3)
        ? { drafts: apiUrl(language, statePath(iso3, '/statement-drafts')) }
        : {}),
    };
  },
  show: ({ detail, drafts }, visit) => {
    const { wording } = visit;
    const { iso3, name } = detail.state;
    const words = wording.say.statement;
    return {
      documentTitle: titleOf(detail.statement).title,
      current: 'statements',
      crumbs: [
        { label: name, path: statePath(iso3) },
        { label: words.shortTitle, path: statePath(iso3, '/statements') },
        { label: words.number(String(detail.statement.id)) },
      ],
      today: detail.today,
      body: <Body detail={detail} drafts={drafts} visit={visit} />,
    };
  },
};

interface BodyProps {
  readonly detail: StatementDetail;
  readonly drafts: StatementDraftList | undefined;
  readonly visit: Visit;
}

function Body({ detail, drafts, visit }: BodyProps) {
  const { wording, address } = visit;
  const words = wording.say.statement;
  const { statement, state } = detail;
  const shown = { version: statement, iso3: state.iso3, wording };
  return (
    <article>
      <StatementHead {...shown} />
      <FormDone address={address} words={words.done} />
      <FormProblem address={address} wording={wording} />
      <Standing statement={statement} visit={visit} />
      <StatementWords {...shown} />
      <SpeaksOf {...shown} />
      {detail.earlier.length > 0 && <Earlier detail={detail} visit={visit} />}
      {drafts && statement.withdrawnOn === null && <Forms detail={detail} drafts={drafts} visit={visit} />}
      <p class="links">
        <a href={pageUrl(wording.language, statePath(state.iso3, '/statements'))}>{words.page.back}</a>
      </p>
    </article>
  );
}

/** When it came out, and whether it still stands. */
function Standing({ statement, visit }: { readonly statement: StatementView; readonly visit: Visit }) {
  const { wording, address } = visit;
  const words = wording.say.statement.page;
  const { withdrawnOn, withdrawnReason, number, publishedOn, texts } = statement;
  const other = texts[1]?.language;
  if (withdrawnOn !== null)
    return (
      <div class="statement-gone">
        <p>
          <b>{words.withdrawn(wording.date(withdrawnOn))}</b>
        </p>
        <p class="written">{words.reason(withdrawnReason ?? '')}</p>
      </div>
    );
  return (
    <p class="note">
      {number > 1 ? words.correctedOn(wording.date(publishedOn)) : words.published(wording.date(publishedOn))}
      {other !== undefined && (
        <>
          {' '}
          <a href={pageUrl(other, address.path)} hreflang={other}>
            {words.inOther(words.languages[other] ?? other)}
          </a>
        </>
      )}
    </p>
  );
}

function Earlier({ detail, visit }: { readonly detail: StatementDetail; readonly visit: Visit }) {
  const { wording } = visit;
  const words = wording.say.statement.page;
  return (
    <Section title={words.earlier} aside={words.earlierWhat}>
      {detail.earlier.map((version) => (
        <details key={version.number} class="statement-earlier">
          <summary>
            {words.version(wording.number(version.number), wording.date(version.publishedOn))}
          </summary>
          <h3 lang={titleOf(version).language}>{titleOf(version).title}</h3>
          <StatementWords version={version} iso3={detail.state.iso3} wording={wording} />
        </details>
      ))}
    </Section>
  );
}

function Forms({
  detail,
  drafts,
  visit,
}: {
  readonly detail: StatementDetail;
  readonly drafts: StatementDraftList;
  readonly visit: Visit;
}) {
  const { wording } = visit;
  const words = wording.say.statement.form;
  const { statement, state } = detail;
  const draft = drafts.items.find((one) => one.statement === statement.id);
  const path = statePath(state.iso3, '/statement-drafts');
  return (
    <Section title={words.next}>
      <p class="statement-act">
        <a
          class="button"
          href={
            draft === undefined
              ? pageUrl(wording.language, `${path}/new`, { corrects: statement.id })
              : pageUrl(wording.language, `${path}/${draft.id}`)
          }
        >
          {draft === undefined ? words.correct : words.correcting}
        </a>
      </p>
      <FoldedForm
        visit={visit}
        action={`/states/${state.iso3}/statements/${statement.id}/withdraw`}
        summary={words.withdraw}
        button={words.withdrawButton}
        main={false}
      >
        <p class="note">{words.withdrawWhat}</p>
        <TextField name="reason" label={words.withdrawReason} required />
      </FoldedForm>
    </Section>
  );
}
