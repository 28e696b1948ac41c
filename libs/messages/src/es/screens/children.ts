import { numberInWords } from '../../format/format.js';
import type { Translation } from '../../language.js';
import type { childrenEn } from '../../en/screens/children.js';

/** «Cosa» es femenino: una, no uno. */
const feminine = (value: number): string => (value === 1 ? 'una' : numberInWords('es', value));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const count = (value: number, one: string, many: string): string =>
  value === 0 ? `Ninguna ${one}` : `${capital(feminine(value))} ${value === 1 ? one : many}`;

/** La página que habla de tú a niñas, niños y adolescentes. */
export const childrenEs: Translation<typeof childrenEn> = {
  link: 'Para niñas, niños y adolescentes',
  documentTitle: (state) => `Para niñas, niños y adolescentes: ${state}`,
  kicker: 'La página para niñas, niños y adolescentes',
  title: (state) => `${state} prometió protegerte. ¿Qué ha cumplido?`,
  lede: (year, state, total) =>
    `En ${year}, un grupo de expertos de las Naciones Unidas pidió a ${state} ${feminine(total)} ${total === 1 ? 'cosa' : 'cosas'} para que nadie compre, venda ni explote a niñas, niños y adolescentes.`,
  ledeWithoutYear: (state, total) =>
    `Un grupo de expertos de las Naciones Unidas pidió a ${state} ${feminine(total)} ${total === 1 ? 'cosa' : 'cosas'} para que nadie compre, venda ni explote a niñas, niños y adolescentes.`,
  nothingYet: 'Todavía nadie ha anotado aquí lo que se pidió.',
  countTitle: (total, done) =>
    total > 0 && total === done
      ? `${total === 1 ? 'La única cosa está hecha' : `Las ${feminine(total)} cosas están hechas`}`
      : `De ${feminine(total)} ${total === 1 ? 'cosa' : 'cosas'}, ${done === 0 ? 'ninguna está hecha' : `${feminine(done)} ${done === 1 ? 'está hecha' : 'están hechas'}`}`,
  countHow: 'Cada marca es una cosa que se pidió.',
  counted: {
    implemented: (value) => `${count(value, 'está hecha', 'están hechas')}.`,
    on_track: (value) => `${count(value, 'avanza bien', 'avanzan bien')}.`,
    awaiting_review: (value) => `${count(value, 'se está revisando', 'se están revisando')}.`,
    at_risk: (value) => `${count(value, 'está en riesgo', 'están en riesgo')}.`,
    overdue: (value) => `${count(value, 'está vencida', 'están vencidas')}.`,
    no_data: (value) =>
      value === 0 ? 'De cada una se sabe algo.' : `De ${feminine(value)} no se sabe nada.`,
  },
  meaning: {
    at_risk: 'Si nadie hace algo más, pueden llegar tarde.',
    overdue: 'Alguien debía responder en una fecha y no lo hizo.',
    no_data: 'Nadie nos ha contado lo suficiente. Eso no quiere decir que todo esté bien, ni que esté mal.',
  },
  who: '¿Quién cuida que se cumpla?',
  whoText:
    'La defensoría, que protege los derechos de las personas, mira lo que se hizo y dice lo que piensa. Los expertos de las Naciones Unidas vuelven a preguntar más adelante. Tú también puedes preguntar.',
  whatTheySaid: 'Mira lo que han dicho',
  allThings: 'Mira cada cosa que se pidió',
  helpTitle: 'Si alguien te hace daño o te ofrece algo raro',
  notYourFault: 'No es tu culpa.',
  help: 'Cuéntaselo a una persona adulta en quien confíes: en casa, en la escuela, en un centro de salud. También puedes ir a la defensoría, sin compañía o con alguien. Si estás en peligro ahora, llama al número de emergencias.',
  noNumber:
    'Aquí no hay el número de una línea de ayuda: uno equivocado haría daño, y todavía nadie ha comprobado ninguno.',
  helpLine: {
    call: 'Puedes llamar y hablar con alguien:',
    callOne: (number, name) => `Llamar al ${number}: ${name}`,
    free: 'La llamada es gratis.',
    charged: 'La llamada puede costar algo.',
    spoken: 'Hablan:',
    web: 'Su página en la web',
    checked: (day) => `Llamamos a este número el ${day} y era correcto.`,
    old: (day) =>
      `La última vez que llamamos a este número fue el ${day}. Puede haber cambiado: si nadie responde, cuéntaselo a una persona adulta.`,
    also: 'O cuéntaselo a una persona adulta en quien confíes: en casa, en la escuela, en un centro de salud. Si estás en peligro ahora, llama al número de emergencias.',
  },
  leave: 'Salir rápido de esta página',
  leaveTo: 'https://es.wikipedia.org/',
  leaveNote:
    'El botón abre una enciclopedia. Esta página queda en el historial del aparato; ahí puedes borrarla. La página no deja nada para seguirte.',
};
