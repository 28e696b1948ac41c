import type { savedViewEn } from '../../en/screens/saved-view.js';
import type { Translation } from '../../language.js';

/** Direcciones a las que una persona pone nombre para volver a encontrarlas. */
export const savedViewEs: Translation<typeof savedViewEn> = {
  documentTitle: 'Vistas guardadas',
  title: (count: number) =>
    count === 0
      ? 'Todavía no ha guardado ninguna vista'
      : count === 1
        ? 'Una vista guardada'
        : `${count} vistas guardadas`,
  lede: 'Una vista es una página con todo lo que usted eligió en ella: filtros, palabras, orden. Solo usted ve las suyas. Lo que muestra es siempre lo de hoy.',
  empty:
    'Abra una lista, redúzcala a lo que necesita y elija «Guardar esta vista» en la parte superior. Después estará aquí, en la sala de supervisión y con Ctrl-K.',
  name: 'Nombre',
  leadsTo: 'Lleva a',
  rename: 'Cambiar el nombre',
  renameNamed: (name: string) => `Cambiar el nombre de «${name}»`,
  renameButton: 'Guardar el nombre',
  remove: 'Quitar',
  removeNamed: (name: string) => `Quitar «${name}»`,
  save: 'Guardar esta vista',
  saveWhat: 'Esta página con lo que está elegido en ella, solo para usted.',
  saveButton: 'Guardar',
  saved: (name: string) => `Guardada como «${name}»`,
  all: 'Todas las vistas guardadas',
  inPalette: (name: string) => `Vista: ${name}`,
  done: {
    saved: 'Guardada. Está en esta lista y con Ctrl-K.',
    renamed: 'Nombre cambiado.',
    removed: 'Quitada. La página sigue estando.',
  },
  problems: {
    'saved_view.name': 'Dé a la vista un nombre de 1 a 80 letras.',
    'saved_view.name_taken': 'Ya tiene una vista con ese nombre. Elija otro.',
    'saved_view.too_many': 'Tiene cincuenta vistas guardadas. Quite una que ya no use.',
    'saved_view.address': 'No es la dirección de una página de este Estado. Abra la página y guárdela allí.',
    'saved_view.unknown': 'No tiene tal vista, o ya se quitó.',
  },
};
