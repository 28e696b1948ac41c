import type { helpLineEn } from '../../en/screens/help-line.js';
import type { Translation } from '../../language.js';

/** A quién pueden llamar niñas, niños y adolescentes: lo que registra y comprueba la secretaría. */
export const helpLineEs: Translation<typeof helpLineEn> = {
  documentTitle: 'Línea de ayuda para niñas, niños y adolescentes',
  link: 'Línea de ayuda',
  title: (shown) =>
    shown === 0
      ? 'Niñas, niños y adolescentes no encuentran ninguna línea de ayuda en su página'
      : shown === 1
        ? 'Niñas, niños y adolescentes encuentran una línea de ayuda en su página'
        : `Niñas, niños y adolescentes encuentran ${shown} líneas de ayuda en su página`,
  lede: 'Un número equivocado hace daño: se llama una sola vez. No se muestra nada antes de que alguien de aquí haya llamado y lo diga.',
  childrenPage: 'Abrir la página para niñas, niños y adolescentes',
  toDo: 'Por hacer: en la página para niñas, niños y adolescentes no hay ninguna línea de ayuda. Averigüe qué servicio los atiende, llame y regístrelo.',
  toCheck: (count) =>
    count === 1
      ? 'Por hacer: hace más de un año que nadie llama al número de una línea de ayuda. Llame y diga si sigue siendo correcto.'
      : `Por hacer: hace más de un año que nadie llama a los números de ${count} líneas de ayuda. Llame y diga si siguen siendo correctos.`,
  shownTitle: 'Lo que se muestra',
  draftsTitle: 'Borradores, que no se muestran',
  noDrafts: 'No hay ningún borrador.',
  none: 'No se muestra nada. La página les dice que acudan a una persona adulta en quien confíen y a la defensoría, y no da ningún número.',
  preview: (language) => `En la página en ${language}:`,
  noWording: (language) =>
    `No hay nada escrito en ${language}: quien lea esa página verá lo escrito en el otro idioma.`,
  languages: { en: 'inglés', es: 'español' },
  checkedBy: (day, person) => `${person} llamó al número el ${day}.`,
  due: 'De eso hace más de un año. En la página se lee que puede haber cambiado.',
  draftOf: (day, person) => `Borrador del ${day}, de ${person}.`,
  changes: (number) => `Ocupará el lugar de ${number}, que se muestra hasta que alguien haya llamado a este.`,
  check: 'He llamado hoy a este número y todo es correcto: mostrarlo',
  checkAgain: 'He llamado hoy y todo sigue siendo correcto',
  change: 'Cambiarla',
  save: 'Guardar como borrador',
  up: 'Subirla',
  withdraw: 'Dejar de mostrarla',
  discard: 'Descartar el borrador',
  add: 'Escribir una línea de ayuda nueva',
  form: {
    telephone: 'Número',
    telephoneHint:
      'Como se escribe: 100, o +51 1 234 5678. Solo cifras, espacios, paréntesis, puntos, guiones y un signo más al principio.',
    charge: 'Lo que cuesta la llamada',
    free: 'Es gratuita desde todo teléfono',
    charged: 'Puede costar algo',
    web: 'Dirección web, si tiene una',
    webHint: 'Empieza por https://',
    language: (language) => `En ${language}`,
    languageHint: 'Deje vacío el nombre si no escribe en este idioma.',
    name: 'Nombre del servicio',
    hours: 'Cuándo atiende',
    hoursHint: 'En palabras que se entiendan a cualquier edad: todos los días, de día y de noche.',
    spoken: 'Idiomas en los que atiende',
  },
  done: {
    help_line_written: 'Se guardó el borrador. Se mostrará cuando alguien haya llamado al número.',
    help_line_checked: 'Ya se muestra, con la fecha de hoy.',
    help_line_withdrawn: 'Se retiró.',
    help_line_moved: 'Se subió.',
  },
  problems: {
    'form.telephone':
      'Esto no es un número de teléfono. Escriba solo cifras, espacios, paréntesis, puntos, guiones y un signo más al principio; al menos dos cifras.',
    'form.charge': 'Diga si la llamada es gratuita.',
    'form.web': 'La dirección web tiene que empezar por https://, o quedar vacía.',
    'form.name_en': 'Escriba el nombre del servicio en inglés, o vacíe lo que escribió en inglés.',
    'form.hours_en': 'Escriba en inglés cuándo atiende la línea.',
    'form.name_es': 'Escriba el nombre del servicio, en español o en inglés.',
    'form.hours_es': 'Escriba en español cuándo atiende la línea.',
    'help_line.gone': 'Ya no está: alguien la retiró o la reemplazó entretanto.',
    'help_line.changed':
      'Alguien la cambió entretanto. Léala de nuevo abajo, llame al número y dígalo después.',
    'help_line.too_many': 'Hay tantas líneas y borradores que no se podría elegir. Retire primero una.',
  },
};
