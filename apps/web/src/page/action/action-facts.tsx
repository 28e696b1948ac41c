import type { ActionView } from '#contracts';

import { indicatorPath, institutionPath, pageUrl } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';
import { ActionStatusWords } from './action-table.js';

interface ActionFactsProps {
  readonly action: ActionView;
  readonly iso3: string;
  readonly wording: Wording;
}

/** What was planned, by whom, and where it stands. */
export function ActionFacts({ action, iso3, wording }: ActionFactsProps) {
  const words = wording.say.action;
  const { levels } = wording.say.institution;
  const purposes = wording.say.chart.budget.purposes;
  return (
    <>
      {action.description.length > 0 && (
        <p lang={action.language}>{action.description.map(({ text }) => text).join('')}</p>
      )}
      <dl class="facts">
        <div>
          <dt>{words.columns.status}</dt>
          <dd>
            <ActionStatusWords action={action} wording={wording} />
            {action.cancelReason !== null && (
              <span class="second">{words.cancelledBecause(action.cancelReason)}</span>
            )}
          </dd>
        </div>
        <div>
          <dt>{words.columns.institution}</dt>
          <dd>
            <a href={pageUrl(wording.language, institutionPath(iso3, action.institution.code))}>
              {action.institution.name}
            </a>
          </dd>
        </div>
        <div>
          <dt>{words.columns.planned}</dt>
          <dd>{words.period(wording.date(action.plannedStartOn), wording.date(action.plannedEndOn))}</dd>
        </div>
        <div>
          <dt>{words.level}</dt>
          <dd>{levels[action.level] ?? action.level}</dd>
        </div>
        <div>
          <dt>{words.smart}</dt>
          <dd>
            {words.smartCount(action.criteria.length)}
            <span class="second">
              {action.criteria.map((criterion) => words.criteria[criterion] ?? criterion).join(', ')}
            </span>
          </dd>
        </div>
        <div>
          <dt>{words.moves}</dt>
          <dd>
            {action.indicators.length === 0
              ? words.nothingNamed
              : action.indicators.map(({ code, name }) => (
                  <span key={code} class="second">
                    <a href={pageUrl(wording.language, indicatorPath(iso3, code))}>{name}</a>
                  </span>
                ))}
          </dd>
        </div>
        <div>
          <dt>{words.draws}</dt>
          <dd>
            {action.budgetLines.length === 0
              ? words.nothingNamed
              : action.budgetLines.map(({ id, purpose, level, institution }) => (
                  <span key={id} class="second">
                    {words.budgetLine(
                      purposes[purpose] ?? purpose,
                      levels[level] ?? level,
                      institution ?? '',
                    )}
                  </span>
                ))}
          </dd>
        </div>
      </dl>
    </>
  );
}
