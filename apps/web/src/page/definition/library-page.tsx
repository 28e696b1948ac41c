import type { LibraryProposals } from '#contracts';

import { ActForm } from '../../form/act-form.js';
import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { apiUrl, indicatorPath, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { periodWords } from './period-words.js';

type Proposal = LibraryProposals['items'][number];

/** What the library proposes for a recommendation: chosen, looked at, confirmed. */
export const libraryPage: Page<{ proposals: LibraryProposals }> = {
  load: ({ language, parameters }) => ({
    proposals: apiUrl(
      language,
      `${recommendationPath(parameters['iso3'] ?? '', parameters['id'] ?? '')}/library`,
    ),
  }),
  show: ({ proposals }, visit) => {
    const { wording, address, state } = visit;
    const words = wording.say.definition;
    const iso3 = address.parameters['iso3'] ?? '';
    const code = wording.code(proposals.recommendation.code);
    return {
      documentTitle: words.proposals.documentTitle,
      current: 'recommendations',
      crumbs: [
        { label: state?.name ?? iso3, path: statePath(iso3) },
        {
          label: wording.say.recommendation.paragraph(code),
          path: recommendationPath(iso3, proposals.recommendation.id),
        },
        { label: words.proposals.documentTitle },
      ],
      body: (
        <>
          <FormDone address={address} words={words.done} />
          <FormProblem address={address} wording={wording} />
          <Body proposals={proposals} visit={visit} iso3={iso3} code={code} />
        </>
      ),
    };
  },
};

interface BodyProps {
  readonly proposals: LibraryProposals;
  readonly visit: Visit;
  readonly iso3: string;
  readonly code: string;
}

function Body({ proposals, visit, iso3, code }: BodyProps) {
  const { wording, address } = visit;
  const words = wording.say.definition.proposals;
  const chosen = address.query.getAll('choose');
  const picked = proposals.items.filter((item) => chosen.includes(item.code) && canBeTaken(item));
  const at = `${recommendationPath(iso3, proposals.recommendation.id)}`;
  const other = <a href={pageUrl(wording.language, `${at}/new-indicator`)}>{wording.say.definition.add}</a>;
  if (proposals.items.length === 0)
    return (
      <>
        <h1>{words.title(code)}</h1>
        <div class="empty">
          <p>{words.empty}</p>
        </div>
        <p class="links">{other}</p>
      </>
    );
  if (chosen.length > 0)
    return (
      <>
        <h1>{picked.length === 0 ? words.previewNothing : words.previewTitle(picked.length)}</h1>
        {picked.length > 0 && (
          <>
            <Proposals items={picked} visit={visit} iso3={iso3} />
            <ActForm visit={visit} action={`${at}/library`} button={words.confirm}>
              {picked.map((item) => (
                <input key={item.code} type="hidden" name="indicators" value={item.code} />
              ))}
            </ActForm>
          </>
        )}
        <p class="links">
          <a href={pageUrl(wording.language, `${at}/library`)}>{words.back}</a>
        </p>
      </>
    );
  const some = proposals.items.some(canBeTaken);
  return (
    <>
      <h1>{words.title(code)}</h1>
      <p class="lede">{words.lede}</p>
      <form method="get" autocomplete="off" action={pageUrl(wording.language, `${at}/library`)}>
        <Proposals items={proposals.items} visit={visit} iso3={iso3} choosing />
        {some && (
          <button class="button button-main" type="submit">
            {words.look}
          </button>
        )}
      </form>
      <p class="links">{other}</p>
    </>
  );
}

interface ProposalsProps {
  readonly items: readonly Proposal[];
  readonly visit: Visit;
  readonly iso3: string;
  readonly choosing?: boolean;
}

function Proposals({ items, visit: { wording }, iso3, choosing = false }: ProposalsProps) {
  const { definition, indicator } = wording.say;
  const words = definition.proposals;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          {choosing && <th scope="col">{words.choose}</th>}
          <th scope="col">{words.indicator}</th>
          <th scope="col">{indicator.class}</th>
          <th scope="col">{indicator.unit}</th>
          <th scope="col">{words.becomes}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.code}>
            {choosing && (
              <td data-label={words.choose}>
                {canBeTaken(item) && (
                  <input
                    type="checkbox"
                    name="choose"
                    value={item.code}
                    checked
                    aria-label={`${words.choose}: ${item.name}`}
                  />
                )}
              </td>
            )}
            <td>
              {item.step === 'create' ? (
                <b>{item.name}</b>
              ) : (
                <a href={pageUrl(wording.language, indicatorPath(iso3, item.code))}>{item.name}</a>
              )}
              <span class="second">
                {[
                  `${item.code}.`,
                  item.definition,
                  item.dimensions.length === 0
                    ? null
                    : words.asked(item.dimensions.map(({ name }) => name.toLowerCase()).join(', ')),
                ]
                  .filter((part) => part !== null)
                  .join(' ')}
              </span>
            </td>
            <td data-label={indicator.class}>
              {indicator.classes[item.class]}
              <span class="second">{definition.valueTypes[item.valueType]}</span>
            </td>
            <td data-label={indicator.unit}>
              {item.unit}
              <span class="second">{periodWords(item.periodicityMonths, definition.periods)}</span>
            </td>
            <td data-label={words.becomes}>
              {words.steps[item.step]}
              <span class="second">
                {[
                  item.required ? words.required : words.optional,
                  item.figureKind === null ? definition.noKind : definition.kinds[item.figureKind],
                ].join('; ')}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function canBeTaken({ step }: Proposal): boolean {
  return step === 'create' || step === 'link';
}
