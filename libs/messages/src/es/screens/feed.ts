import type { feedEn } from '../../en/screens/feed.js';
import type { Translation } from '../../language.js';

/** Lo que se lee fuera de las páginas: canales de novedades. */
export const feedEs: Translation<typeof feedEn> = {
  changes: (state) => `Vigía: qué cambió sobre ${state}`,
  changesLink: 'Novedades, para lectores de canales (Atom)',
  document: (title) => `Documento: ${title}`,
  documentWhat: 'Consta con sus recomendaciones, o se enmendó.',
  statuses: (status, count, document) =>
    `${status}: ${count} ${count === 1 ? 'recomendación' : 'recomendaciones'}, ${document}`,
  more: (count) => `y ${count} más`,
  figures: (indicator, source) => `Cifras publicadas: ${indicator} (${source})`,
  indicators: (count) => `${count} ${count === 1 ? 'indicador' : 'indicadores'}`,
  figuresWhat: (cells, from, to) => `${cells} ${cells === 1 ? 'valor' : 'valores'}, del ${from} al ${to}`,
  assessed: (who, code, grade) => `Evaluación de ${code}, ${who}: ${grade}`,
  withdrawn: (who, code) => `Evaluación de ${code} retirada, ${who}`,
  moved: (what, document) => `Cambió la fecha: ${what}, ${document}`,
  movedWhat: (now, before) => `Ahora: ${now}. Antes: ${before}.`,
  own: 'Vigía: lo que vence para usted',
  calendars: {
    documentTitle: 'Calendarios',
    title: 'Lo que vence, en su propio calendario',
    lede: 'Una dirección secreta para el calendario de su teléfono o computadora. Muestra las fechas confirmadas que su función le muestra aquí, las mueve cuando se mueven y tacha lo entregado. No cambia nada, y usted puede revocarla cuando quiera.',
    none: 'Todavía no creó ninguna dirección.',
    list: 'Sus direcciones',
    name: 'Nombre',
    nameHint: 'Dónde la usa, para reconocerla después: teléfono, Outlook.',
    made: 'Creada',
    lastRead: 'Última lectura',
    never: 'nunca',
    state: 'Estado',
    revoke: 'Revocar',
    revokeNamed: (name) => `Revocar la dirección de calendario ${name}`,
    revoked: 'revocada',
    done: {
      revoked: 'La dirección se revocó. Quite el calendario del programa que la usaba.',
    },
    create: 'Una dirección nueva',
    button: 'Crear la dirección',
    nothing: 'Su función no tiene fechas propias. Estos calendarios están abiertos a todos:',
    created: (name) => `Se creó la dirección de calendario ${name}`,
    createdLede: 'Cópiela ahora: se muestra esta única vez, y nadie puede volver a mostrarla.',
    open: 'Suscribirse con este dispositivo',
    use: 'En su programa de calendario elija «agregar un calendario desde una URL» y péguela. El programa busca cambios por sí mismo, tan a menudo como esté configurado.',
    keep: 'Quien tenga la dirección puede leer sus fechas. Si alguien más la vio, revóquela. Cuando usted deje su cargo, termina.',
    back: 'A sus direcciones',
    gone: 'Una dirección de calendario se muestra una sola vez',
    goneWhy: 'Si no la copió, revóquela en la lista de sus direcciones y cree otra.',
  },
  problems: {
    'calendar_feed.name': 'Dé a la dirección un nombre de 1 a 80 letras.',
    'calendar_feed.nothing': 'Su función no tiene fechas propias.',
    'calendar_feed.too_many':
      'Tiene tantas direcciones como puede tener una persona. Revoque una que no use.',
    'calendar_feed.name_taken': 'Ya tiene una dirección con ese nombre. Elija otro, o revoque antes aquella.',
    'calendar_feed.unknown': 'No tiene tal dirección, o ya se revocó.',
  },
};
