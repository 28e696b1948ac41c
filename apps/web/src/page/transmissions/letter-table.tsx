import type { TransmissionList } from '#contracts';

import { FoldedForm } from '../../form/act-form.js';
import { DayField } from '../../form/day-field.js';
import { Sought } from '../../form/sought.js';
import { institutionPath, pageUrl, statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';

type Letter = TransmissionList['items'][number];

interface LetterTableProps {
  readonly list: TransmissionList;
  readonly mayChange: boolean;
  readonly iso3: string;
  readonly visit: Visit;
}

export function LetterTable({ list, mayChange, iso3, visit }: LetterTableProps) {
  const { wording } = visit;
  const words = wording.say.institution.transmissions;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.to}</th>
          <th scope="col">{words.items}</th>
          <th scope="col">{words.letter}</th>
          <th scope="col">{words.sentOn}</th>
          <th scope="col">{words.receivedOn}</th>
        </tr>
      </thead>
      <tbody>
        {list.items.map((letter) => (
          <tr key={letter.id}>
            <td class="what">
              <a href={pageUrl(wording.language, institutionPath(iso3, letter.institution.code))}>
                <Sought text={letter.institution.name} words={list.sought} />
              </a>
            </td>
            <td data-label={words.items}>
              {letter.items.length === 0
                ? words.whole
                : letter.items.map((code) => wording.code(code)).join(', ')}
              <span class="second">
                <Sought text={letter.document.title} words={list.sought} />
              </span>
            </td>
            <td data-label={words.letter}>
              <Sought text={letter.letter} words={list.sought} />
            </td>
            <td class="day" data-label={words.sentOn}>
              {wording.shortDate(letter.sentOn)}
            </td>
            <td data-label={words.receivedOn}>
              {letter.receivedOn === null ? (
                <>
                  <b class="late-words">{words.noReceipt}</b>
                  {mayChange && <ReceiptForm letter={letter} today={list.today} iso3={iso3} visit={visit} />}
                </>
              ) : (
                wording.shortDate(letter.receivedOn)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ReceiptFormProps {
  readonly letter: Letter;
  readonly today: string;
  readonly iso3: string;
  readonly visit: Visit;
}

function ReceiptForm({ letter, today, iso3, visit }: ReceiptFormProps) {
  const words = visit.wording.say.institution.transmissions;
  return (
    <FoldedForm
      visit={visit}
      action={statePath(iso3, `/transmissions/${letter.id}/receipt`)}
      summary={words.enterReceipt}
      label={`${words.enterReceipt}: ${letter.letter}`}
      button={words.receiptButton}
      main={false}
    >
      <DayField name="received_on" label={words.received} value={today} from={letter.sentOn} until={today} />
    </FoldedForm>
  );
}
