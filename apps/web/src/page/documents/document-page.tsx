import type { DocumentDetail } from '#contracts';

import { continuedWords, documentName } from '../../cycle/cycle-words.js';
import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { StatusWord } from '../../status/status-word.js';
import { apiUrl, documentPath, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { DocumentDates } from './document-dates.js';
import { DocumentFacts } from './document-facts.js';

/** One document: its cycle, its dates and what they were, what the reading was unsure of, and what it asks. */
export const documentPage: Page<{ detail: DocumentDetail }> = {
  load: ({ language, parameters }) => ({
    detail: apiUrl(language, documentPath(parameters['iso3'] ?? '', parameters['slug'] ?? '')),
  }),
  show: ({ detail }, visit) => ({
    documentTitle: detail.shortTitle,
    current: 'documents',
    crumbs: [
      { label: detail.state.name, path: statePath(detail.state.iso3) },
      { label: visit.wording.say.cycle.list.documentTitle, path: statePath(detail.state.iso3, '/documents') },
      { label: detail.shortTitle },
    ],
    today: detail.today,
    body: <DocumentBody detail={detail} visit={visit} />,
  }),
};

function DocumentBody({ detail, visit }: { readonly detail: DocumentDetail; readonly visit: Visit }) {
  const { wording, viewer, address } = visit;
  const words = wording.say.cycle;
  return (
    <article>
      <h1>
        {detail.hasText
          ? words.titleOf(detail.shortTitle, detail.open, detail.recommendations)
          : words.titleWithoutText(detail.shortTitle)}
      </h1>
      {!detail.hasText && <p class="lede">{words.noTextWhat}</p>}
      <FormDone address={address} words={words.done} />
      <FormProblem address={address} wording={wording} />
      <Neighbours detail={detail} wording={wording} />
      <DocumentFacts detail={detail} wording={wording} />
      <Section title={words.dates}>
        <DocumentDates detail={detail} wording={wording} mayChange={viewer?.role === 'secretariat'} />
      </Section>
      {detail.hasText && (
        <>
          <Section title={words.warnings}>
            <Warnings detail={detail} wording={wording} />
          </Section>
          <Section title={words.recommendations}>
            {(viewer?.role === 'secretariat' || viewer?.role === 'ombudsperson') && (
              <p class="links">
                <a
                  href={pageUrl(
                    wording.language,
                    `${documentPath(detail.state.iso3, detail.slug)}/suggestions`,
                    { only: 'undecided' },
                  )}
                >
                  {wording.say.classification.link}
                </a>
              </p>
            )}
            <Items detail={detail} wording={wording} />
          </Section>
        </>
      )}
    </article>
  );
}

interface PartProps {
  readonly detail: DocumentDetail;
  readonly wording: Wording;
}

function Neighbours({ detail, wording }: PartProps) {
  const { say, language } = wording;
  const { continuedBy, continues } = detail.cycle;
  const { iso3 } = detail.state;
  const later = continuedWords(detail.cycle, wording);
  if (later === null && continues.length === 0) return null;
  return (
    <div class="cycle-notice">
      {later !== null && continuedBy && (
        <p>
          {later} <a href={pageUrl(language, documentPath(iso3, continuedBy.slug))}>{say.cycle.seeLater}</a>
        </p>
      )}
      {continues.map((earlier) => (
        <p key={earlier.slug}>
          {say.cycle.earlier[earlier.continuation](documentName(earlier))}{' '}
          <a href={pageUrl(language, documentPath(iso3, earlier.slug))}>{say.cycle.seeEarlier}</a>
        </p>
      ))}
    </div>
  );
}

function Warnings({ detail, wording }: PartProps) {
  const words = wording.say.cycle;
  if (detail.warnings.length === 0) return <p>{words.noWarnings}</p>;
  return (
    <ul class="plain-list">
      {detail.warnings.map((warning) => (
        <li key={`${warning.code} ${warning.paragraph} ${warning.message}`}>
          {warning.paragraph !== null && <b>{`${words.warningAt(warning.paragraph)}. `}</b>}
          {warning.message}
        </li>
      ))}
    </ul>
  );
}

function Items({ detail, wording }: PartProps) {
  return (
    <ul class="siblings">
      {detail.items.map((item) => (
        <li key={item.id}>
          <span class="code">{wording.code(item.code)}</span>
          <a href={pageUrl(wording.language, recommendationPath(detail.state.iso3, item.id))}>{item.title}</a>
          <StatusWord status={item.status} language={wording.language} />
        </li>
      ))}
    </ul>
  );
}
