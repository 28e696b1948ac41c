import type { HelpLineList, KeptHelpLines } from '#contracts';
import { civilDayOf, dialledNumber, helpLineCheckIsDue } from '#domain';
import type { CivilDate } from '#domain';
import type { Language } from '#messages';
import type { HelpLine, HelpLineContent, PublicHelpLine, State } from '#tracking';

export function helpLineListView(
  lines: readonly PublicHelpLine[],
  today: CivilDate,
  language: Language,
): HelpLineList {
  return {
    items: lines.flatMap((line) => {
      const wording = line.wordings.find((one) => one.language === language) ?? line.wordings[0];
      return wording ? [{ ...numberOf(line), wording, ...checkOf(line.checkedOn, today) }] : [];
    }),
  };
}

export function keptHelpLinesView(
  lines: readonly HelpLine[],
  {
    state,
    today,
    mayChange,
  }: { readonly state: State; readonly today: CivilDate; readonly mayChange: boolean },
): KeptHelpLines {
  return {
    today,
    mayChange,
    items: lines.map((line) => ({
      ...numberOf(line),
      id: line.id,
      state: line.state,
      replaces: line.replaces,
      version: line.version,
      wordings: [...line.wordings],
      writtenBy: line.writtenBy,
      writtenOn: civilDayOf(line.writtenAt, state.timeZone),
      checkedBy: line.checkedBy,
      checkedOn: line.checkedOn,
      checkDue: line.checkedOn !== null && helpLineCheckIsDue(line.checkedOn, today),
    })),
  };
}

function checkOf(checkedOn: CivilDate, today: CivilDate) {
  return { checkedOn, checkDue: helpLineCheckIsDue(checkedOn, today) };
}

function numberOf({ telephone, freeOfCharge, webAddress }: HelpLineContent) {
  return { telephone, dialled: dialledNumber(telephone) ?? '', freeOfCharge, webAddress };
}
