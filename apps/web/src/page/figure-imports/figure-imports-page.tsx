import type { FigureImportList } from '#contracts';

import { Choice } from '../../form/field.js';
import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { NextPage } from '../../form/list-search.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { isSecretariat } from '../institution/viewer-rights.js';

type Asked = { list?: FigureImportList };

/** Where files of figures are uploaded, and those that were imported. Whoever may not is told the way that figures of institutions go. */
export const figureImportsPage: Page<Asked> = {
  load: ({ language, parameters, query }, viewer): Record<keyof Asked, string> => {
    const iso3 = parameters['iso3'] ?? '';
    const isReader = viewer === null || viewer.role === 'public' || isSecretariat(viewer, iso3);
    const list = apiUrl(language, statePath(iso3, '/imports/figures'), { cursor: query.get('cursor') });
    return (isReader ? { list } : {}) as Record<keyof Asked, string>;
  },
  show: ({ list }, visit) => {
    const words = visit.wording.say.figureImport;
    const iso3 = list?.state.iso3 ?? visit.address.parameters['iso3'] ?? '';
    return {
      documentTitle: words.documentTitle,
      current: 'intake',
      crumbs: [{ label: visit.state?.name ?? iso3, path: statePath(iso3) }, { label: words.documentTitle }],
      ...(list && { today: list.today }),
      body: list ? <Room list={list} visit={visit} /> : <OnlySecretariat iso3={iso3} visit={visit} />,
    };
  },
};

function OnlySecretariat({ iso3, visit: { wording } }: { readonly iso3: string; readonly visit: Visit }) {
  const words = wording.say.figureImport.onlySecretariat;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lede">{words.text}</p>
      <p class="links">
        <a href={pageUrl(wording.language, statePath(iso3, '/submissions'))}>{words.submissions}</a>
      </p>
    </>
  );
}

function Room({ list, visit }: { readonly list: FigureImportList; readonly visit: Visit }) {
  const { wording, address } = visit;
  const words = wording.say.figureImport;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lede">{words.lede}</p>
      <FormProblem address={address} wording={wording} />
      <FormDone address={address} words={words.done} />
      <UploadForm list={list} wording={wording} />
      {list.waiting.length > 0 && (
        <Section title={words.waiting}>
          <Waiting list={list} wording={wording} />
        </Section>
      )}
      <Section title={words.earlier}>
        {list.items.length === 0 ? (
          <p class="empty">{words.none}</p>
        ) : (
          <Imports list={list} wording={wording} />
        )}
        <NextPage visit={visit} cursor={list.nextCursor} label={words.next} />
      </Section>
    </>
  );
}

interface Props {
  readonly list: FigureImportList;
  readonly wording: Wording;
}

function UploadForm({ list, wording }: Props) {
  const words = wording.say.figureImport;
  const choices = [
    ['indicator', words.indicator, list.indicators],
    ['source', words.source, list.sources],
  ] as const;
  return (
    <form
      class="act"
      method="post"
      enctype="multipart/form-data"
      action={`${statePath(list.state.iso3, '/imports/figures')}?lang=${wording.language}`}
    >
      <Choice name="kind" label={words.kind} required>
        {Object.entries(words.kinds).map(([kind, name]) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </Choice>
      {choices.map(([name, label, things]) => (
        <Choice key={name} name={name} label={label}>
          <option value="">{words.fromFile}</option>
          {things.map((thing) => (
            <option key={thing.code} value={thing.code}>
              {`${thing.code} ${thing.name}`}
            </option>
          ))}
        </Choice>
      ))}
      <label class="field">
        <span class="field-label">{words.file}</span>
        <span class="field-hint" id="file-hint">
          {words.fileHint(list.megabytes, list.days)}
        </span>
        <input type="file" name="file" required accept=".csv,.tsv,.txt,.xlsx" aria-describedby="file-hint" />
      </label>
      <button class="button button-main" type="submit">
        {words.upload}
      </button>
    </form>
  );
}

function Waiting({ list, wording }: Props) {
  const { columns, states, kinds } = wording.say.figureImport;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{columns.file}</th>
          <th scope="col">{columns.when}</th>
          <th scope="col">{columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {list.waiting.map((one) => (
          <tr key={one.id}>
            <td>
              <a
                href={pageUrl(
                  wording.language,
                  statePath(list.state.iso3, `/imports/figures/uploads/${one.id}`),
                )}
              >
                {one.fileName}
              </a>
              <span class="second">{kinds[one.kind]}</span>
            </td>
            <td data-label={columns.when}>
              {wording.shortDate(one.uploadedOn)}
              <span class="second">{one.uploadedBy}</span>
            </td>
            <td data-label={columns.state}>{states[one.uploadState]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Imports({ list, wording }: Props) {
  const { columns, states, kinds, commandLine } = wording.say.figureImport;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{columns.file}</th>
          <th scope="col">{columns.when}</th>
          <th scope="col">{columns.sha256}</th>
          <th scope="col" class="number">
            {columns.rows}
          </th>
          <th scope="col">{columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {list.items.map((one) => (
          <tr key={one.id}>
            <td>
              <a href={pageUrl(wording.language, statePath(list.state.iso3, `/imports/figures/${one.id}`))}>
                {one.fileName}
              </a>
              <span class="second">{kinds[one.kind]}</span>
            </td>
            <td data-label={columns.when}>
              {wording.shortDate(one.importedOn)}
              <span class="second">{one.importedBy ?? commandLine}</span>
            </td>
            <td data-label={columns.sha256}>
              <code>{one.sha256.slice(0, 16)}</code>
            </td>
            <td class="number" data-label={columns.rows}>
              {wording.number(one.rows)}
            </td>
            <td data-label={columns.state}>{states[one.importState]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
