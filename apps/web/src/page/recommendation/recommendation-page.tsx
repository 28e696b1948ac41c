import type { RecommendationDetail } from '#contracts';
import { statusSentence } from '#messages';

import { Section } from '../../layout/section.js';
import { StatusWord } from '../../status/status-word.js';
import { apiUrl, documentPath, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { CycleChain, CycleNotice } from './cycle-notice.js';
import { DatesTable } from './dates-table.js';
import { IndicatorTracks } from './indicator-tracks.js';
import { Quotation } from './quotation.js';
import { WhoMustAct } from './who-must-act.js';

export const recommendationPage: Page<{ detail: RecommendationDetail }> = {
  load: ({ language, parameters }) => ({
    detail: apiUrl(language, recommendationPath(parameters['iso3'] ?? '', parameters['id'] ?? '')),
  }),
  show: ({ detail }, { wording, viewer }) => ({
    documentTitle: `${wording.code(detail.code)} ${detail.title}`,
    current: 'recommendations',
    crumbs: [
      { label: detail.state.name, path: statePath(detail.state.iso3) },
      {
        label: detail.documentView.shortTitle,
        path: documentPath(detail.state.iso3, detail.documentView.slug),
      },
      { label: wording.say.recommendation.paragraph(wording.code(detail.code)) },
    ],
    today: detail.today,
    body: <RecommendationBody detail={detail} wording={wording} history={mayReadHistory(viewer)} />,
  }),
};

/** Whose name stands behind a change is for those who answer for the record. The API decides; this only hides a dead end. */
function mayReadHistory(viewer: Visit['viewer']): boolean {
  return viewer?.role === 'secretariat' || viewer?.role === 'ombudsperson';
}

function RecommendationBody({
  detail,
  wording,
  history,
}: {
  readonly detail: RecommendationDetail;
  readonly wording: Wording;
  readonly history: boolean;
}) {
  const { say, language } = wording;
  const words = say.recommendation;
  const demonstrated = [...detail.data, ...detail.budget, ...detail.prosecutions].some(
    ({ newest }) => newest?.source.demonstration === true,
  );
  return (
    <article>
      <div class="opening opening-item">
        <div class="opening-main">
          <p class="overline">
            <b>{words.label(wording.code(detail.code))}</b>
            {detail.theme && ` ${detail.theme.name}`}
          </p>
          <h1>{detail.title}</h1>
        </div>
        <div class="status-room">
          <p class="status-large">
            <StatusWord status={detail.status} language={language} size={22} />
          </p>
          <p class="note">
            {[
              detail.statusSince === null ? '' : say.status.since(wording.date(detail.statusSince)),
              statusSentence(language, detail.statusReason.code, detail.statusReason.parameters),
            ]
              .filter((part) => part !== '')
              .join(' ')}
          </p>
        </div>
      </div>
      <CycleNotice detail={detail} wording={wording} />
      <Quotation detail={detail} wording={wording} />
      <Section title={words.whoMustAct}>
        <WhoMustAct detail={detail} wording={wording} />
      </Section>
      <Section title={words.dates}>
        <DatesTable detail={detail} wording={wording} />
      </Section>
      <Section title={words.indicators} aside={demonstrated ? words.allValuesDemonstration : undefined}>
        <IndicatorTracks detail={detail} wording={wording} />
      </Section>
      {history && (
        <p class="links">
          <a href={pageUrl(language, `${recommendationPath(detail.state.iso3, detail.id)}/history`)}>
            {say.history.link}
          </a>
        </p>
      )}
      <CycleChain detail={detail} wording={wording} />
      <Siblings detail={detail} wording={wording} />
      <nav class="neighbours" aria-label={say.layout.recommendations}>
        {detail.previous && (
          <a rel="prev" href={pageUrl(language, recommendationPath(detail.state.iso3, detail.previous.id))}>
            {words.previous(wording.code(detail.previous.code))}
          </a>
        )}
        {detail.next && (
          <a rel="next" href={pageUrl(language, recommendationPath(detail.state.iso3, detail.next.id))}>
            {words.next(wording.code(detail.next.code))}
          </a>
        )}
      </nav>
    </article>
  );
}

function Siblings({ detail, wording }: { readonly detail: RecommendationDetail; readonly wording: Wording }) {
  if (detail.siblings.length === 0) return null;
  return (
    <Section title={wording.say.recommendation.siblings}>
      <ul class="siblings">
        {detail.siblings.map((sibling) => (
          <li key={sibling.id}>
            <span class="code">{wording.code(sibling.code)}</span>
            <a href={pageUrl(wording.language, recommendationPath(detail.state.iso3, sibling.id))}>
              {sibling.title}
            </a>
            <StatusWord status={sibling.status} language={wording.language} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
