import type { SuccessionList } from '#contracts';

import { FoldedForm } from '../../form/act-form.js';
import { Choice, Field } from '../../form/field.js';
import { Sought } from '../../form/sought.js';
import { OfficialText } from '../../official-text/official-text.js';
import { pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

type Item = SuccessionList['items'][number];
type Side = Item['earlier'];

interface PairProps {
  readonly item: Item;
  readonly list: SuccessionList;
  readonly visit: Visit;
}

/** Both texts side by side, why they were put together, and the decision. */
export function Pair({ item, list, visit }: PairProps) {
  const { wording } = visit;
  const words = wording.say.cycle.successions;
  const { iso3 } = list.state;
  return (
    <section class="section pair" aria-label={`${item.earlier.code} – ${item.later?.code ?? ''}`}>
      <div class="halves">
        <SideText
          title={words.earlier}
          side={item.earlier}
          sought={list.sought}
          iso3={iso3}
          wording={wording}
        />
        {item.later ? (
          <SideText
            title={words.later}
            side={item.later}
            sought={list.sought}
            iso3={iso3}
            wording={wording}
          />
        ) : (
          <div>
            <p class="overline">
              <b>{words.later}</b>
              {`${item.laterDocument}, ${wording.say.cycle.noItem}`}
            </p>
          </div>
        )}
      </div>
      <p class="note">
        <b>{wording.say.cycle.kinds[item.kind]}.</b> {whyOf(item, wording)}
      </p>
      {item.reason !== null && item.decidedOn !== null && (
        <p class="note">
          {words.decided(item.decidedBy ?? words.nobody, wording.date(item.decidedOn), item.reason)}
        </p>
      )}
      {list.mayDecide && <DecideForm item={item} list={list} visit={visit} />}
    </section>
  );
}

function SideText({
  title,
  side,
  sought,
  iso3,
  wording,
}: {
  readonly title: string;
  readonly side: Side;
  readonly sought: readonly string[];
  readonly iso3: string;
  readonly wording: Wording;
}) {
  return (
    <div>
      <p class="overline">
        <b>{title}</b>
        <a href={pageUrl(wording.language, recommendationPath(iso3, side.id))}>
          <Sought
            text={`${wording.code(side.code)} ${side.title === side.code ? '' : side.title}`.trim()}
            words={sought}
          />
        </a>
      </p>
      <p class="pair-text">
        <OfficialText text={side.text} language={side.textLanguage} />
      </p>
    </div>
  );
}

/** The measure with the words behind it: nobody has to believe a number. */
function whyOf({ likeness }: Item, wording: Wording): string {
  const words = wording.say.cycle.successions;
  if (likeness === null) return words.byPerson;
  const parts = [
    words.parts(wording.percent(likeness.words * 100), wording.percent(likeness.phrases * 100)),
    likeness.theme === null ? '' : likeness.theme === 1 ? words.theme.same : words.theme.other,
  ];
  return [
    `${words.likeness(wording.percent(likeness.score * 100))} (${parts.filter((part) => part !== '').join(', ')}).`,
    likeness.sharedWords.length > 0 ? `${words.sharedWords(likeness.sharedWords.join(', '))}.` : '',
    likeness.sharedArticles.length > 0 ? `${words.sharedArticles(likeness.sharedArticles.join(', '))}.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function DecideForm({ item, list, visit }: PairProps) {
  const { wording } = visit;
  const words = wording.say.cycle.successions;
  return (
    <FoldedForm
      visit={visit}
      action={statePath(list.state.iso3, `/successions/${item.id}`)}
      summary={item.state === 'suggested' ? words.button : words.change}
      button={words.button}
    >
      <KindChoice wording={wording} hasLater={item.later !== null} chosen={item.kind} />
      <Choice name="state" label={words.verdict} required chosen={item.state}>
        <option value="confirmed">{words.confirm}</option>
        <option value="rejected">{words.reject}</option>
      </Choice>
      <Field name="reason" label={words.reason} hint={words.reasonHint} longest={500} autocomplete="off" />
    </FoldedForm>
  );
}

interface KindProps {
  readonly wording: Wording;
  /** Null: not known yet, so that every kind is offered. */
  readonly hasLater: boolean | null;
  readonly chosen: Item['kind'] | null;
}

export function KindChoice({ wording, hasLater, chosen }: KindProps) {
  const { kinds, successions } = wording.say.cycle;
  const offered = Object.entries(kinds).filter(
    ([kind]) => hasLater === null || kind === 'implemented' || (kind === 'dropped') !== hasLater,
  );
  return (
    <Choice name="kind" label={successions.kind} required chosen={chosen ?? undefined}>
      {offered.map(([kind, label]) => (
        <option key={kind} value={kind}>
          {label}
        </option>
      ))}
    </Choice>
  );
}
