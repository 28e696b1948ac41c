import type { RequestChoices } from '#contracts';

import { ActForm } from '../../form/act-form.js';
import { Choice } from '../../form/field.js';
import { FormProblem } from '../../form/form-problem.js';
import { apiUrl, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import { QuestionFields } from './question-fields.js';
import { ClockBasis } from './reply-clock.js';

/** The form that asks an institution about one recommendation, or an indicator of it. */
export const askPage: Page<{ choices: RequestChoices }> = {
  load: ({ language, parameters }) => ({
    choices: apiUrl(
      language,
      `${recommendationPath(parameters['iso3'] ?? '', parameters['id'] ?? '')}/request-choices`,
    ),
  }),
  show: ({ choices }, visit) => {
    const { wording, address } = visit;
    const words = wording.say.informationRequest.ask;
    const { state, recommendation, institutions, indicators, usual } = choices;
    const item = recommendationPath(state.iso3, recommendation.id);
    return {
      documentTitle: words.documentTitle,
      crumbs: [
        { label: state.name, path: statePath(state.iso3) },
        { label: `${wording.code(recommendation.code)} ${recommendation.title}`, path: item },
        { label: words.documentTitle },
      ],
      today: choices.today,
      body: (
        <>
          <h1>{words.title(wording.code(recommendation.code))}</h1>
          <p class="lede">
            <a href={pageUrl(wording.language, item)}>{recommendation.title}</a>
          </p>
          <FormProblem address={address} wording={wording} />
          <ActForm visit={visit} action={`${item}/information-requests`} button={words.send}>
            <Choice
              name="institution"
              label={words.institution}
              chosen={address.query.get('institution') ?? undefined}
            >
              {institutions.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Choice>
            <Choice name="indicator" label={words.indicator}>
              <option value="">{words.wholeItem}</option>
              {indicators.map(({ code, name }) => (
                <option key={code} value={code}>
                  {`${code} ${name}`}
                </option>
              ))}
            </Choice>
            <QuestionFields wording={wording} usual={usual} />
            <p>
              <b>{words.due(wording.date(usual.dueOn))}</b>
            </p>
            <ClockBasis workingDays={usual.workingDays} closedDays={usual.closedDays} wording={wording} />
            <p class="note">{words.reminded}</p>
          </ActForm>
        </>
      ),
    };
  },
};
