import type { SuccessionList } from '#contracts';

import { Choice, Field } from '../../form/field.js';
import { Sought } from '../../form/sought.js';
import { OfficialText } from '../../official-text/official-text.js';
import { pageUrl, recommendationPath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';

type Item = SuccessionList['items'][number];
type Side = Item['earlier'];

interface PairProps {
  readonly item: Item;
  readonly list: SuccessionList;
  readonly wording: Wording;
}

/** Both texts side by side, why they were put together, and the decision. */
export function Pair({ item, list, wording }: PairProps) {
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
      {list.mayDecide && <DecideForm item={item} list={list} wording={wording} />}
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

function DecideForm({ item, list, wording }: PairProps) {
  const words = wording.say.cycle.successions;
  const form = (
    <form
      class="act"
      method="post"
      action={`/states/${encodeURIComponent(list.state.iso3)}/successions/${item.id}`}
    >
      <input type="hidden" name="lang" value={wording.language} />
      <KindChoice wording={wording} hasLater={item.later !== null} chosen={item.kind} />
      <Choice name="state" label={words.verdict} required>
        <option value="confirmed">{words.confirm}</option>
        <option value="rejected" selected={item.state === 'rejected'}>
          {words.reject}
        </option>
      </Choice>
      <Field name="reason" label={words.reason} hint={words.reasonHint} longest={500} autocomplete="off" />
      <button class="button button-main" type="submit">
        {words.button}
      </button>
    </form>
  );
  return (
    <details class="change">
      <summary>{item.state === 'suggested' ? words.button : words.change}</summary>
      {form}
    </details>
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
    <Choice name="kind" label={successions.kind} required>
      {offered.map(([kind, label]) => (
        <option key={kind} value={kind} selected={kind === chosen}>
          {label}
        </option>
      ))}
    </Choice>
  );
}
