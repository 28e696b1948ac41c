import type { EvidenceList, SubmissionDetail } from '#contracts';

import { DoneOrUndo } from '../../form/undo-form.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { readsKept } from '../action/action-rights.js';
import { Attachments } from './attachments.js';
import { FigureTable } from '../figures/figure-table.js';
import { DecisionForms, UnlockForm } from './decision-forms.js';
import { DraftForm } from './draft-form.js';
import { StepForms } from './step-forms.js';
import { SubmissionState } from './submission-state.js';
import { authorWords, periodWords, submissionPath, undoableOf, writesHere } from './submission-words.js';
import { TextArea } from './text-area.js';

/** One submission: its text, what can be done with it, what was said about it, and how it came to where it stands. */
export const submissionPage: Page<{ detail: SubmissionDetail; evidence?: EvidenceList }> = {
  load: ({ language, parameters }, viewer) => ({
    detail: apiUrl(
      language,
      statePath(parameters['iso3'] ?? '', `/submissions/${encodeURIComponent(parameters['id'] ?? '')}`),
    ),
    // Contributors read no evidence that is not public, and give none with what they write.
    ...(readsKept(viewer, parameters['iso3'] ?? '')
      ? {
          evidence: apiUrl(language, statePath(parameters['iso3'] ?? '', '/evidence'), {
            submission: parameters['id'],
            limit: 100,
          }),
        }
      : {}),
  }),
  show: ({ detail, evidence }, visit) => {
    const { wording, address, state } = visit;
    const words = wording.say.submission;
    const iso3 = address.parameters['iso3'] ?? '';
    return {
      documentTitle: words.detail.crumb(detail.id),
      crumbs: [
        { label: state?.name ?? iso3, path: statePath(iso3) },
        { label: words.list.documentTitle, path: statePath(iso3, '/submissions') },
        { label: words.detail.crumb(detail.id) },
      ],
      today: detail.today,
      body: <Body detail={detail} evidence={evidence} visit={visit} iso3={iso3} />,
    };
  },
};

interface PartProps {
  readonly detail: SubmissionDetail;
  readonly visit: Visit;
  readonly iso3: string;
}

function Body({
  detail,
  evidence,
  visit,
  iso3,
}: PartProps & { readonly evidence: EvidenceList | undefined }) {
  const { wording, address, viewer } = visit;
  const words = wording.say.submission;
  const at = submissionPath(iso3, detail.id);
  const may = (step: SubmissionDetail['steps'][number]): boolean => detail.steps.includes(step);
  const decides = may('accept') || may('return') || may('take_down');
  return (
    <article>
      <div class="opening opening-item">
        <div class="opening-main">
          <p class="overline">
            <b>{detail.obligation === null ? words.detail.contributes : words.detail.answers}</b>
            {` ${words.detail.recommendation(wording.code(detail.recommendation.code))}`}
          </p>
          <h1>{detail.obligation?.title ?? detail.recommendation.title}</h1>
        </div>
        <div class="status-room">
          <p class="status-large">
            <SubmissionState of={detail} wording={wording} size={22} />
          </p>
          <p class="note">{words.revision(detail.revision)}</p>
        </div>
      </div>
      <DoneOrUndo
        visit={visit}
        words={words.detail.done}
        undoable={undoableOf(detail)}
        of={{ kind: 'submission', id: detail.id }}
      />
      {/* What is wrong with figures stands above them, with each of them. */}
      {!(may('edit') && address.query.get('problem') === 'submission.figures') && (
        <FormProblem address={address} wording={wording} />
      )}
      {detail.locked && <p class="note">{words.lockedWhat}</p>}
      <Facts detail={detail} iso3={iso3} wording={wording} />
      {may('edit') ? (
        <Section title={words.detail.edit}>
          <DraftForm
            visit={visit}
            action={at}
            hidden={{ version: detail.version }}
            contribution={detail.obligation === null}
            ownPeriod={detail.obligation !== null && detail.period === null}
            figures={detail.figures}
            draft={detail}
          />
        </Section>
      ) : (
        <>
          {detail.figures && (
            <Section title={wording.say.figure.title}>
              <FigureTable sheet={detail.figures} wording={wording} />
            </Section>
          )}
          <Texts texts={detail.texts} wording={wording} handedIn={detail.submittedOn !== null} />
        </>
      )}
      {evidence && <Attachments detail={detail} evidence={evidence} iso3={iso3} visit={visit} />}
      <StepForms detail={detail} at={at} wording={wording} />
      {decides && (
        <Section title={words.detail.decide} id="decide">
          <DecisionForms detail={detail} at={at} visit={visit} />
        </Section>
      )}
      {detail.ownHand && <p class="note">{words.detail.ownHand}</p>}
      {detail.locked && viewer?.role === 'secretariat' && viewer.state === iso3 && (
        <UnlockForm at={at} visit={visit} />
      )}
      <Comments detail={detail} visit={visit} iso3={iso3} />
      <Section title={words.detail.history}>
        <HistoryTable detail={detail} wording={wording} />
        {detail.earlier.map(({ revision, texts }) => (
          <details class="change" key={revision}>
            <summary>{words.detail.earlier(revision)}</summary>
            <Texts texts={texts} wording={wording} />
          </details>
        ))}
      </Section>
    </article>
  );
}

interface WordedProps {
  readonly detail: SubmissionDetail;
  readonly wording: Wording;
}

function Facts({ detail, iso3, wording }: WordedProps & { readonly iso3: string }) {
  const words = wording.say.submission;
  const facts = [
    { term: words.author, says: authorWords(detail, wording) },
    { term: words.detail.about, says: periodWords(detail.period, wording) },
    {
      term: words.detail.due,
      says: detail.obligation?.dueOn ? wording.date(detail.obligation.dueOn) : null,
    },
    {
      term: words.sent,
      says:
        detail.submittedOn === null
          ? null
          : [
              wording.date(detail.submittedOn),
              ...(detail.daysLate === null ? [] : [words.late(detail.daysLate)]),
            ].join(', '),
    },
    { term: words.detail.decided, says: detail.decidedOn === null ? null : wording.date(detail.decidedOn) },
    { term: words.detail.returnedBecause, says: detail.state === 'accepted' ? null : detail.reason },
  ];
  return (
    <dl class="facts">
      <div>
        <dt>{words.item}</dt>
        <dd>
          <a href={pageUrl(wording.language, recommendationPath(iso3, detail.recommendation.id))}>
            {`${wording.code(detail.recommendation.code)} ${detail.recommendation.title}`}
          </a>
        </dd>
      </div>
      {facts.map(
        ({ term, says }) =>
          says !== null && (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{says}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

interface TextsProps {
  readonly texts: SubmissionDetail['texts'];
  readonly wording: Wording;
  readonly handedIn?: boolean;
}

function Texts({ texts, wording, handedIn = false }: TextsProps) {
  const words = wording.say.submission.detail;
  const written = Object.entries(texts);
  if (written.length === 0) return <p class="note">{handedIn ? words.cameWithoutText : words.noText}</p>;
  return (
    <>
      {written.map(([language, text]) => (
        <section key={language} class="written-room">
          <h3>{words.textIn[language] ?? language}</h3>
          <p class="written" lang={language}>
            {text}
          </p>
        </section>
      ))}
    </>
  );
}

function Comments({ detail, visit, iso3 }: PartProps) {
  const { wording, viewer, typedInto } = visit;
  const words = wording.say.submission.detail;
  const action = `${submissionPath(iso3, detail.id)}/comments`;
  return (
    <Section title={words.comments}>
      {detail.comments.length === 0 ? (
        <p class="note">{words.noComments}</p>
      ) : (
        <ol class="plain-list">
          {detail.comments.map(({ id, name, actor, text, on, time }) => (
            <li key={id}>
              <p class="written">{text}</p>
              <p class="note">
                {`${name ?? words.somebody} (${wording.say.people.roles[actor] ?? actor}), ${wording.shortDate(on)}, ${time}`}
              </p>
            </li>
          ))}
        </ol>
      )}
      {writesHere(viewer, iso3) && (
        <form class="act" method="post" action={action}>
          <input type="hidden" name="lang" value={wording.language} />
          <TextArea
            name="text"
            label={words.comment}
            hint={words.commentHint}
            rows={3}
            longest={1000}
            required
            value={typedInto(action).get('text') ?? ''}
          />
          <button class="button" type="submit">
            {words.commentButton}
          </button>
        </form>
      )}
    </Section>
  );
}

function HistoryTable({ detail, wording }: WordedProps) {
  const words = wording.say.submission.detail;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.why}</th>
        </tr>
      </thead>
      <tbody>
        {detail.history.map((taken) => (
          <tr key={taken.version}>
            <td>
              {words.steps[taken.step] ?? taken.step}
              <span class="second">{wording.say.submission.revision(taken.revision)}</span>
            </td>
            <td class="day" data-label={words.when}>
              {`${wording.shortDate(taken.on)}, ${taken.time}`}
            </td>
            <td data-label={words.who}>
              {taken.name ?? wording.say.history.actors[taken.actor] ?? taken.actor}
              {taken.name !== null && (
                <span class="second">{wording.say.history.actors[taken.actor] ?? taken.actor}</span>
              )}
            </td>
            <td data-label={words.why}>{taken.reason ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
