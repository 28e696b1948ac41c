import type { UhriImportList } from '#contracts';

import { Choice } from '../../form/field.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Address } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

/** Where the secretariat uploads what the Universal Human Rights Index exports. */
export const uhriImportsPage: Page<{ list: UhriImportList }> = {
  load: ({ language, parameters, query }) => ({
    list: apiUrl(language, statePath(parameters['iso3'] ?? '', '/imports/uhri'), {
      cursor: query.get('cursor'),
    }),
  }),
  show: ({ list }, { wording, address }) => {
    const words = wording.say.uhri;
    return {
      documentTitle: words.documentTitle,
      current: 'intake',
      crumbs: [{ label: list.state.name, path: statePath(list.state.iso3) }, { label: words.documentTitle }],
      today: list.today,
      body: (
        <>
          <h1>{words.title}</h1>
          <p class="lede">{words.lede}</p>
          <p class="links">
            <a href={pageUrl(wording.language, statePath(list.state.iso3, '/uhri'))}>{words.onRecord}</a>
          </p>
          <FormProblem address={address} wording={wording} />
          <BrokenPlace address={address} wording={wording} />
          <UploadForm list={list} wording={wording} />
          <Section title={words.earlier}>
            {list.items.length === 0 ? (
              <p class="empty">{words.none}</p>
            ) : (
              <Imports list={list} wording={wording} />
            )}
            {list.nextCursor !== null && (
              <p class="pager">
                <a rel="next" href={pageUrl(wording.language, address.path, { cursor: list.nextCursor })}>
                  {words.next}
                </a>
              </p>
            )}
          </Section>
        </>
      ),
    };
  },
};

/** Where the file is broken, as the answer to the form carries it. */
function BrokenPlace({ address, wording }: { readonly address: Address; readonly wording: Wording }) {
  const place = /^(\d{1,12})\.(\d{1,12})$/.exec(address.query.get('found') ?? '');
  if (!place || !(address.query.get('problem') ?? '').startsWith('uhri.')) return null;
  const [line, byte] = place.slice(1).map(Number);
  return (
    <p class="note">{wording.say.uhri.problemAt(wording.number(line ?? 0), wording.number(byte ?? 0))}</p>
  );
}

function UploadForm({ list, wording }: { readonly list: UhriImportList; readonly wording: Wording }) {
  const words = wording.say.uhri;
  return (
    <form
      class="act"
      method="post"
      enctype="multipart/form-data"
      action={`/states/${encodeURIComponent(list.state.iso3)}/imports/uhri?lang=${wording.language}`}
    >
      <Choice name="language" label={words.language} required>
        {Object.entries(words.languages).map(([language, name]) => (
          <option key={language} value={language}>
            {name}
          </option>
        ))}
      </Choice>
      <label class="field">
        <span class="field-label">{words.file}</span>
        <span class="field-hint" id="file-hint">
          {words.fileHint(list.megabytes)}
        </span>
        <input type="file" name="file" required accept=".json,.ndjson,.jsonl" aria-describedby="file-hint" />
      </label>
      <button class="button button-main" type="submit">
        {words.upload}
      </button>
    </form>
  );
}

function Imports({ list, wording }: { readonly list: UhriImportList; readonly wording: Wording }) {
  const { columns, states, languages, commandLine } = wording.say.uhri;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{columns.file}</th>
          <th scope="col">{columns.when}</th>
          <th scope="col" class="number">
            {columns.rows}
          </th>
          <th scope="col">{columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {list.items.map((item) => (
          <tr key={item.id}>
            <td>
              <a href={pageUrl(wording.language, statePath(list.state.iso3, `/imports/uhri/${item.id}`))}>
                {item.fileName}
              </a>
              <span class="second">{languages[item.language] ?? item.language}</span>
            </td>
            <td data-label={columns.when}>
              {wording.shortDate(item.openedOn)}
              <span class="second">{item.openedBy ?? commandLine}</span>
            </td>
            <td class="number" data-label={columns.rows}>
              {wording.number(item.rows)}
            </td>
            <td data-label={columns.state}>{states[item.importState] ?? item.importState}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
