import type { ContributionList, ObligationList } from '#contracts';

import { FormProblem } from '../../form/form-problem.js';
import { apiUrl, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { DraftForm } from './draft-form.js';
import { periodWords, submissionPath } from './submission-words.js';

/** The empty form for something that an institution owes. */
export const answerObligationPage: Page<{ owed: ObligationList }> = {
  load: ({ language, parameters }) => ({
    owed: apiUrl(language, statePath(parameters['iso3'] ?? '', '/obligations'), { id: parameters['id'] }),
  }),
  show: ({ owed }, visit) => {
    const { wording, address } = visit;
    const words = wording.say.submission;
    const iso3 = address.parameters['iso3'] ?? '';
    const item = owed.items[0];
    const action = statePath(iso3, '/submissions');
    // Who was typing when the period was accepted keeps what was typed.
    const writable = !item?.lockedBy || item.period === null || visit.typedInto(action).size > 0;
    return {
      documentTitle: words.write.documentTitle,
      crumbs: crumbsOf(visit, words.write.documentTitle),
      today: owed.today,
      body: item ? (
        <>
          <h1>{item.title}</h1>
          <p class="lede">{owed.figures === null ? words.write.lede : words.write.ledeOfFigures}</p>
          <p>
            <a href={pageUrl(wording.language, recommendationPath(iso3, item.recommendation.id))}>
              {words.detail.recommendation(wording.code(item.recommendation.code))}
            </a>
            {[
              item.institution?.name ?? null,
              periodWords(item.period, wording),
              item.dueOn === null ? null : wording.say.due.due(wording.date(item.dueOn)),
            ]
              .filter((part) => part !== null)
              .map((part) => ` · ${part}`)
              .join('')}
          </p>
          {item.lockedBy !== null && <p class="note">{words.lockedWhat}</p>}
          <FormProblem address={address} wording={wording} />
          {writable ? (
            <DraftForm
              visit={visit}
              action={action}
              hidden={{ obligation: item.id }}
              contribution={false}
              ownPeriod={item.period === null}
              figures={owed.figures}
            />
          ) : (
            <p>
              <a href={pageUrl(wording.language, submissionPath(iso3, item.lockedBy ?? 0))}>
                {words.write.seeAccepted}
              </a>
            </p>
          )}
        </>
      ) : (
        <>
          <h1>{words.write.documentTitle}</h1>
          <div class="empty">
            <p>{words.write.unknown}</p>
            <p>
              <a href={pageUrl(wording.language, statePath(iso3, '/submissions'))}>{words.write.back}</a>
            </p>
          </div>
        </>
      ),
    };
  },
};

/** The empty form for an organisation that is signed in. */
export const contributePage: Page<{ about: ContributionList }> = {
  load: ({ language, parameters }) => ({
    about: apiUrl(
      language,
      `${recommendationPath(parameters['iso3'] ?? '', parameters['id'] ?? '')}/contributions`,
      { limit: 1 },
    ),
  }),
  show: ({ about: { recommendation } }, visit) => {
    const { wording, address } = visit;
    const words = wording.say.submission;
    const iso3 = address.parameters['iso3'] ?? '';
    return {
      documentTitle: words.write.titleOfContribution,
      crumbs: crumbsOf(visit, words.write.titleOfContribution),
      body: (
        <>
          <h1>{words.write.titleOfContribution}</h1>
          <p class="lede">{words.write.ledeOfContribution}</p>
          <p>
            <a href={pageUrl(wording.language, recommendationPath(iso3, recommendation.id))}>
              {`${wording.code(recommendation.code)} ${recommendation.title}`}
            </a>
          </p>
          <FormProblem address={address} wording={wording} />
          <DraftForm
            visit={visit}
            action={statePath(iso3, '/submissions')}
            hidden={{ recommendation: recommendation.id }}
            contribution
            ownPeriod={false}
            figures={null}
          />
        </>
      ),
    };
  },
};

function crumbsOf({ wording, address, state }: Visit, label: string) {
  const iso3 = address.parameters['iso3'] ?? '';
  return [
    { label: state?.name ?? iso3, path: statePath(iso3) },
    { label: wording.say.submission.list.documentTitle, path: statePath(iso3, '/submissions') },
    { label },
  ];
}
