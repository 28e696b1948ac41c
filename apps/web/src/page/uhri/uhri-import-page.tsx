import type { UhriImportView } from '#contracts';

import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { SaveOrDiscard } from '../../form/save-or-discard.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { UhriDifference } from './uhri-difference.js';

const CHANGES = ['new', 'changed', 'absent', 'rejected', 'unchanged'] as const;

/** How an export differs from what is on record, and the confirmation. */
export const uhriImportPage: Page<{ found: UhriImportView }> = {
  load: ({ language, parameters, query }) => ({
    found: apiUrl(
      language,
      statePath(parameters['iso3'] ?? '', `/imports/uhri/${encodeURIComponent(parameters['id'] ?? '')}`),
      { change: query.get('change'), cursor: query.get('cursor') },
    ),
  }),
  show: ({ found }, visit) => {
    const { wording } = visit;
    const words = wording.say.uhri;
    return {
      documentTitle: found.fileName,
      current: 'intake',
      crumbs: [
        { label: found.state.name, path: statePath(found.state.iso3) },
        { label: words.documentTitle, path: statePath(found.state.iso3, '/imports/uhri') },
        { label: found.fileName },
      ],
      today: found.today,
      body: <ImportBody found={found} visit={visit} />,
    };
  },
};

function ImportBody({
  found,
  visit: { wording, address },
}: {
  readonly found: UhriImportView;
  readonly visit: Visit;
}) {
  const { preview, commandLine, more } = wording.say.uhri;
  const { counts, importState } = found;
  const isOpen = importState === 'open';
  return (
    <>
      <h1>{titleOf(found, wording)}</h1>
      <p class="lede">
        {preview.from(found.fileName, found.openedBy ?? commandLine, wording.date(found.openedOn))}
        {isOpen && ` ${preview.until(wording.date(found.until))}`}
      </p>
      <FormProblem address={address} wording={wording} />
      <FormDone address={address} words={preview.done} />
      {!isOpen && !address.query.has('done') && <p class="note">{preview.closed[importState]}</p>}
      <p>{tallySentences(found, wording).join(' ')}</p>
      {counts !== null && (
        <Section title={isOpen ? preview.counts : preview.countsDone}>
          <Counts found={found} counts={counts} wording={wording} />
        </Section>
      )}
      {importState === 'saved' && (
        <p class="links">
          <a href={pageUrl(wording.language, statePath(found.state.iso3, '/uhri'))}>
            {wording.say.uhri.onRecord}
          </a>
        </p>
      )}
      {isOpen && (
        <SaveOrDiscard
          of={statePath(found.state.iso3, `/imports/uhri/${found.id}`)}
          seen={found.seen}
          words={wording.say.uhri.preview}
          wording={wording}
        />
      )}
      {isOpen && (
        <Section
          title={preview.changes[found.change] ?? found.change}
          aside={preview.what[found.change]}
          id="differences"
        >
          {found.items.length === 0 && <p>{preview.empty}</p>}
          {found.items.map((item) => (
            <UhriDifference key={`${item.row} ${item.annotationId}`} item={item} wording={wording} />
          ))}
          {found.nextCursor !== null && (
            <p class="pager">
              <a
                rel="next"
                href={`${pageUrl(wording.language, address.path, { change: found.change, cursor: found.nextCursor })}#differences`}
              >
                {more}
              </a>
            </p>
          )}
        </Section>
      )}
    </>
  );
}

function titleOf({ counts, fileName, importState }: UhriImportView, { say }: Wording): string {
  if (counts === null) return fileName;
  const { title, titleSaved } = say.uhri.preview;
  return (importState === 'saved' ? titleSaved : title)(counts.new + counts.changed + counts.absent);
}

function tallySentences({ rows, tally }: UhriImportView, wording: Wording): string[] {
  const { preview } = wording.say.uhri;
  const { otherStates, unknownCountries, unknownNames, repeated, unlisted } = tally;
  return [
    preview.read(wording.number(rows)),
    ...(otherStates > 0 ? [preview.otherStates(otherStates, wording.number(otherStates))] : []),
    ...(unknownCountries > 0
      ? [preview.unknown(wording.number(unknownCountries), unknownNames.join('; '))]
      : []),
    ...(repeated > 0 ? [preview.repeated(wording.number(repeated))] : []),
    ...(unlisted > 0 ? [preview.unlisted(wording.number(unlisted))] : []),
  ];
}

function Counts({
  found,
  counts,
  wording,
}: {
  readonly found: UhriImportView;
  readonly counts: NonNullable<UhriImportView['counts']>;
  readonly wording: Wording;
}) {
  const { preview } = wording.say.uhri;
  const path = statePath(found.state.iso3, `/imports/uhri/${found.id}`);
  return (
    <table class="list stacked narrow">
      <thead>
        <tr>
          <th scope="col">{preview.kind}</th>
          <th scope="col" class="number">
            {preview.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {CHANGES.map((change) => (
          <tr key={change}>
            <td>
              {found.importState === 'open' && counts[change] > 0 ? (
                <a
                  href={`${pageUrl(wording.language, path, { change })}#differences`}
                  aria-current={change === found.change ? 'true' : undefined}
                >
                  {preview.changes[change]}
                </a>
              ) : (
                preview.changes[change]
              )}
            </td>
            <td class="number" data-label={preview.count}>
              {wording.number(counts[change])}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
