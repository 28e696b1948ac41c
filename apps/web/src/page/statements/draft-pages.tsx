import type { RecommendationList, StatementDetail, StatementDraftDetail, StatementList } from '#contracts';

import { ActForm, FoldedForm } from '../../form/act-form.js';
import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { apiUrl, statePath } from '../../router/address.js';
import type { Page, Sheet, Visit } from '../../router/page.js';
import { Paragraphs, StatementBody } from './statement-body.js';
import { StatementForm } from './statement-form.js';

/** As many as the API gives at once; others are named by their addresses. */
const CHOICES = { limit: 200 };

interface NewData extends Record<string, unknown> {
  /** Tells the State and its day. */
  readonly list: StatementList;
  readonly choices: RecommendationList;
  /** What is corrected. */
  readonly corrected?: StatementDetail;
}

/** Where a statement, or a correction of one, is begun. */
export const newStatementPage: Page<NewData> = {
  load: ({ language, parameters, query }) => {
    const iso3 = parameters['iso3'] ?? '';
    const corrects = query.get('corrects') ?? '';
    return {
      list: apiUrl(language, statePath(iso3, '/statements'), { limit: 1 }),
      choices: apiUrl(language, statePath(iso3, '/recommendations'), CHOICES),
      ...(corrects === ''
        ? {}
        : { corrected: apiUrl(language, statePath(iso3, `/statements/${encodeURIComponent(corrects)}`)) }),
    };
  },
  show: ({ list, choices, corrected }, visit) => {
    const { wording, address } = visit;
    const words = wording.say.statement.form;
    const statement = corrected?.statement ?? null;
    const title = statement === null ? words.newTitle : words.correctTitle(String(statement.id));
    const action = `/states/${list.state.iso3}/statement-drafts`;
    return {
      ...sheetOf(title, list, visit),
      body: (
        <>
          <h1>{title}</h1>
          <p class="lede">{statement === null ? words.lede : words.correctLede}</p>
          <FormProblem address={address} wording={wording} />
          <StatementForm
            visit={visit}
            action={action}
            button={words.save}
            hidden={statement === null ? {} : { corrects: statement.id }}
            today={list.today}
            from={statement}
            isCorrection={statement !== null}
            choices={choices}
            about={address.query.get('about')}
          />
        </>
      ),
    };
  },
};

interface DraftData extends Record<string, unknown> {
  readonly detail: StatementDraftDetail;
  readonly choices: RecommendationList;
}

/** A draft as everybody will read it, with the button that publishes it, and the form that changes it. */
export const draftPage: Page<DraftData> = {
  load: ({ language, parameters }) => {
    const iso3 = parameters['iso3'] ?? '';
    const id = encodeURIComponent(parameters['id'] ?? '');
    return {
      detail: apiUrl(language, statePath(iso3, `/statement-drafts/${id}`)),
      choices: apiUrl(language, statePath(iso3, '/recommendations'), CHOICES),
    };
  },
  show: (data, visit) => {
    const words = visit.wording.say.statement.form;
    const { draft } = data.detail;
    const title = draft.number > 1 ? words.draftOfCorrection(String(draft.statement)) : words.draftTitle;
    return {
      ...sheetOf(title, data.detail, visit),
      body: <DraftBody {...data} title={title} visit={visit} />,
    };
  },
};

function sheetOf(
  title: string,
  { state, today }: Pick<StatementDraftDetail, 'state' | 'today'>,
  { wording }: Visit,
): Omit<Sheet, 'body'> {
  return {
    documentTitle: title,
    current: 'statements',
    crumbs: [
      { label: state.name, path: statePath(state.iso3) },
      { label: wording.say.statement.shortTitle, path: statePath(state.iso3, '/statements') },
      { label: title },
    ],
    today,
  };
}

function DraftBody({
  detail,
  choices,
  title,
  visit,
}: DraftData & { readonly title: string; readonly visit: Visit }) {
  const { wording, address } = visit;
  const { done, form: words } = wording.say.statement;
  const { languages } = wording.say.statement.page;
  const { draft, state, today } = detail;
  // Both are published at once: whoever publishes has to see both.
  const other = draft.texts[1];
  const action = `/states/${state.iso3}/statement-drafts/${draft.id}`;
  const changed = [...visit.typedInto(action).keys()].length > 0;
  return (
    <>
      <p class="overline">{title}</p>
      <FormDone address={address} words={done} />
      <FormProblem address={address} wording={wording} />
      <section class="statement-preview" aria-label={words.preview}>
        <p class="statement-preview-head">
          <b>{words.preview}</b> {words.previewWhat}
        </p>
        <StatementBody version={draft} iso3={state.iso3} wording={wording} />
        {other && (
          <Section title={words.alsoIn(languages[other.language] ?? other.language)}>
            <h3 lang={other.language}>{other.title}</h3>
            <Paragraphs text={other.text ?? ''} language={other.language} />
          </Section>
        )}
      </section>
      <Section title={words.next}>
        <p class="note">{words.publishWhat}</p>
        <ActForm
          visit={visit}
          action={`${action}/publish`}
          button={draft.number > 1 ? words.publishCorrection : words.publish}
        >
          <input type="hidden" name="writing" value={draft.writing} />
        </ActForm>
        <details class="change" open={changed}>
          <summary>{words.edit}</summary>
          <StatementForm
            visit={visit}
            action={action}
            button={words.saveAgain}
            hidden={{ writing: draft.writing }}
            today={today}
            from={draft}
            isCorrection={draft.number > 1}
            choices={choices}
          />
        </details>
        <FoldedForm
          visit={visit}
          action={`${action}/discard`}
          summary={words.discard}
          button={words.discardButton}
          main={false}
        >
          <p class="note">{words.discardWhat}</p>
        </FoldedForm>
      </Section>
    </>
  );
}
