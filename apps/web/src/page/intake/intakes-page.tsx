import type { IntakeList } from '#contracts';

import { FormProblem } from '../../form/form-problem.js';
import { ListSearch, NextPage, NothingFound, askedOf, listQuery } from '../../form/list-search.js';
import { Sought } from '../../form/sought.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

/** Where the secretariat uploads what its treaty bodies sent. */
export const intakesPage: Page<{ list: IntakeList }> = {
  load: ({ language, parameters, query }) => ({
    list: apiUrl(language, statePath(parameters['iso3'] ?? '', '/intakes'), listQuery(query)),
  }),
  show: ({ list }, visit) => {
    const { wording, address } = visit;
    const words = wording.say.intake;
    const iso3 = encodeURIComponent(list.state.iso3);
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
            <a href={pageUrl(wording.language, statePath(list.state.iso3, '/imports/uhri'))}>
              {wording.say.uhri.link}
            </a>
            <a href={pageUrl(wording.language, statePath(list.state.iso3, '/imports/figures'))}>
              {wording.say.figureImport.link}
            </a>
          </p>
          <FormProblem address={address} wording={wording} />
          <form
            class="act"
            method="post"
            enctype="multipart/form-data"
            action={`/states/${iso3}/intakes?lang=${wording.language}`}
          >
            <label class="field">
              <span class="field-label">{words.file}</span>
              <span class="field-hint" id="file-hint">
                {words.fileHint(list.endings.join(', '))}
              </span>
              <input
                type="file"
                name="file"
                required
                accept={list.endings.join(',')}
                aria-describedby="file-hint"
              />
            </label>
            <button class="button button-main" type="submit">
              {words.upload}
            </button>
          </form>
          <Section title={words.earlier}>
            <ListSearch visit={visit} />
            {list.items.length === 0 && askedOf(address) !== '' ? (
              <NothingFound visit={visit} />
            ) : list.items.length === 0 ? (
              <p class="empty">{words.none}</p>
            ) : (
              <Uploads list={list} wording={wording} />
            )}
            <NextPage visit={visit} cursor={list.nextCursor} label={words.next} />
          </Section>
        </>
      ),
    };
  },
};

function Uploads({ list, wording }: { readonly list: IntakeList; readonly wording: Wording }) {
  const { columns, states } = wording.say.intake;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{columns.title}</th>
          <th scope="col">{columns.file}</th>
          <th scope="col">{columns.when}</th>
          <th scope="col">{columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {list.items.map((item) => (
          <tr key={item.id}>
            <td>
              <a href={pageUrl(wording.language, statePath(list.state.iso3, `/intakes/${item.id}`))}>
                {item.key}
              </a>
              <span class="second">
                <Sought text={item.title} words={list.sought} />
              </span>
            </td>
            <td data-label={columns.file}>
              <Sought text={item.fileName} words={list.sought} />
            </td>
            <td data-label={columns.when}>
              {wording.shortDate(item.openedOn)}
              <span class="second">{item.openedBy}</span>
            </td>
            <td data-label={columns.state}>{states[item.intakeState] ?? item.intakeState}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
