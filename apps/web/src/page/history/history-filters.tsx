import type { History } from '#contracts';
import { subjectWords } from '#messages';

import { Choice, Field } from '../../form/field.js';
import { Failed } from '../../form/form-problem.js';
import { pageUrl } from '../../router/address.js';
import type { Address } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';
import { areDaysUsable, chosenFilter, isFiltered } from './history-filter.js';

interface FiltersProps {
  readonly history: History;
  readonly wording: Wording;
  readonly address: Address;
}

/** Kind of subject, who, from and to: a form that is an address. */
export function HistoryFilters({ history, wording, address }: FiltersProps) {
  const words = wording.say.history;
  const chosen = chosenFilter(address);
  return (
    <>
      {!areDaysUsable(chosen) && <Failed>{words.daysProblem}</Failed>}
      <form
        class="filters"
        method="get"
        autocomplete="off"
        action={pageUrl(wording.language, address.path)}
        aria-label={words.filter}
      >
        <Choice name="subject" label={words.about}>
          <SubjectOptions history={history} chosen={chosen.subject} wording={wording} />
        </Choice>
        <Choice name="who" label={words.who}>
          <WhoOptions history={history} chosen={chosen.who} wording={wording} />
        </Choice>
        <Field type="date" name="from" label={words.from} required={false} value={chosen.from} />
        <Field type="date" name="to" label={words.to} required={false} value={chosen.to} />
        <Field name="q" label={wording.say.search.inList} required={false} value={chosen.q} longest={300} />
        <button class="button" type="submit">
          {words.apply}
        </button>
        {isFiltered(chosen) && (
          <a class="clear" href={pageUrl(wording.language, address.path)}>
            {words.all}
          </a>
        )}
      </form>
    </>
  );
}

interface OptionsProps {
  readonly history: History;
  readonly chosen: string;
  readonly wording: Wording;
}

/** Every kind of subject, and the single one whose entries are shown. */
function SubjectOptions({ history, chosen, wording }: OptionsProps) {
  const words = wording.say.history;
  const [kind = '', ...id] = chosen.split(':');
  const single = id.length > 0 ? { kind, id: id.join(':') } : null;
  const shown = history.items.find(({ subject }) => single && subject.id === single.id)?.subject;
  return (
    <>
      <option value="">{words.any}</option>
      {single && (
        <option value={chosen} selected>
          {subjectWords(wording.language, { ...single, name: shown?.name ?? null })}
        </option>
      )}
      {Object.entries(words.subjects).map(([value, label]) => (
        <option key={value} value={value} selected={value === chosen}>
          {label}
        </option>
      ))}
    </>
  );
}

function WhoOptions({ history, chosen, wording }: OptionsProps) {
  const { actors, any, people, waysIn } = wording.say.history;
  return (
    <>
      <option value="">{any}</option>
      {history.people.length > 0 && (
        <optgroup label={people}>
          {history.people.map(({ person, name }) => (
            <option key={person} value={person} selected={String(person) === chosen}>
              {name}
            </option>
          ))}
        </optgroup>
      )}
      <optgroup label={waysIn}>
        {Object.entries(actors).map(([value, label]) => (
          <option key={value} value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </optgroup>
    </>
  );
}
