import type { plainTextEn } from '../../en/screens/plain-text.js';
import type { Translation } from '../../language.js';

/** Lo que pide una recomendación, en palabras sencillas junto al texto oficial. */
export const plainTextEs: Translation<typeof plainTextEn> = {
  title: 'En palabras sencillas',
  note: (day) =>
    `No es oficial: lo escribió la secretaría y se confirmó el ${day}. Solo cuenta el texto del Comité.`,
  forms: {
    title: 'Palabras sencillas para esta recomendación',
    lede: 'Frases cortas, palabras de todos los días, una idea cada vez. Lo que escriba es un borrador que solo ven usted y la defensoría. Es público cuando una persona lo ha leído junto al texto oficial y lo confirma.',
    languages: { en: 'inglés', es: 'español' },
    none: 'Aún no hay nada en este idioma; la página pública no muestra nada.',
    standing: (day, by) => `Público desde el ${day}; lo confirmó ${by}.`,
    draft: (day, by) => `Borrador del ${day}, de ${by}. No es público.`,
    write: (language) => `Escribir en ${language}`,
    text: 'Palabras sencillas',
    textHint: 'Como máximo 2 000 letras. No añada nada que el texto oficial no diga.',
    save: 'Guardar el borrador',
    confirm: 'Lo he leído junto al texto oficial: hacerlo público',
    withdraw: 'Retirarlo',
  },
  done: {
    plain_written: 'Se guardó el borrador. Nadie más lo ve hasta que se confirme.',
    plain_confirmed: 'Ya es público, marcado como no oficial.',
    plain_withdrawn: 'Se retiró y ya no es público.',
  },
  problems: {
    'form.version': 'Vuelva a abrir la página: el borrador se confirma desde allí.',
    'plain_text.changed': 'Alguien cambió el borrador entretanto. Léalo de nuevo abajo y confírmelo después.',
    'plain_text.none': 'Ya no hay nada público en este idioma.',
  },
};
