import type { deadlineEn } from '../en/deadline.js';
import type { Translation } from '../language.js';

/** Por qué una fecha es la que es, con palabras que quedan junto a ella. */
export const deadlineEs: Translation<typeof deadlineEn> = {
  printed: (statement) => `Consta en el documento: «${statement}»`,
  printedDay: 'El día consta en el documento.',
  delay: (statement, adoptedOn) =>
    `Se cuenta desde la aprobación, el ${adoptedOn}, con el plazo que consta en el documento: «${statement}»`,
  noRule:
    'En el documento no consta un día y no se conoce ninguna regla para él. El comité tiene que decir cuándo.',
  noAdoption: 'En el documento no consta un día y no se conoce el día de su aprobación.',
  communicated: (words) => `Comunicada por el comité: ${words}`,
};
