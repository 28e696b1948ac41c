import type { FigureImportView } from '#contracts';

import { ActForm } from '../../form/act-form.js';
import { TextField } from '../../form/field.js';
import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { NextPage } from '../../form/list-search.js';
import { Section } from '../../layout/section.js';
import { apiUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

/** One import: what it changed, and the way to undo it. */
export const figureImportPage: Page<{ found: FigureImportView }> = {
  load: ({ language, parameters, query }) => ({
    found: apiUrl(
      language,
      statePath(parameters['iso3'] ?? '', `/imports/figures/${encodeURIComponent(parameters['id'] ?? '')}`),
      { cursor: query.get('cursor') },
    ),
  }),
  show: ({ found }, visit) => ({
    documentTitle: found.fileName,
    current: 'intake',
    crumbs: [
      { label: found.state.name, path: statePath(found.state.iso3) },
      {
        label: visit.wording.say.figureImport.documentTitle,
        path: statePath(found.state.iso3, '/imports/figures'),
      },
      { label: found.fileName },
    ],
    today: found.today,
    body: <ImportBody found={found} visit={visit} />,
  }),
};

function ImportBody({ found, visit }: { readonly found: FigureImportView; readonly visit: Visit }) {
  const { wording, address } = visit;
  const { one: words, commandLine } = wording.say.figureImport;
  const undoPath = statePath(found.state.iso3, `/imports/figures/${found.id}/undo`);
  const undone = found.importState === 'undone';
  return (
    <>
      <h1>{words.title(wording.number(found.counts.added), wording.number(found.counts.revised))}</h1>
      <p class="lede">
        {words.saved(found.fileName, found.importedBy ?? commandLine, wording.date(found.importedOn))}
      </p>
      <FormProblem address={address} wording={wording} />
      <FormDone address={address} words={words.done} />
      {undone && (
        <p class="note">
          {words.undone(
            found.undoneBy ?? commandLine,
            wording.date(found.undoneOn ?? found.today),
            found.undoReason ?? '',
          )}
        </p>
      )}
      <Section title={words.facts}>
        <Facts found={found} wording={wording} />
      </Section>
      {!undone && (
        <Section title={words.figures} id="figures">
          {found.items.length === 0 ? (
            <p class="empty">{words.noFigures}</p>
          ) : (
            <Figures found={found} wording={wording} />
          )}
          <NextPage visit={visit} cursor={found.nextCursor} label={words.more} />
        </Section>
      )}
      {!undone && (
        <Section title={words.undo} id="undo">
          <ActForm visit={visit} action={undoPath} button={words.undo} main={false}>
            <TextField name="reason" label={words.undoReason} hint={words.undoHint} required />
          </ActForm>
        </Section>
      )}
    </>
  );
}

function Facts({ found, wording }: { readonly found: FigureImportView; readonly wording: Wording }) {
  const { one: words, kinds, columns, fields } = wording.say.figureImport;
  const mapping = Object.entries({ ...found.mapping.columns, ...found.mapping.categories });
  const facts: readonly (readonly [string, string | null])[] = [
    [words.kind, kinds[found.kind] ?? found.kind],
    [columns.sha256, found.sha256],
    [words.format, found.format],
    [words.rows, wording.number(found.rows)],
    [words.unchanged, wording.number(found.counts.unchanged)],
    [
      words.mapping,
      mapping.map(([from, to]) => `${from} → ${Object.hasOwn(fields, to) ? fields[to] : to}`).join('; '),
    ],
    [words.reason, found.reason],
    [words.override, found.overrideReason],
  ];
  return (
    <dl class="facts">
      {facts.map(([term, value]) =>
        value === null || value === '' ? null : (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Figures({ found, wording }: { readonly found: FigureImportView; readonly wording: Wording }) {
  const { one: words } = wording.say.figureImport;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.figure}</th>
          <th scope="col" class="number">
            {words.before}
          </th>
          <th scope="col" class="number">
            {words.now}
          </th>
          <th scope="col" class="number">
            {words.revision}
          </th>
        </tr>
      </thead>
      <tbody>
        {found.items.map(({ figure, revision, before, after }) => (
          <tr key={figure}>
            <td>{figure}</td>
            <td class="number" data-label={words.before}>
              {before === null ? '–' : valueWords(before, wording)}
            </td>
            <td class="number" data-label={words.now}>
              {valueWords(after, wording)}
            </td>
            <td class="number" data-label={words.revision}>
              {wording.number(revision)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A number as the language writes it; a bound and a state as they are. */
function valueWords(value: string, wording: Wording): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return stateWords(value, wording);
  return wording.number(number, Math.min(4, value.split('.')[1]?.length ?? 0));
}

function stateWords(value: string, wording: Wording): string {
  const { valueStates } = wording.say.figureImport.one;
  return Object.hasOwn(valueStates, value) ? (valueStates[value] ?? value) : value;
}
